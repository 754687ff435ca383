using DutyBot.Domain;
using DutyBot.Duties;

namespace DutyBot.Tests.Duties;

/// <summary>What is kept in memory is never older than what was there.</summary>
public sealed class WarmDutiesTests
{
    private static readonly DutyId Duty = DutyId.Parse("NV-2026-7K3Q9");

    [Fact]
    public void A_slow_reader_does_not_put_an_old_state_in_the_place_of_a_newer()
    {
        using var warm = new WarmDuties();
        warm.Keep(Duty, 2, "newer");
        warm.Keep(Duty, 1, "older");

        warm.Find<string>(Duty).ShouldBe("newer");
    }

    [Fact]
    public void Whoever_lost_a_conflict_drops_the_old_state_and_not_the_winner_s()
    {
        using var warm = new WarmDuties();
        warm.Keep(Duty, 2, "newer");
        warm.Forget(Duty, 1);
        warm.Find<string>(Duty).ShouldBe("newer");

        warm.Forget(Duty, 2);
        warm.Find<string>(Duty).ShouldBeNull();
    }
}
