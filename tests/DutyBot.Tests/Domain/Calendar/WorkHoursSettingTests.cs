using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using NodaTime;
using static DutyBot.Tests.Domain.Calendar.Dates;

namespace DutyBot.Tests.Domain.Calendar;

/// <summary>The hours of a working day are the office's to say (1.1 <c>clock.workHours</c>, R-87, R-88).</summary>
public sealed class WorkHoursSettingTests
{
    private const string Key = "clock.workHours";

    [Theory]
    [InlineData("07:30-11:30; 13:00-17:00")]
    [InlineData("7h30–11h30, 13h–17h")]
    [InlineData(" 7:30 - 11:30;13H-17H00 ")]
    public void R_87_The_hours_are_read_as_officials_write_them(string text) =>
        SettingsCatalogue.Apply(Policy.Default, Key, text, "QĐ")!.WorkHours.ShouldBe(new WorkHours(new(7, 30), new(11, 30), new(13, 0), new(17, 0)));

    [Theory]
    [InlineData("sáng, chiều", "E-WORK-HOURS-FORM")]
    [InlineData("08:00-12:00", "E-WORK-HOURS-FORM")]
    [InlineData("08:00-12:60; 13:00-17:00", "E-WORK-HOURS-FORM")]
    [InlineData("08:00-25:00; 13:00-17:00", "E-WORK-HOURS-FORM")]
    [InlineData("12:00-08:00; 13:00-17:00", "E-WORK-HOURS-ORDER")]
    [InlineData("08:00-13:30; 13:00-17:00", "E-WORK-HOURS-ORDER")]
    [InlineData("08:00-12:00; 13:00-13:00", "E-WORK-HOURS-ORDER")]
    [InlineData("08:00-09:00; 13:00-14:00", "E-WORK-HOURS-LENGTH")]
    [InlineData("00:00-12:00; 12:00-23:00", "E-WORK-HOURS-LENGTH")]
    public void R_87_Hours_that_cannot_be_are_refused_with_the_reason(string text, string problem)
    {
        SettingsCatalogue.Apply(Policy.Default, Key, text, "QĐ").ShouldBeNull();
        SettingsCatalogue.Find(Key)!.Refusal(text).ShouldBe(problem);
    }

    [Fact]
    public void R_87_What_is_written_is_read_back()
    {
        var setting = SettingsCatalogue.Find(Key)!;
        setting.Read(Policy.Default).ShouldBe("08:00-12:00; 13:00-17:00");
        setting.Write(Policy.Default, setting.Read(Policy.Default)).ShouldBe(Policy.Default);
    }

    [Fact]
    public void R_88_A_running_duty_keeps_the_hours_it_started_with()
    {
        var start = At("20/11/2026 15:00");
        var change = new OrganisationEvent.SettingChanged(
            new Act(At("23/11/2026 08:00"), new PersonId("admin")),
            Key,
            "08:00-12:00; 13:00-17:00",
            "07:00-11:00; 13:00-16:00",
            Day("23/11/2026"),
            "QĐ"
        );
        var organisation = Organisation.From([change]);
        var now = new DutyContext(organisation, organisation.Calendar, organisation.PolicyAt(At("23/11/2026 09:00")));

        Accept(now.StartedAt(start), At("23/11/2026 16:30")).ShouldBe(At("25/11/2026 11:30"));
        Accept(now, At("23/11/2026 16:30")).ShouldBe(At("25/11/2026 11:00"));
    }

    private static Instant Accept(DutyContext context, Instant from) => context.Policy.AcceptWithin.For(Urgency.Urgent).From(from, context.Calendar);
}
