using CsCheck;
using DutyBot.Domain.Calendar;
using NodaTime;
using static DutyBot.Tests.Domain.Calendar.Dates;

namespace DutyBot.Tests.Domain.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly LocalDate First = new(2024, 1, 1);
    private static readonly Gen<LocalDate> AnyDay = Gen.Int[0, 1460].Select(First.PlusDays);

    [Fact]
    public void D_05_A_date_may_be_entered_only_once()
    {
        var off = new CalendarEntry(First, CalendarEntryKind.Holiday, "Tết Dương lịch", "Law");
        Should.Throw<ArgumentException>(() =>
            new WorkingCalendar([off, off with { Kind = CalendarEntryKind.SwapWork }], Vietnam.Zone, Vietnam.Hours)
        );
    }

    [Fact]
    public void D_05_The_office_can_make_23_11_2026_a_swapped_day_off()
    {
        var swap = new CalendarEntry(Day("23/11/2026"), CalendarEntryKind.SwapOff, "Hoán đổi", "Decision of the office");
        var calendar = new WorkingCalendar(VietnamCalendar.Entries.Append(swap), Vietnam.Zone, Vietnam.Hours);
        calendar.IsWorkingDay(swap.Date).ShouldBeFalse();
        calendar.EntryOn(swap.Date).ShouldBe(swap);
        calendar.NextWorkingDay(Day("20/11/2026")).ShouldBe(Day("25/11/2026"));
    }

    [Theory]
    [InlineData("31/10/2027", null)]
    [InlineData("01/11/2027", 2028)]
    [InlineData("31/12/2027", 2028)]
    [InlineData("01/01/2028", 2028)]
    [InlineData("01/11/2026", null)]
    public void D_05_From_1_11_on_a_next_year_that_nobody_has_entered_is_missed(string date, int? year) =>
        Vietnam.YearMissedOn(Day(date)).ShouldBe(year);

    [Fact]
    public void D_05_Once_the_next_year_has_an_entry_it_is_missed_no_more() =>
        Vietnam.With(new CalendarEntry(Day("03/01/2028"), CalendarEntryKind.InLieu, "Nghỉ bù", "TB")).YearMissedOn(Day("01/11/2027")).ShouldBeNull();

    [Fact]
    public void R_10_The_next_working_day_is_offered_for_a_deadline_on_a_holiday()
    {
        Vietnam.EntryOn(Day("24/11/2026"))!.Name.ShouldBe("Ngày Văn hóa Việt Nam");
        Vietnam.NextWorkingDayOnOrAfter(Day("24/11/2026")).ShouldBe(Day("25/11/2026"));
        Vietnam.NextWorkingDayOnOrAfter(Day("25/11/2026")).ShouldBe(Day("25/11/2026"));
    }

    [Fact]
    public void A_reminder_three_working_days_before_counts_back_over_the_holiday() =>
        Vietnam.AddWorkingDays(Day("Fri 27/11/2026"), -3).ShouldBe(Day("Mon 23/11/2026"));

    [Fact]
    public void Zero_working_days_from_a_rest_day_is_the_next_working_day()
    {
        Vietnam.AddWorkingDays(Day("Sun 22/11/2026"), 0).ShouldBe(Day("Mon 23/11/2026"));
        Vietnam.AddWorkingDays(Day("Mon 23/11/2026"), 0).ShouldBe(Day("Mon 23/11/2026"));
    }

    [Fact]
    public void A_deadline_never_falls_on_a_rest_day() =>
        Gen.Select(AnyDay, Gen.Int[-60, 60])
            .Sample(
                (day, n) =>
                    Vietnam.IsWorkingDay(Vietnam.AddWorkingDays(day, n))
                    && Vietnam.IsWorkingDay(Vietnam.AddCalendarDays(day, n))
                    && Vietnam.IsWorkingDay(Vietnam.AddMonths(day, n / 10))
            );

    [Fact]
    public void A_later_event_or_a_longer_period_never_ends_earlier() =>
        Gen.Select(AnyDay, Gen.Int[0, 30], Gen.Int[1, 40], Gen.Int[0, 10])
            .Sample(
                (day, later, n, more) =>
                    Vietnam.AddWorkingDays(day, n) <= Vietnam.AddWorkingDays(day.PlusDays(later), n + more)
                    && Vietnam.AddWorkingDays(day, n) < Vietnam.AddWorkingDays(day, n + more + 1)
                    && Vietnam.AddWorkingDays(day, -n) < day
            );

    [Fact]
    public void Counting_back_from_the_result_gives_the_working_day_of_the_event() =>
        Gen.Select(AnyDay, Gen.Int[1, 60])
            .Sample(
                (any, n) =>
                {
                    var day = Vietnam.NextWorkingDayOnOrAfter(any);
                    var end = Vietnam.AddWorkingDays(day, n);
                    return Vietnam.AddWorkingDays(end, -n) == day
                        && Vietnam.WorkingDaysBetween(day, end) == n
                        && Vietnam.WorkingDaysBetween(end, day) == -n;
                }
            );

    [Fact]
    public void Working_days_between_add_up() =>
        Gen.Select(AnyDay, AnyDay, AnyDay)
            .Sample((a, b, c) => Vietnam.WorkingDaysBetween(a, b) + Vietnam.WorkingDaysBetween(b, c) == Vietnam.WorkingDaysBetween(a, c));
}
