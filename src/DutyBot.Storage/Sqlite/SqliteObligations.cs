using DutyBot.Domain;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Storage.Sqlite;

/// <summary>Who owes what until when. Changed in the append's own transaction, so never a row too many or too few.</summary>
internal static class SqliteObligations
{
    private const string Columns = "Duty, Name, Kind, Owner, Due, Title, IntendedAt";
    private const string Put = $"INSERT OR REPLACE INTO Register({Columns}) VALUES(?, ?, ?, ?, ?, ?, ?)";
    private const string Remove = "DELETE FROM Register WHERE Duty = ? AND Name = ?";
    private const string SelectDue = $"SELECT {Columns} FROM Register WHERE Due <= ? ORDER BY Due, Duty, Name LIMIT ?";
    private const string SelectOwed = $"SELECT {Columns} FROM Register WHERE Owner = ? ORDER BY Due IS NULL, Due, Duty, Name";
    private const string SelectOfDuty = $"SELECT {Columns} FROM Register WHERE Duty = ? ORDER BY Name";
    private const string RemoveDisowned = "DELETE FROM Register WHERE Duty = ? AND Name = ? AND Owner = ? AND Due IS ? AND IntendedAt <= ?";

    public static void Change(SqliteSession session, ObligationChanges changes)
    {
        foreach (var removed in changes.Removed)
        {
            session[Remove].With(changes.Duty.Value).With(removed.Name).Run();
        }

        foreach (var added in changes.Added)
        {
            session[Put]
                .With(changes.Duty.Value)
                .With(added.Name)
                .With(added.Kind.ToString())
                .With(added.Owner.Key)
                .With(SortableTime.Write(added.Due))
                .With(changes.Title)
                .With(SortableTime.Write(changes.Now))
                .Run();
        }
    }

    public static IReadOnlyList<OwedRow> Due(SqliteSession session, Instant now, int atMost) =>
        session[SelectDue].With(SortableTime.Write(now)).With(atMost).List(Read);

    public static IReadOnlyList<OwedRow> OwedBy(SqliteSession session, Owner owner) => session[SelectOwed].With(owner.Key).List(Read);

    public static int Discard(SqliteSession session, OwedRow row, Instant now) =>
        session[RemoveDisowned]
            .With(row.Duty.Value)
            .With(row.Name)
            .With(row.Owner.Key)
            .With(SortableTime.Write(row.Due))
            .With(SortableTime.Write(now - StoreTiming.IntentGrace))
            .Run();

    /// <summary>The rows of one duty.</summary>
    public static List<OwedRow> Of(SqliteSession session, DutyId duty) => session[SelectOfDuty].With(duty.Value).List(Read);

    private static OwedRow Read(SqliteStatement row) =>
        new(
            DutyId.Parse(row.Text(0)),
            row.Text(1),
            Enum.Parse<ObligationKind>(row.Text(2)),
            OwnerKey.Read(row.Text(3)),
            row.TextOrNull(4) is { } due ? SortableTime.Read(due) : null,
            row.Text(5),
            SortableTime.Read(row.Text(6))
        );
}
