using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage.Copying;
using NodaTime;

namespace DutyBot.Storage.Sqlite;

/// <summary>All rows of a duty, for copies. An import is one transaction.</summary>
internal static class SqliteRecord
{
    private const string Place = "WHERE Duty = ? AND Number = ? AND Position = ?";
    private const string SelectEffects = """
        SELECT Number, Position, Id, Lane, Json, RecordedAt, ReadyAt, Tries, Error, IsInDoubt FROM Effects WHERE Duty = ? ORDER BY Number, Position
        """;
    private const string SelectDead = "SELECT Number, Position, Id, Json, Tries, Error FROM DeadEffects WHERE Duty = ? ORDER BY Number, Position";
    private const string SelectCards = "SELECT Slot, Address, ActivityId FROM Cards WHERE Duty = ? ORDER BY Slot";
    private const string SelectNumber = "SELECT Number FROM Heads WHERE Duty = ?";
    private const string InsertEffect = """
        INSERT INTO Effects(Duty, Number, Position, Id, Lane, Json, RecordedAt, ReadyAt, DrainAt, Tries, Changes, Error, IsInDoubt)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
        """;
    private const string UpdateEffect = $"""
        UPDATE Effects SET ReadyAt = ?, DrainAt = ?, Tries = ?, Error = ?, IsInDoubt = ?, Changes = Changes + 1 {Place}
        """;
    private const string RemoveEffect = $"DELETE FROM Effects {Place}";
    private const string PutDead = "INSERT OR REPLACE INTO DeadEffects(Duty, Number, Position, Id, Json, Tries, Error) VALUES(?, ?, ?, ?, ?, ?, ?)";
    private const string RemoveDead = $"DELETE FROM DeadEffects {Place}";
    private const string PutCard = "INSERT OR REPLACE INTO Cards(Duty, Slot, Address, ActivityId) VALUES(?, ?, ?, ?)";
    private const string FirstAddresses = "SELECT Key, Json FROM Conversations ORDER BY Key LIMIT 1000";
    private const string NextAddresses = "SELECT Key, Json FROM Conversations WHERE Key > ? ORDER BY Key LIMIT 1000";

    public static DutyRecord Export(SqliteSession session, DutyId duty)
    {
        // One transaction, so that all is of the same moment.
        session["BEGIN"].Run();
        try
        {
            return new DutyRecord(
                SqliteHistory.Load(session, duty),
                session[SelectEffects].With(duty.Value).List(ReadEffect),
                session[SelectDead].With(duty.Value).List(ReadDead),
                session[SelectCards].With(duty.Value).List(row => new PostedCard(row.Text(0), row.Text(1), row.Text(2)))
            );
        }
        finally
        {
            session["ROLLBACK"].Run();
        }
    }

    /// <returns>False, with nothing written, when the history is not as it had been seen.</returns>
    public static bool Import(SqliteSession session, DutyImport import)
    {
        var difference = import.Difference;
        if (!IsAsSeen(session, difference))
        {
            return false;
        }

        foreach (var stored in difference.Events)
        {
            SqliteHistory.Insert(session, difference.Duty, stored);
        }

        ChangeEffects(session, difference);
        ChangeRest(session, difference);
        SqliteObligations.Change(session, ObligationChanges.Of(import));
        return true;
    }

    public static IReadOnlyList<Obligation> Registered(SqliteSession session, DutyId duty, IReadOnlyList<Obligation> obligations)
    {
        var rows = SqliteObligations.Of(session, duty).Select(row => new Obligation(row.Name, row.Kind, row.Owner, row.Due)).ToHashSet();
        return [.. obligations.Where(rows.Contains)];
    }

    /// <summary>The next entries in order of their keys; empty at the end.</summary>
    /// <param name="after">Null for the first ones, because a key may be empty.</param>
    public static List<AddressEntry> Addresses(SqliteSession session, string? after) =>
        (after is null ? session[FirstAddresses] : session[NextAddresses].With(after)).List(row => new AddressEntry(row.Text(0), row.Text(1)));

    private static bool IsAsSeen(SqliteSession session, DutyDifference difference)
    {
        if (difference.MovesHead)
        {
            return SqliteHistory.Advance(session, difference.Duty, difference.Expected.Number, difference.Version);
        }

        return session[SelectNumber].With(difference.Duty.Value).List(row => row.Number(0)).SingleOrDefault() == difference.Expected.Number;
    }

    private static void ChangeEffects(SqliteSession session, DutyDifference difference)
    {
        foreach (var effect in difference.Settled)
        {
            OfPlace(session[RemoveEffect], difference.Duty, effect.Place).Run();
        }

        foreach (var effect in difference.Tried)
        {
            var changed = session[UpdateEffect]
                .With(SortableTime.Write(effect.ReadyAt))
                .With(SortableTime.Write(DrainAt(effect)))
                .With(effect.Tries)
                .With(effect.Error)
                .With(effect.IsInDoubt ? 1 : 0);
            OfPlace(changed, difference.Duty, effect.Place).Run();
        }

        foreach (var effect in difference.Added)
        {
            OfPlace(session[InsertEffect], difference.Duty, effect.Place)
                .With(effect.Id)
                .With(effect.Lane)
                .With(effect.Json)
                .With(SortableTime.Write(effect.RecordedAt))
                .With(SortableTime.Write(effect.ReadyAt))
                .With(SortableTime.Write(DrainAt(effect)))
                .With(effect.Tries)
                .With(effect.Error)
                .With(effect.IsInDoubt ? 1 : 0)
                .Run();
        }
    }

    private static void ChangeRest(SqliteSession session, DutyDifference difference)
    {
        foreach (var dead in difference.DeadNoMore)
        {
            OfPlace(session[RemoveDead], difference.Duty, dead.Place).Run();
        }

        foreach (var dead in difference.Dead)
        {
            OfPlace(session[PutDead], difference.Duty, dead.Place).With(dead.Id).With(dead.Json).With(dead.Tries).With(dead.Error).Run();
        }

        foreach (var card in difference.Cards)
        {
            session[PutCard].With(difference.Duty.Value).With(card.Slot).With(card.Address).With(card.ActivityId).Run();
        }
    }

    /// <summary>As the outbox has it: an effect that was leased once is looked for as soon as it is ready.</summary>
    private static Instant DrainAt(OutstandingEffect effect) =>
        effect.Tries > 0 ? effect.ReadyAt : Instant.Max(effect.ReadyAt, effect.RecordedAt + StoreTiming.DrainAfter);

    private static OutstandingEffect ReadEffect(SqliteStatement row) =>
        new(
            ReadPlace(row),
            row.Text(2),
            row.Text(3),
            row.Text(4),
            SortableTime.Read(row.Text(5)),
            SortableTime.Read(row.Text(6)),
            (int)row.Number(7),
            row.TextOrNull(8),
            row.Number(9) != 0
        );

    private static BuriedEffect ReadDead(SqliteStatement row) => new(ReadPlace(row), row.Text(2), row.Text(3), (int)row.Number(4), row.Text(5));

    private static EffectPlace ReadPlace(SqliteStatement row) => new(row.Number(0), (int)row.Number(1));

    private static SqliteStatement OfPlace(SqliteStatement statement, DutyId duty, EffectPlace place) =>
        statement.With(duty.Value).With(place.Event).With(place.Position);
}
