using DutyBot.Domain.Calendar;
using DutyBot.Imports.Calendars;
using NodaTime;
using static DutyBot.Tests.Domain.Calendar.Dates;

namespace DutyBot.Tests.Imports;

/// <summary>Which whole days of the office an .ics file names, and what it cannot be understood to say (D-05).</summary>
public sealed class IcsFileTests
{
    private static readonly DateInterval Period = new(new(2026, 1, 1), new(2028, 12, 31));

    [Fact]
    public void D_05_The_end_of_an_all_day_event_does_not_belong_to_it()
    {
        var file = Of("SUMMARY:Tết Nguyên đán\nDTSTART;VALUE=DATE:20270204\nDTEND;VALUE=DATE:20270207");

        file.Days.Select(day => day.Date).ShouldBe([Day("04/02/2027"), Day("05/02/2027"), Day("06/02/2027")]);
        file.Days.ShouldAllBe(day => day.Name == "Tết Nguyên đán" && day.Kind == null && !day.Cancelled);
        file.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void D_05_An_event_without_an_end_is_one_day() =>
        Of("SUMMARY:x\nDTSTART;VALUE=DATE:20270430").Days.ShouldHaveSingleItem().Date.ShouldBe(Day("30/04/2027"));

    [Fact]
    public void D_05_What_comes_every_year_is_taken_in_each_year_that_is_imported_but_for_its_exceptions()
    {
        var file = Of("SUMMARY:Quốc khánh\nDTSTART;VALUE=DATE:20200902\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20270902");

        file.Days.Select(day => day.Date).ShouldBe([Day("02/09/2026"), Day("02/09/2028")]);
    }

    [Fact]
    public void D_05_What_begins_in_the_year_before_is_taken_from_the_first_day_that_is_imported()
    {
        var file = Of("SUMMARY:x\nDTSTART;VALUE=DATE:20251230\nDTEND;VALUE=DATE:20260103");

        file.Days.Select(day => day.Date).ShouldBe([Day("01/01/2026"), Day("02/01/2026")]);
        file.Outside.ShouldBe(2);
    }

    /// <summary>One year the day is moved, in another it is called off: each stands in the file apart from the series (RFC 5545, 3.8.4.4).</summary>
    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20200902", ";VALUE=DATE:20270902", ";VALUE=DATE:20280902")]
    [InlineData("DTSTART:20200901T170000Z\nDTEND:20200902T170000Z", ":20270901T170000Z", ":20280901T170000Z")]
    public void D_05_A_day_that_was_moved_out_of_its_series_is_taken_once(string series, string moved, string off)
    {
        var file = Several(
            $"UID:1\nSUMMARY:Quốc khánh\n{series}\nRRULE:FREQ=YEARLY",
            $"UID:1\nSUMMARY:Quốc khánh\nRECURRENCE-ID{moved}\nDTSTART;VALUE=DATE:20270903",
            $"UID:1\nSUMMARY:Quốc khánh\nRECURRENCE-ID{off}\nDTSTART;VALUE=DATE:20280902\nSTATUS:CANCELLED"
        );

        file.Days.Select(day => (day.Date, day.Cancelled))
            .ShouldBe([(Day("02/09/2026"), false), (Day("03/09/2027"), false), (Day("02/09/2028"), true)]);
        file.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void D_05_Several_calendars_in_one_file_are_read_one_after_another() =>
        IcsFile
            .Read(
                Calendar("UID:1\nSUMMARY:a\nDTSTART;VALUE=DATE:20270430") + Calendar("UID:1\nSUMMARY:b\nDTSTART;VALUE=DATE:20270501"),
                Period,
                Vietnam.Zone
            )!
            .Days.Select(day => day.Name)
            .ShouldBe(["a", "b"]);

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\n \t")]
    [InlineData("\uFEFF\r\n")]
    public void D_05_Blanks_and_a_byte_order_mark_before_the_calendar_are_no_part_of_it(string before) =>
        IcsFile.Read(before + Calendar("SUMMARY:a\nDTSTART;VALUE=DATE:20270430"), Period, Vietnam.Zone)!.Days.ShouldHaveSingleItem();

    [Theory]
    [InlineData("DTSTART:20270203T170000Z\nDTEND:20270204T170000Z")]
    [InlineData("DTSTART;TZID=Asia/Ho_Chi_Minh:20270204T000000\nDTEND;TZID=Asia/Ho_Chi_Minh:20270205T000000")]
    [InlineData("DTSTART;TZID=Asia/Tokyo:20270204T020000\nDTEND;TZID=Asia/Tokyo:20270205T020000")]
    [InlineData("DTSTART:20270204T000000\nDTEND:20270205T000000")]
    [InlineData("DTSTART;TZID=SE Asia Standard Time:20270204T000000\nDURATION:P1D")]
    public void D_05_A_day_from_midnight_to_midnight_of_the_office_is_a_day_in_whatever_zone_it_is_written(string times) =>
        Of($"SUMMARY:x\n{times}").Days.ShouldHaveSingleItem().Date.ShouldBe(Day("04/02/2027"));

    [Theory]
    [InlineData("DTSTART:20270204T020000Z\nDTEND:20270204T030000Z", "E-ICS-NOT-A-DAY")]
    [InlineData("DTSTART;TZID=Mars/Phobos:20270204T000000\nDTEND;TZID=Mars/Phobos:20270205T000000", "E-ICS-DATES")]
    [InlineData("DTSTART;VALUE=DATE:20270204\nDTEND;VALUE=DATE:20260204", "E-ICS-DATES")]
    [InlineData("DTSTART;VALUE=DATE:20270204\nDTEND;VALUE=DATE:20290204", "E-ICS-TOO-MANY")]
    [InlineData("DTSTART;VALUE=DATE:20250101\nRRULE:FREQ=DAILY", "E-ICS-TOO-MANY")]
    [InlineData("DTSTART:20270101T000000Z\nRRULE:FREQ=SECONDLY", "E-ICS-RULE")]
    [InlineData("DTSTART;VALUE=DATE:20250101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "E-ICS-DATES")]
    [InlineData("DESCRIPTION:ngày nào?", "E-ICS-NO-DATE")]
    [InlineData("DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY\nRRULE:FREQ=SECONDLY", "E-ICS-RULE")]
    [InlineData("DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY\nEXRULE:FREQ=SECONDLY", "E-ICS-RULE")]
    [InlineData("DTSTART:19000101T000000\nRRULE:FREQ=DAILY;BYSECOND=0,1,2,3;BYMINUTE=0,1,2,3", "E-ICS-RULE")]
    [InlineData("RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270902\nDTSTART;VALUE=DATE:20270903", "E-ICS-RULE")]
    public void D_05_An_event_of_which_no_day_can_be_made_is_told_by_its_name(string lines, string problem)
    {
        var fault = Of($"SUMMARY:Họp\n{lines}").Faults.ShouldHaveSingleItem();

        fault.Name.ShouldBe("Họp");
        fault.Problem.Key.ShouldBe(problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ngày nghỉ: 30/4, 1/5")]
    [InlineData("%PDF-1.7")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x")]
    [InlineData("BEGIN:VCALENDAR\nEND:VEVENT")]
    [InlineData("BEGIN:VTODO\nEND:VTODO")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270229\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270228\nRRULE:FREQ=FOO\nEND:VEVENT\nEND:VCALENDAR")]
    public void D_05_What_is_no_calendar_is_no_calendar(string text) => IcsFile.Read(text, Period, Vietnam.Zone).ShouldBeNull();

    [Theory]
    [InlineData("X-DUTYBOT-KIND:swapWork", CalendarEntryKind.SwapWork)]
    [InlineData("CATEGORIES:Việt Nam,Nghỉ bù", CalendarEntryKind.InLieu)]
    [InlineData("CATEGORIES:Hoán đổi", CalendarEntryKind.SwapOff)]
    [InlineData("CATEGORIES:HOLIDAY\nX-DUTYBOT-KIND:in lieu", CalendarEntryKind.InLieu)]
    public void D_05_The_file_may_say_what_kind_of_day_it_is(string lines, CalendarEntryKind kind) =>
        Of($"SUMMARY:x\nDTSTART;VALUE=DATE:20270430\n{lines}").Days.ShouldHaveSingleItem().Kind.ShouldBe(kind);

    [Fact]
    public void D_05_A_cancelled_event_takes_its_day_out() =>
        Of("SUMMARY:x\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20270430").Days.ShouldHaveSingleItem().Cancelled.ShouldBeTrue();

    [Fact]
    public void A_calendar_without_events_has_no_days() =>
        IcsFile.Read("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR", Period, Vietnam.Zone)!.Days.ShouldBeEmpty();

    private static IcsFile Of(string lines) => Several($"UID:1\n{lines}");

    private static IcsFile Several(params string[] events) => IcsFile.Read(Calendar(events), Period, Vietnam.Zone).ShouldNotBeNull();

    private static string Calendar(params string[] events) =>
        $"BEGIN:VCALENDAR\nVERSION:2.0\n{string.Concat(events.Select(lines => $"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n"))}END:VCALENDAR\n";
}
