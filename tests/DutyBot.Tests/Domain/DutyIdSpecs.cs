using DutyBot.Domain;

namespace DutyBot.Tests.Domain;

/// <summary>The code of a person's record of reminders.</summary>
public sealed class DutyIdSpecs
{
    [Fact]
    public void A_record_of_reminders_has_the_same_code_for_ever()
    {
        var id = DutyId.OfReminders(new PersonId("d07b0700-0000-4000-8000-000000000004"));
        (id.Value, id.Kind).ShouldBe(("NN-JFHT6A-9D0KQC", DutyKind.Reminders));
    }

    [Fact]
    public void The_code_is_read_back_however_it_is_typed_and_nothing_else_is()
    {
        var id = DutyId.OfReminders(new PersonId("anybody"));
        DutyId.Parse($" {id.Value.ToLowerInvariant()} ").ShouldBe(id);
        DutyId.TryParse(id.Value[..^1], out _).ShouldBeFalse();
        DutyId.TryParse("NN-2026-7K3Q9", out _).ShouldBeFalse();
        DutyId.TryParse("NV-6M2XK0-V9T4QD", out _).ShouldBeFalse();
    }

    [Fact]
    public void Different_people_have_different_records() =>
        Enumerable.Range(0, 20_000).Select(no => DutyId.OfReminders(new PersonId($"person-{no}"))).Distinct().Count().ShouldBe(20_000);
}
