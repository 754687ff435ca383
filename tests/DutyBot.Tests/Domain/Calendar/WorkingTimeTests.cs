using CsCheck;
using DutyBot.Domain.Calendar;
using NodaTime;
using static DutyBot.Tests.Domain.Calendar.Dates;

namespace DutyBot.Tests.Domain.Calendar;

public sealed class WorkingTimeTests
{
    private static readonly Gen<Instant> AnyMinute = Gen.Int[0, 1460 * 24 * 60].Select(m => At("01/01/2024 00:00") + Duration.FromMinutes(m));

    [Fact]
    public void A_day_ends_at_24_00_of_the_office_and_not_of_the_server()
    {
        Vietnam.EndOfDay(Day("25/11/2026")).ShouldBe(Instant.FromUtc(2026, 11, 25, 17, 0));
        Vietnam.DateOf(Instant.FromUtc(2026, 11, 25, 16, 59)).ShouldBe(Day("25/11/2026"));
        Vietnam.DateOf(Instant.FromUtc(2026, 11, 25, 17, 0)).ShouldBe(Day("26/11/2026"));
        Vietnam.DayOfDeadline(Vietnam.EndOfDay(Day("25/11/2026"))).ShouldBe(Day("25/11/2026"));
    }

    [Fact]
    public void A_day_with_summer_time_in_another_zone_is_as_long_as_it_is()
    {
        var berlin = new WorkingCalendar([], DateTimeZoneProviders.Tzdb["Europe/Berlin"], WorkHours.Default);
        var spring = new LocalDate(2026, 3, 29);
        (berlin.EndOfDay(spring) - berlin.StartOfDay(spring)).ShouldBe(Duration.FromHours(23));
    }

    [Theory]
    [InlineData("23/11/2026 09:00", 2, "23/11/2026 11:00")]
    [InlineData("23/11/2026 08:00", 4, "23/11/2026 12:00")]
    [InlineData("23/11/2026 11:30", 2, "23/11/2026 14:30")]
    [InlineData("23/11/2026 12:10", 2, "23/11/2026 15:00")]
    [InlineData("23/11/2026 16:00", 4, "25/11/2026 11:00")]
    [InlineData("21/11/2026 21:00", 2, "23/11/2026 10:00")]
    [InlineData("21/08/2026 16:30", 1, "22/08/2026 08:30")]
    [InlineData("23/11/2026 05:00", 8, "23/11/2026 17:00")]
    [InlineData("22/11/2026 05:00", 0, "22/11/2026 05:00")]
    public void R_27_R_49_Working_hours_run_from_the_moment_and_only_while_the_office_works(string from, int hours, string expected) =>
        Vietnam.AddWorkingHours(At(from), hours).ShouldBe(At(expected));

    [Theory]
    [InlineData("23/11/2026 07:59", false, "23/11/2026 08:00")]
    [InlineData("23/11/2026 08:00", true, "23/11/2026 08:00")]
    [InlineData("23/11/2026 11:59", true, "23/11/2026 11:59")]
    [InlineData("23/11/2026 12:00", false, "23/11/2026 13:00")]
    [InlineData("23/11/2026 17:00", false, "25/11/2026 08:00")]
    [InlineData("21/11/2026 21:00", false, "23/11/2026 08:00")]
    [InlineData("22/08/2026 09:00", true, "22/08/2026 09:00")]
    public void R_02_What_is_not_urgent_waits_for_the_next_working_time(string at, bool working, string next)
    {
        Vietnam.IsWorkingTime(At(at)).ShouldBe(working);
        Vietnam.NextWorkingTime(At(at)).ShouldBe(At(next));
    }

    [Fact]
    public void R_34_Five_working_days_asked_on_20_11_2026_end_with_30_11_2026() =>
        new Term.WorkingDays(5).From(At("20/11/2026 16:45"), Vietnam).ShouldBe(At("01/12/2026 00:00"));

    [Fact]
    public void R_34_A_term_in_working_days_does_not_depend_on_the_hour_of_the_event() =>
        new Term.WorkingDays(1).From(At("23/11/2026 00:00"), Vietnam).ShouldBe(new Term.WorkingDays(1).From(At("23/11/2026 23:59"), Vietnam));

    [Fact]
    public void A_term_in_working_hours_counts_hours_of_work() =>
        new Term.WorkingHours(4).From(At("23/11/2026 15:00"), Vietnam).ShouldBe(At("25/11/2026 10:00"));

    [Theory]
    [InlineData("24/11/2026 23:59", false)]
    [InlineData("25/11/2026 00:00", true)]
    public void R_71_The_last_minute_of_the_24th_is_in_time_and_the_25th_is_late(string sent, bool late) =>
        WorkingCalendar.IsLate(Vietnam.EndOfDay(Day("24/11/2026")), At(sent)).ShouldBe(late);

    [Theory]
    [InlineData("Fri 20/11/2026", "20/11/2026 23:59", 0)]
    [InlineData("Fri 20/11/2026", "21/11/2026 10:00", 0)]
    [InlineData("Fri 20/11/2026", "23/11/2026 00:00", 1)]
    [InlineData("Fri 20/11/2026", "24/11/2026 09:00", 1)]
    [InlineData("Fri 20/11/2026", "25/11/2026 09:00", 2)]
    [InlineData("Fri 20/11/2026", "30/11/2026 09:00", 5)]
    [InlineData("Wed 25/11/2026", "26/11/2026 00:00", 1)]
    [InlineData("Wed 25/11/2026", "27/11/2026 17:00", 2)]
    public void Lateness_counts_the_working_days_begun_since_the_deadline(string due, string done, int expected) =>
        Vietnam.WorkingDaysLate(Vietnam.EndOfDay(Day(due)), At(done)).ShouldBe(expected);

    [Fact]
    public void Counting_hours_at_once_or_in_two_parts_ends_at_the_same_working_instant() =>
        Gen.Select(AnyMinute, Gen.Int[1, 20], Gen.Int[1, 20])
            .Sample(
                (start, a, b) =>
                {
                    var whole = Vietnam.AddWorkingHours(start, a + b);
                    var inTwo = Vietnam.AddWorkingHours(Vietnam.AddWorkingHours(start, a), b);
                    return whole == inTwo && whole > start && Vietnam.IsWorkingTime(whole - Duration.FromMinutes(1));
                }
            );

    [Fact]
    public void The_next_working_time_is_working_time_and_the_first_such() =>
        AnyMinute.Sample(at =>
        {
            var next = Vietnam.NextWorkingTime(at);
            return next >= at && Vietnam.IsWorkingTime(next) && (next == at || !Vietnam.IsWorkingTime(next - Duration.FromMinutes(1)));
        });

    [Fact]
    public void Hours_that_are_not_two_halves_of_a_day_are_refused() =>
        Should.Throw<ArgumentException>(() => new WorkHours(new(8, 0), new(13, 30), new(13, 0), new(17, 0)));
}
