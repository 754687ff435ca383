using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Tests.Storage;

/// <summary>The values that the tests of the store are told with.</summary>
internal static class StoreSamples
{
    public static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 1, 0).PlusNanoseconds(123_456_789);
    public static readonly Duration LeaseTime = Duration.FromMinutes(1);
    public static readonly CancellationToken None = CancellationToken.None;
    public static readonly Settlement Done = new Settlement.Done();
    public static readonly Owner Unit = Owner.Of(new UnitId("phong-ke-hoach"));
    public static readonly Owner Person = Owner.Of(new PersonId("0b5e"));

    private static int duties;

    public static DutyId NewDuty() => DutyId.New(DutyKind.Task, 2026, (uint)Interlocked.Increment(ref duties) * 2654435761);

    public static Instant In(int minutes) => Now + Duration.FromMinutes(minutes);

    public static StoredDuty Unwritten(DutyId duty) => new(duty, DutyVersion.New, []);

    public static DutyAppend Following(StoredDuty seen, params string[] events) =>
        new(
            seen.Duty,
            seen.Version,
            seen.LastHash,
            "Báo cáo tháng 3",
            Now,
            [.. events.Select(json => new NewEvent("noted", json, Now, "system"))],
            [],
            [],
            []
        );

    public static NewEffect Effect(string id, string lane = "post", Instant? notBefore = null) => new(id, lane, $$"""{"say":"{{id}}"}""", notBefore);

    public static Obligation Owed(string name, Instant? due, Owner? owner = null) => new(name, ObligationKind.Complete, owner ?? Unit, due);
}
