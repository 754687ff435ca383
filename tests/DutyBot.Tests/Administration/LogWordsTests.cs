using DutyBot.Administration;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Domain.Specs;
using NodaTime;
using Texts = DutyBot.Teams.Texts;

namespace DutyBot.Tests.Administration;

/// <summary>What the log says of each kind of change.</summary>
public sealed class LogWordsTests
{
    private static readonly Texts Vietnamese = Texts.Of(Language.Vietnamese);
    private static readonly Act Act = new(Instant.FromUtc(2026, 11, 23, 1, 0), SampleOffice.HeadOfOffice);
    private static readonly LocalDate From = new(2026, 12, 1);

    [Fact]
    public void Every_kind_of_change_has_a_sentence_of_its_own_in_both_languages()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var said = SampleOffice
                .OneOfEachEvent.DistinctBy(evt => evt.GetType())
                .Select(evt => LogWords.ChangeOf(SampleOffice.Organisation, evt, Texts.Of(language)))
                .ToList();

            said.Count.ShouldBe(typeof(OrganisationEvent).GetNestedTypes().Length);
            said.ShouldBeUnique();
        }
    }

    [Fact]
    public void A_line_says_when_who_what_and_on_which_basis()
    {
        var known = SampleOffice.After(new OrganisationEvent.PersonRegistered(Act, SampleOffice.HeadOfOffice, "Lê Văn Hòa", "", null)).Organisation;

        LogWords
            .LineOf(known, new OrganisationEvent.UnitRenamed(Act, SampleOffice.Planning, "Phòng Kế hoạch", "KH", From, "12/QĐ-SCT"), Vietnamese)
            .ShouldBe(
                $"08:00, thứ Hai, 23/11/2026 – Lê Văn Hòa: đổi tên đơn vị: {SampleOffice.Planning} → Phòng Kế hoạch, từ thứ Ba, 01/12/2026; căn cứ: 12/QĐ-SCT."
            );
    }

    [Fact]
    public void A_setting_is_told_with_its_value_before_and_after() =>
        Change(new OrganisationEvent.SettingChanged(Act, "accept.within", "1d; 4h; 2h", "2d; 4h; 2h", From, "12/QĐ-SCT"))
            .ShouldBe(
                "đổi tham số Hạn tiếp nhận nhiệm vụ: thường 01 ngày làm việc; khẩn 04 giờ làm việc; hỏa tốc 02 giờ làm việc → "
                    + "thường 02 ngày làm việc; khẩn 04 giờ làm việc; hỏa tốc 02 giờ làm việc, từ thứ Ba, 01/12/2026; căn cứ: 12/QĐ-SCT"
            );

    [Fact]
    public void A_norm_is_told_with_the_one_it_replaces()
    {
        var before = SampleOffice.After(new OrganisationEvent.NormSet(Act, "Báo cáo", 10, From, "1/QĐ")).Organisation;

        LogWords
            .ChangeOf(before, new OrganisationEvent.NormSet(Act, "Báo cáo", 7, From.PlusDays(1), "2/QĐ"), Vietnamese)
            .ShouldBe("định mức Báo cáo: 10 ngày làm việc → 07 ngày làm việc, từ thứ Tư, 02/12/2026; căn cứ: 2/QĐ");
    }

    [Fact]
    public void A_unit_that_moves_is_told_with_the_unit_it_stood_under()
    {
        var before = SampleOffice.After(new OrganisationEvent.UnitMoved(Act, SampleOffice.Planning, SampleOffice.Trade, From, "1/QĐ")).Organisation;

        LogWords
            .ChangeOf(
                before,
                new OrganisationEvent.UnitMoved(Act, SampleOffice.Planning, SampleOffice.Industry, From.PlusDays(1), "2/QĐ"),
                Vietnamese
            )
            .ShouldContain($"{SampleOffice.Trade} → {SampleOffice.Industry}");
    }

    private static string Change(OrganisationEvent evt) => LogWords.ChangeOf(SampleOffice.Organisation, evt, Vietnamese);
}
