using DutyBot.Domain;
using DutyBot.Telemetry;

namespace DutyBot.Tests.Telemetry;

/// <summary>What is measured never says who.</summary>
public sealed class PersonalCodesTests
{
    [Fact]
    public void The_code_of_a_persons_record_of_reminders_is_left_out() =>
        DutyTelemetry.CodeOf(DutyId.OfReminders(new PersonId("director"))).ShouldBeNull();

    [Fact]
    public void The_code_of_any_other_duty_is_told() => DutyTelemetry.CodeOf(DutyId.Parse("NV-2026-7K3Q9")).ShouldBe("NV-2026-7K3Q9");
}
