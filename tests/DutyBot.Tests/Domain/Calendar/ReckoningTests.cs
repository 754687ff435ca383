using DutyBot.Domain.Calendar;
using NodaTime;
using static DutyBot.Tests.Domain.Calendar.Dates;

namespace DutyBot.Tests.Domain.Calendar;

/// <summary>When a term ends, and which days were the reason (D-05).</summary>
public sealed class ReckoningTests
{
    [Fact]
    public void D_05_Five_working_days_from_20_11_2026_name_the_holiday_and_count_the_weekends()
    {
        var answer = Of(5, TermUnit.WorkingDays, "20/11/2026");

        answer.End.ShouldBe(At("01/12/2026 00:00"));
        answer.Entries.ShouldHaveSingleItem().ShouldBe(Vietnam.EntryOn(Day("24/11/2026")));
        answer.RestDays.ShouldBe(4);
        answer.MovedFrom.ShouldBeNull();
        answer.UnknownYears.ShouldBeEmpty();
    }

    [Fact]
    public void D_05_A_worked_Saturday_is_named_because_it_counts()
    {
        var answer = Of(2, TermUnit.WorkingDays, "21/08/2026");

        answer.End.ShouldBe(At("25/08/2026 00:00"));
        answer.Entries.ShouldHaveSingleItem().IsWorked.ShouldBeTrue();
        answer.RestDays.ShouldBe(1);
    }

    [Fact]
    public void D_05_Calendar_days_that_end_on_a_holiday_say_which_and_go_on()
    {
        var answer = Of(15, TermUnit.CalendarDays, "09/11/2026");

        answer.MovedFrom.ShouldBe(Day("24/11/2026"));
        answer.Entries.ShouldHaveSingleItem().Date.ShouldBe(Day("24/11/2026"));
        answer.End.ShouldBe(Vietnam.EndOfDay(Day("25/11/2026")));
    }

    [Fact]
    public void D_05_Calendar_days_that_end_on_a_working_day_name_no_day_between()
    {
        var answer = Of(30, TermUnit.CalendarDays, "09/11/2026");

        answer.MovedFrom.ShouldBeNull();
        answer.Entries.ShouldBeEmpty();
        answer.RestDays.ShouldBe(0);
    }

    [Fact]
    public void D_05_A_month_that_ends_on_a_Saturday_goes_on_to_Monday()
    {
        var answer = Of(1, TermUnit.Months, "31/01/2026");

        answer.MovedFrom.ShouldBe(Day("Sat 28/02/2026"));
        answer.End.ShouldBe(Vietnam.EndOfDay(Day("Mon 02/03/2026")));
    }

    [Fact]
    public void D_05_Working_hours_run_from_the_moment_and_pass_over_the_holiday()
    {
        var answer = Reckoning.Of(new AskedTerm(2, TermUnit.WorkingHours, false, null), At("23/11/2026 16:00"), Vietnam);

        answer.End.ShouldBe(At("25/11/2026 09:00"));
        answer.Entries.ShouldHaveSingleItem().Name.ShouldBe("Ngày Văn hóa Việt Nam");
    }

    [Fact]
    public void D_05_A_year_nobody_has_entered_is_named() => Of(5, TermUnit.WorkingDays, "29/12/2027").UnknownYears.ShouldBe([2028]);

    [Theory]
    [InlineData(0, TermUnit.WorkingDays, null, false)]
    [InlineData(1, TermUnit.WorkingDays, null, true)]
    [InlineData(1_000, TermUnit.CalendarDays, null, true)]
    [InlineData(1_001, TermUnit.CalendarDays, null, false)]
    [InlineData(400, TermUnit.WorkingHours, null, true)]
    [InlineData(401, TermUnit.WorkingHours, null, false)]
    [InlineData(120, TermUnit.Months, null, true)]
    [InlineData(121, TermUnit.Months, null, false)]
    [InlineData(1, TermUnit.WorkingDays, "31/12/9999", false)]
    [InlineData(1_000, TermUnit.WorkingDays, "31/12/2999", true)]
    public void Terms_beyond_all_reason_are_not_counted(int count, TermUnit unit, string? from, bool answerable)
    {
        var asked = new AskedTerm(count, unit, false, from is null ? null : Day(from));
        asked.IsAnswerable.ShouldBe(answerable);
        if (answerable)
        {
            Reckoning.Of(asked, At("23/11/2026 09:00"), Vietnam).End.ShouldBeGreaterThan(At("23/11/2026 09:00"));
        }
    }

    /// <summary>Defect 3 of the anchors: whatever zone the server lives in, a day begins at 00:00 of the office.</summary>
    [Theory]
    [InlineData("23/11/2026 00:00", "25/11/2026")]
    [InlineData("23/11/2026 06:59", "25/11/2026")]
    [InlineData("23/11/2026 07:00", "25/11/2026")]
    [InlineData("23/11/2026 23:59", "25/11/2026")]
    [InlineData("22/11/2026 23:59", "23/11/2026")]
    public void Defect_3_D_05_The_day_of_the_event_is_the_office_s_at_every_hour(string at, string last)
    {
        var answer = Reckoning.Of(new AskedTerm(1, TermUnit.WorkingDays, false, null), At(at), Vietnam);

        Vietnam.DayOfDeadline(answer.End).ShouldBe(Day(last));
        new Term.WorkingDays(1).From(At(at), Vietnam).ShouldBe(answer.End);
    }

    private static Reckoning Of(int count, TermUnit unit, string from) =>
        Reckoning.Of(new AskedTerm(count, unit, false, Day(from)), Instant.MinValue, Vietnam);
}
