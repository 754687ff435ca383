using DutyBot.Domain.Calendar;
using NodaTime;
using static DutyBot.Tests.Domain.Calendar.Dates;

namespace DutyBot.Tests.Domain.Calendar;

/// <summary>The worked examples of 2.7: working days, calendar days, months, the monthly report and the year.</summary>
public sealed class CountingVectors
{
    [Theory]
    [InlineData("Fri 26/04/2024", 1, "Thu 02/05/2024")]
    [InlineData("Fri 26/04/2024", 3, "Sat 04/05/2024")]
    [InlineData("Fri 24/01/2025", 1, "Mon 03/02/2025")]
    [InlineData("Fri 25/04/2025", 1, "Sat 26/04/2025")]
    [InlineData("Tue 29/04/2025", 1, "Mon 05/05/2025")]
    [InlineData("Wed 31/12/2025", 1, "Mon 05/01/2026")]
    [InlineData("Fri 09/01/2026", 1, "Sat 10/01/2026")]
    [InlineData("Sat 10/01/2026", 1, "Mon 12/01/2026")]
    [InlineData("Fri 13/02/2026", 3, "Wed 25/02/2026")]
    [InlineData("Tue 17/02/2026", 1, "Mon 23/02/2026")]
    [InlineData("Fri 24/04/2026", 1, "Tue 28/04/2026")]
    [InlineData("Fri 21/08/2026", 1, "Sat 22/08/2026")]
    [InlineData("Fri 28/08/2026", 1, "Thu 03/09/2026")]
    [InlineData("Fri 20/11/2026", 5, "Mon 30/11/2026")]
    [InlineData("Mon 23/11/2026", 1, "Wed 25/11/2026")]
    [InlineData("Wed 03/02/2027", 2, "Fri 12/02/2027")]
    [InlineData("Thu 29/04/2027", 1, "Tue 04/05/2027")]
    public void D_05_R_34_Working_days_skip_rest_days_and_include_swapped_Saturdays(string from, int days, string expected) =>
        Vietnam.AddWorkingDays(Day(from), days).ShouldBe(Day(expected));

    [Theory]
    [InlineData("Sat 15/08/2026", 15, "Thu 03/09/2026")]
    [InlineData("Sun 01/02/2026", 15, "Mon 23/02/2026")]
    [InlineData("Mon 09/11/2026", 15, "Wed 25/11/2026")]
    public void D_05_A_period_in_days_that_ends_on_a_rest_day_goes_on_to_the_next_working_day(string from, int days, string expected) =>
        Vietnam.AddCalendarDays(Day(from), days).ShouldBe(Day(expected));

    [Theory]
    [InlineData("31/01/2026", 1, "Mon 02/03/2026")]
    [InlineData("31/08/2026", 6, "Mon 01/03/2027")]
    [InlineData("15/09/2026", 1, "Thu 15/10/2026")]
    public void D_05_A_period_in_months_ends_on_the_same_day_or_the_last_of_the_month(string from, int months, string expected) =>
        Vietnam.AddMonths(Day(from), months).ShouldBe(Day(expected));

    [Theory]
    [InlineData(2026, "23/01 24/02 24/03 24/04 22/05 24/06 24/07 24/08 24/09 23/10 23/11 24/12")]
    [InlineData(2027, "22/01 24/02 24/03 23/04 24/05 24/06 23/07 24/08 24/09 22/10 23/11 24/12")]
    public void R_71_The_monthly_report_aims_at_the_last_working_day_before_the_25th(int year, string expected) =>
        Enumerable
            .Range(1, 12)
            .Select(month => Vietnam.PreviousWorkingDay(new LocalDate(year, month, 25)))
            .ShouldBe(expected.Split(' ').Select(day => Day($"{day}/{year}")));

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 250)]
    [InlineData(2026, 249)]
    [InlineData(2027, 249)]
    public void D_05_The_years_have_as_many_working_days_as_the_notices_give(int year, int expected) =>
        Vietnam.WorkingDaysBetween(new LocalDate(year - 1, 12, 31), new LocalDate(year, 12, 31)).ShouldBe(expected);

    [Theory]
    [InlineData(2024, "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9", "4/5")]
    [InlineData(2025, "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9", "26/4")]
    [InlineData(2026, "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11", "10/1 22/8")]
    [InlineData(2027, "1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11", "")]
    public void D_05_The_seeded_calendar_is_the_table_of_2_6(int year, string off, string worked)
    {
        var entries = Vietnam.EntriesOf(year).ToLookup(e => e.Kind == CalendarEntryKind.SwapWork, e => $"{e.Date.Day}/{e.Date.Month}");
        string.Join(' ', entries[false]).ShouldBe(off);
        string.Join(' ', entries[true]).ShouldBe(worked);
    }

    [Fact]
    public void D_05_Every_entry_names_its_source_and_changes_an_ordinary_day()
    {
        VietnamCalendar.Entries.ShouldAllBe(e => e.Source.Length > 0 && e.Name.Length > 0);
        VietnamCalendar.Entries.ShouldAllBe(e => (e.Date.DayOfWeek == IsoDayOfWeek.Saturday) == e.IsWorked);
        VietnamCalendar.Entries.ShouldAllBe(e => e.Date.DayOfWeek != IsoDayOfWeek.Sunday);
    }
}
