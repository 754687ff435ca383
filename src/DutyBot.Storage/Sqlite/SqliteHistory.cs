using DutyBot.Domain;

namespace DutyBot.Storage.Sqlite;

/// <summary>Heads and events.</summary>
internal static class SqliteHistory
{
    private const string InsertHead = "INSERT INTO Heads(Duty, Number) VALUES(?, ?) ON CONFLICT DO NOTHING";
    private const string MoveHead = "UPDATE Heads SET Number = ? WHERE Duty = ? AND Number = ?";
    private const string InsertEvent = """INSERT INTO Events(Duty, Number, Type, Json, At, "By", Hash) VALUES(?, ?, ?, ?, ?, ?, ?)""";
    private const string NextDuties = "SELECT Duty FROM Heads WHERE Duty > ? ORDER BY Duty LIMIT 1000";

    // One statement, so that head and events are of the same moment. A head without events is a history that somebody emptied.
    private const string SelectHistory = """
        SELECT h.Number, e.Number, e.Type, e.Json, e.At, e."By", e.Hash
        FROM Heads h LEFT JOIN Events e ON e.Duty = h.Duty AND e.Number > ? WHERE h.Duty = ? ORDER BY e.Number
        """;

    public static AppendResult Append(SqliteSession session, DutyAppend append, IReadOnlyList<StoredEvent> events)
    {
        if (!Advance(session, append.Duty, append.Expected.Number, events[^1].Number))
        {
            return new AppendResult.Conflict();
        }

        foreach (var stored in events)
        {
            Insert(session, append.Duty, stored);
        }

        SqliteOutbox.Record(session, append);
        SqliteObligations.Change(session, ObligationChanges.Of(append));
        return new AppendResult.Appended(new DutyVersion(events[^1].Number), events);
    }

    /// <param name="after">Only events with a greater number.</param>
    public static StoredDuty Load(SqliteSession session, DutyId duty, long after = 0)
    {
        var number = 0L;
        var events = session[SelectHistory]
            .With(after)
            .With(duty.Value)
            .List(row =>
            {
                number = row.Number(0);
                return row.TextOrNull(2) is { } type
                    ? new StoredEvent(row.Number(1), type, row.Text(3), SortableTime.Read(row.Text(4)), row.Text(5), row.Text(6))
                    : null;
            });
        return new StoredDuty(duty, new DutyVersion(number), [.. events.OfType<StoredEvent>()]);
    }

    /// <summary>The next duties in order of their ids; empty at the end.</summary>
    public static List<DutyId> After(SqliteSession session, string duty) => session[NextDuties].With(duty).List(row => DutyId.Parse(row.Text(0)));

    /// <summary>Moves the head from one version to a later one; false when it is not at the first.</summary>
    public static bool Advance(SqliteSession session, DutyId duty, long from, long to)
    {
        var head = from == 0 ? session[InsertHead].With(duty.Value).With(to) : session[MoveHead].With(to).With(duty.Value).With(from);
        return head.Run() == 1;
    }

    public static void Insert(SqliteSession session, DutyId duty, StoredEvent stored) =>
        session[InsertEvent]
            .With(duty.Value)
            .With(stored.Number)
            .With(stored.Type)
            .With(stored.Json)
            .With(SortableTime.Write(stored.At))
            .With(stored.By)
            .With(stored.Hash)
            .Run();
}
