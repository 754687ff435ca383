using System.Globalization;
using DutyBot.Domain;
using NodaTime;

namespace DutyBot.Storage.Sqlite;

/// <summary>
/// Effects and the cards they left. <c>ReadyAt</c> is when an effect may be leased: its NotBefore, the end of its lease or its next try.
/// A lease is proven by the count of changes to its row.
/// </summary>
internal static class SqliteOutbox
{
    private const string Row = "WHERE Duty = ? AND Number = ? AND Position = ? AND Changes = ?";

    private const string Insert = """
        INSERT INTO Effects(Duty, Number, Position, Id, Lane, Json, RecordedAt, ReadyAt, DrainAt, Tries, Changes) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
        """;
    private const string SelectPending = """
        SELECT Number, Position, Changes, Id, Lane, Json, Tries, RecordedAt, ReadyAt, IsInDoubt FROM Effects WHERE Duty = ? ORDER BY Number, Position
        """;
    private const string TakeLease = $"UPDATE Effects SET ReadyAt = ?, DrainAt = ?, Tries = Tries + 1, Changes = Changes + 1 {Row}";
    private const string Mark = $"UPDATE Effects SET ReadyAt = ?, DrainAt = ?, IsInDoubt = 1, Changes = Changes + 1 {Row}";
    private const string Retry = $"UPDATE Effects SET ReadyAt = ?, DrainAt = ?, Error = ?, IsInDoubt = ?, Changes = Changes + 1 {Row}";
    private const string Delay = $"UPDATE Effects SET ReadyAt = ?, DrainAt = ?, Tries = Tries - 1, IsInDoubt = 0, Changes = Changes + 1 {Row}";
    private const string Remove = $"DELETE FROM Effects {Row}";
    private const string Bury = $"""
        INSERT INTO DeadEffects(Duty, Number, Position, Id, Json, Tries, Error, Since)
        SELECT Duty, Number, Position, Id, Json, Tries, ?, RecordedAt FROM Effects {Row}
        """;
    private const string PutCard = "INSERT OR REPLACE INTO Cards(Duty, Slot, Address, ActivityId) VALUES(?, ?, ?, ?)";
    private const string SelectCard = "SELECT Address, ActivityId FROM Cards WHERE Duty = ? AND Slot = ?";

    // What waits behind another effect of its lane is not named: it may have to wait all night.
    private const string SelectToDrain = """
        SELECT e.Duty, min(e.DrainAt) FROM Effects e WHERE e.DrainAt <= ? AND NOT EXISTS
          (SELECT 1 FROM Effects b WHERE b.Duty = e.Duty AND b.Lane = e.Lane AND (b.Number, b.Position) < (e.Number, e.Position))
        GROUP BY e.Duty ORDER BY 2, 1 LIMIT ?
        """;

    public static void Record(SqliteSession session, DutyAppend append)
    {
        var now = SortableTime.Write(append.Now);
        for (var position = 0; position < append.Effects.Count; position++)
        {
            var effect = append.Effects[position];
            var readyAt = effect.NotBefore ?? append.Now;
            session[Insert]
                .With(append.Duty.Value)
                .With(append.Expected.Number + 1)
                .With(position)
                .With(effect.Id)
                .With(effect.Lane)
                .With(effect.Json)
                .With(now)
                .With(SortableTime.Write(readyAt))
                .With(SortableTime.Write(Instant.Max(readyAt, append.Now + StoreTiming.DrainAfter)))
                .Run();
        }
    }

    public static IReadOnlyList<LeasedEffect> Lease(SqliteSession session, DutyId duty, Instant now, Duration lease)
    {
        var pending = session[SelectPending].With(duty.Value).List(row => ReadPending(duty, row));
        var ready = pending.DistinctBy(effect => effect.Leased.Lane).Where(effect => effect.ReadyAt <= now).Select(effect => effect.Leased);
        List<LeasedEffect> leased = [.. ready];
        var until = SortableTime.Write(now + lease);
        for (var i = 0; i < leased.Count; i++)
        {
            var proof = LeaseProof.Read(leased[i].Lease);
            OfRow(session[TakeLease].With(until).With(until), duty, proof).Run();
            leased[i] = leased[i] with { Lease = proof.Next().ToString() };
        }

        return leased;
    }

