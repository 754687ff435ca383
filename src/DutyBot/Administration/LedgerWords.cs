using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Features;
using DutyBot.Teams;
using NodaTime;

namespace DutyBot.Administration;

/// <summary>The delivery ledger in words: what last became of the messages to somebody, and never what they said (features 54).</summary>
internal static class LedgerWords
{
    /// <summary>So that the card stays within its limit.</summary>
    private const int MostLines = 20;

    /// <summary>A line for each of whom messages do not reach; of very many the first ones, and how many more there are.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<UnreachedPerson> people, Names names)
    {
        var lines = people.Take(MostLines).Select(person => Of(person.Person, person.State, names));
        return people.Count <= MostLines ? lines : lines.Append(names.Texts.Format("ledger.more", ("n", people.Count - MostLines)));
    }

    public static string Of(PersonId person, DeliveryState state, Names names) =>
        state switch
        {
            { IsTrouble: true, Why: { } why, Since: { } since } => names.Texts.Format(
                "ledger.unreached",
                ("person", names.Of(person)),
                ("since", At(since)),
                ("why", Of(why, names.Texts)),
                ("n", state.Failures)
            ),
            { FailedAt: { } failed, Why: { } why } when failed > (state.DeliveredAt ?? 0) => names.Texts.Format(
                "ledger.back",
                ("person", names.Of(person)),
                ("at", At(failed)),
                ("why", Of(why, names.Texts))
            ),
            { DeliveredAt: { } delivered } => names.Texts.Format("ledger.delivered", ("person", names.Of(person)), ("at", At(delivered))),
            _ => names.Texts.Format("ledger.nothing", ("person", names.Of(person))),
        };

    /// <summary>Beside a person's name; null while nothing is wrong.</summary>
    public static string? Beside(DeliveryState state, Texts texts) =>
        state is { IsTrouble: true, Why: { } why, Since: { } since }
            ? texts.Format("ledger.beside", ("since", At(since)), ("why", Of(why, texts)))
            : null;

    private static string Of(Undelivered why, Texts texts) =>
        why switch
        {
            Undelivered.Blocked => texts["ledger.blocked"],
            Undelivered.NotInstalled => texts["ledger.notInstalled"],
            Undelivered.NoAddress => texts["ledger.noAddress"],
            Undelivered.Unavailable => texts["ledger.unavailable"],
            Undelivered.OutcomeUnknown => texts["ledger.outcomeUnknown"],
            _ => texts["ledger.refused"],
        };

    private static Instant At(long seconds) => Instant.FromUnixTimeSeconds(seconds);
}
