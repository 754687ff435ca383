using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>Somebody whom messages do not reach.</summary>
internal sealed record UnreachedPerson(PersonId Person, DeliveryState State);

/// <summary>What became of what was sent, for the admins: what was given up, and whom it does not reach.</summary>
internal sealed class Deliveries(DeadLetters letters, DeliveryLedger ledger)
{
    public ValueTask<IReadOnlyList<DeadEffect>> Letters(CancellationToken cancel) => letters.All(cancel);

    /// <summary>Of everybody a message ever went to.</summary>
    public ValueTask<IReadOnlyDictionary<PersonId, DeliveryState>> People(CancellationToken cancel) => ledger.All(cancel);

    /// <summary>Those who work here on the date and did not get what was last sent to them, since the longest first.</summary>
    public async ValueTask<IReadOnlyList<UnreachedPerson>> Unreached(Organisation organisation, LocalDate date, CancellationToken cancel) =>
        UnreachedIn(await ledger.All(cancel), organisation, date);

    public static IReadOnlyList<UnreachedPerson> UnreachedIn(
        IReadOnlyDictionary<PersonId, DeliveryState> states,
        Organisation organisation,
        LocalDate date
    ) =>
        [
            .. states
                .Where(entry => entry.Value.IsTrouble && IsHere(entry.Key, organisation, date))
                .OrderBy(entry => entry.Value.Since)
                .ThenBy(entry => entry.Key.Value, StringComparer.Ordinal)
                .Select(entry => new UnreachedPerson(entry.Key, entry.Value)),
        ];

    private static bool IsHere(PersonId person, Organisation organisation, LocalDate date) =>
        organisation.UnitOf(person, date) is not null || Enum.GetValues<Role>().Any(role => organisation.HasRole(person, role, date));
}
