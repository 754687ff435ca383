using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using NodaTime;

namespace DutyBot.Tests.Cards;

public sealed class TextsTests
{
    private static readonly Texts Vietnamese = Texts.Of(Language.Vietnamese);
    private static readonly Texts English = Texts.Of(Language.English);

    [Fact]
    public void Counts_below_ten_have_a_leading_zero_in_Vietnamese_only()
    {
        Vietnamese.Format("st.overdue", ("n", 3)).ShouldBe("Quá hạn 03 ngày làm việc");
        English.Format("st.overdue", ("n", 3)).ShouldBe("Overdue by 3 working day(s)");
        Vietnamese.Format("st.overdue", ("n", 12)).ShouldBe("Quá hạn 12 ngày làm việc");
    }

    [Fact]
    public void D_09_Numbers_are_grouped_as_the_language_groups_them()
    {
        Vietnamese.Format("E-TOO-LONG", ("n", 12345), ("max", 1234.5m)).ShouldBe("Nội dung dài 12.345 ký tự; tối đa 1.234,5 ký tự.");
        English.Format("E-TOO-LONG", ("n", 12345), ("max", 1234.5m)).ShouldBe("The text has 12,345 characters; at most 1,234.5 are allowed.");
    }

    [Fact]
    public void D_09_Dates_have_their_weekday_and_the_day_first()
    {
        Vietnamese.Format(new LocalDate(2026, 11, 25)).ShouldBe("thứ Tư, 25/11/2026");
        English.Format(new LocalDate(2026, 11, 25)).ShouldBe("Wednesday, 25/11/2026");
        Vietnamese.Format(new LocalDate(2026, 11, 29)).ShouldBe("Chủ nhật, 29/11/2026");
        Vietnamese.Format("st.undated", ("date", new LocalDate(2026, 3, 2))).ShouldBe("Không thời hạn, rà soát ngày thứ Hai, 02/03/2026");
    }

    [Fact]
    public void D_09_Moments_are_in_Vietnams_time_on_a_24_hour_clock() =>
        Vietnamese.Format(Instant.FromUtc(2026, 11, 24, 17, 5)).ShouldBe("00:05, thứ Tư, 25/11/2026");

    [Fact]
    public void Lists_are_joined_and_duties_are_called_by_their_code()
    {
        Vietnamese.Format("E-EXPLAIN-OPINION", ("list", new[] { "Sở Tài chính", "Sở Nội vụ" })).ShouldEndWith(": Sở Tài chính, Sở Nội vụ.");
        English.Format("E-FAULT", ("id", DutyId.Parse("NV-2026-7K3Q9"))).ShouldContain("code NV-2026-7K3Q9 ");
    }

    [Fact]
    public void A_problem_is_worded_in_the_readers_language()
    {
        var problem = new Problem("E-QUESTION-OPEN", "stance.3", ("no", 3));

        Vietnamese.Format(problem).ShouldBe("Chưa trả lời nội dung số 03.");
        English.Format(problem).ShouldBe("Question 3 is not answered.");
    }

    [Fact]
    public void An_unknown_key_is_a_fault()
    {
        Should.Throw<KeyNotFoundException>(() => Vietnamese["btn.unknown"]);
        Should.Throw<KeyNotFoundException>(() => Vietnamese.Format("E-UNKNOWN"));
    }

    [Fact]
    public void A_missing_value_or_one_too_many_is_a_fault()
    {
        Should.Throw<ArgumentException>(() => Vietnamese["st.overdue"]);
        Should.Throw<ArgumentException>(() => Vietnamese.Format("st.overdue"));
        Should.Throw<ArgumentException>(() => Vietnamese.Format("st.overdue", ("n", 3), ("date", "")));
        Should.Throw<ArgumentException>(() => Vietnamese.Format("st.overdue", ("n", new UnitId("so-noi-vu"))));
    }

    [Theory]
    [InlineData("vi-VN", Language.Vietnamese)]
    [InlineData("vi", Language.Vietnamese)]
    [InlineData("en-US", Language.English)]
    [InlineData("EN-gb", Language.English)]
    [InlineData("fr-FR", Language.Vietnamese)]
    [InlineData("enm", Language.Vietnamese)]
    [InlineData("", Language.Vietnamese)]
    [InlineData(null, Language.Vietnamese)]
    public void D_08_A_third_language_reads_the_organisations(string? locale, Language expected) =>
        Languages.FromLocale(locale, Language.Vietnamese).ShouldBe(expected);
}
