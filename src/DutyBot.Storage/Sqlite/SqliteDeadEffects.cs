using DutyBot.Domain;
using NodaTime;

namespace DutyBot.Storage.Sqlite;

/// <summary>Effects that were given up, until an admin has them tried again or forgotten.</summary>
internal static class SqliteDeadEffects
{
    private const string Select = "SELECT Duty, Id, Json, Tries, Error FROM DeadEffects ORDER BY Duty, Number, Position LIMIT ?";

    // The count of changes begins where no proof of a lease from before its death can be: such a worker settles nothing.
    private const string Raise = """
        INSERT INTO Effects(Duty, Number, Position, Id, Lane, Json, RecordedAt, ReadyAt, DrainAt, Tries, Changes)
        SELECT Duty, Number, Position, Id, ?, Json, ?, ?, ?, 0, abs(random() / 4) FROM DeadEffects
        WHERE Duty = ? AND Id = ? AND (Since IS NULL OR Since <= ?)
        """;
    private const string Remove = "DELETE FROM DeadEffects WHERE Duty = ? AND Id = ?";

    public static IReadOnlyList<DeadEffect> All(SqliteSession session, int atMost) =>
        session[Select]
            .With(atMost)
            .List(row => new DeadEffect(DutyId.Parse(row.Text(0)), row.Text(1), row.Text(2), (int)row.Number(3), row.Text(4)));

    public static bool Revive(SqliteSession session, DutyId duty, string effect, Instant asked, Instant now)
    {
        var (since, at) = (SortableTime.Write(DeadEffect.Anew(asked, now)), SortableTime.Write(now));
        var raise = session[Raise].With(DeadEffect.LaneOf(effect)).With(since).With(at).With(at);
        return raise.With(duty.Value).With(effect).With(SortableTime.Write(asked)).Run() == 1 && Forget(session, duty, effect);
    }

    public static bool Forget(SqliteSession session, DutyId duty, string effect) => session[Remove].With(duty.Value).With(effect).Run() == 1;
}