    public static LeasedEffect? MarkSending(SqliteSession session, LeasedEffect effect, Instant until)
    {
        var (proof, at) = (LeaseProof.Read(effect.Lease), SortableTime.Write(until));
        return OfRow(session[Mark].With(at).With(at), effect.Duty, proof).Run() == 1 ? effect with { Lease = proof.Next().ToString() } : null;
    }

    public static IReadOnlyList<PendingEffect> Pending(SqliteSession session, DutyId duty) =>
        session[SelectPending].With(duty.Value).List(row => new PendingEffect(row.Text(3), row.Text(4), row.Text(5)));

    public static bool Settle(SqliteSession session, LeasedEffect effect, Settlement settlement)
    {
        var proof = LeaseProof.Read(effect.Lease);
        return settlement switch
        {
            Settlement.Done done => Done(session, effect.Duty, proof, done.Card),
            Settlement.RetryAt retry => RetryAt(session, effect.Duty, proof, retry),
            Settlement.PutOff putOff => PutOff(session, effect.Duty, proof, SortableTime.Write(putOff.At)),
            Settlement.Dead dead => OfRow(session[Bury].With(dead.Error), effect.Duty, proof).Run() == 1 && Done(session, effect.Duty, proof, null),
            _ => throw new ArgumentOutOfRangeException(nameof(settlement)),
        };
    }

    public static IReadOnlyList<DutyId> ToDrain(SqliteSession session, Instant now, int atMost) =>
        session[SelectToDrain].With(SortableTime.Write(now)).With(atMost).List(row => DutyId.Parse(row.Text(0)));

    public static PostedCard? FindCard(SqliteSession session, DutyId duty, string slot) =>
        session[SelectCard].With(duty.Value).With(slot).List(row => new PostedCard(slot, row.Text(0), row.Text(1))).SingleOrDefault();

    private static bool Done(SqliteSession session, DutyId duty, LeaseProof proof, PostedCard? card)
    {
        var held = OfRow(session[Remove], duty, proof).Run() == 1;
        if (held && card is not null)
        {
            session[PutCard].With(duty.Value).With(card.Slot).With(card.Address).With(card.ActivityId).Run();
        }

        return held;
    }

    private static bool PutOff(SqliteSession session, DutyId duty, LeaseProof proof, string at) =>
        OfRow(session[Delay].With(at).With(at), duty, proof).Run() == 1;

    private static bool RetryAt(SqliteSession session, DutyId duty, LeaseProof proof, Settlement.RetryAt retry)
    {
        var at = SortableTime.Write(retry.At);
        return OfRow(session[Retry].With(at).With(at).With(retry.Error).With(retry.IsInDoubt ? 1 : 0), duty, proof).Run() == 1;
    }

    private static (LeasedEffect Leased, Instant ReadyAt) ReadPending(DutyId duty, SqliteStatement row)
    {
        var proof = new LeaseProof(row.Number(0), row.Number(1), row.Number(2)).ToString();
        var (recordedAt, readyAt, isInDoubt) = (SortableTime.Read(row.Text(7)), SortableTime.Read(row.Text(8)), row.Number(9) != 0);
        return (new LeasedEffect(duty, row.Text(3), row.Text(4), row.Text(5), (int)row.Number(6), recordedAt, proof, isInDoubt), readyAt);
    }

    private static SqliteStatement OfRow(SqliteStatement statement, DutyId duty, LeaseProof proof) =>
        statement.With(duty.Value).With(proof.Number).With(proof.Position).With(proof.Changes);

    /// <summary>Which row was leased, in which state.</summary>
    private readonly record struct LeaseProof(long Number, long Position, long Changes)
    {
        public static LeaseProof Read(string text)
        {
            var parts = text.Split('.');
            return new(Parse(parts[0]), Parse(parts[1]), Parse(parts[2]));
        }

        public LeaseProof Next() => this with { Changes = Changes + 1 };

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}.{Position}.{Changes}");

        private static long Parse(string part) => long.Parse(part, CultureInfo.InvariantCulture);
    }
}
