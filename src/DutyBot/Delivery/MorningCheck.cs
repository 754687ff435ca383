using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Storage;
using DutyBot.Teams.Connector;
using NodaTime;
using NodaTime.Text;

namespace DutyBot.Delivery;

/// <summary>What an admin was last told of who cannot be reached, without having asked.</summary>
/// <param name="Day">ISO date of the check.</param>
/// <param name="Letters">The dead letters there were then; null in what was written before they were told.</param>
/// <param name="People">Whom messages did not reach then, each with the beginning of that; null likewise.</param>
internal sealed record ToldOfReach(string Day, int Findings, ImmutableArray<string>? Letters = null, ImmutableArray<string>? People = null);

/// <summary>What there is to tell of a morning.</summary>
internal sealed record ReachNews(
    LocalDate Day,
    ImmutableArray<ReachFinding> Findings,
    ImmutableArray<string> Letters,
    ImmutableArray<UnreachedPerson> People
)
{
    private const int RememberedPeople = 200;

    /// <summary>That nothing is wrong is news only after something was; a dead letter is told once, and a person once until they are back.</summary>
    public bool IsNewTo(ToldOfReach? told) =>
        told?.Day != LocalDatePattern.Iso.Format(Day)
        && (
            Findings.Length > 0
            || told is { Findings: > 0 }
            || Letters.Except(told?.Letters ?? [], StringComparer.Ordinal).Any()
            || Marks.Except(told?.People ?? [], StringComparer.Ordinal).Any()
        );

    public ToldOfReach AsTold => new(LocalDatePattern.Iso.Format(Day), Findings.Length, Letters, Marks);

    private ImmutableArray<string> Marks => [.. People.Take(RememberedPeople).Select(person => $"{person.Person} {person.State.Since}")];
}

/// <summary>
/// The check of a morning: every admin is told who cannot be reached and, once that is mended, that it is, and what has been given up
/// sending since. No news is not told, and nobody
/// is told twice for one day: what is about to be said is remembered first, so a process that dies in between has rather said it not at all.
/// </summary>
internal sealed class MorningCheck(ReachabilityCheck check, Deliveries sent, DeliveryLedger ledger, Postman postman, IAddressBook book, Office office)
{
    private static readonly Duration LookAgain = Duration.FromMinutes(10);

    /// <summary>How often Teams is asked once more about what it gave no answer to, before that is what is told.</summary>
    private const int Patience = 3;

    private const int RememberedLetters = 200;

    /// <param name="attempts">How often it was tried before.</param>
    public async ValueTask<Settlement> CarryOut(LocalDate day, int attempts, CancellationToken cancel)
    {
        if (day != office.Today)
        {
            return new Settlement.Done();
        }

        var organisation = (await office.Context(cancel)).Organisation;
        var findings = await check.Run(organisation, day, cancel);
        return attempts < Patience && findings.Any(finding => finding.Problem is ReachProblem.ChannelNotKnown or ReachProblem.HeadNotKnown)
            ? new Settlement.RetryAt(office.Now + LookAgain, "no answer about some")
            : await Tell(organisation.Holders(Role.Admin, day), await News(day, findings, organisation, cancel), cancel);
    }

    private async ValueTask<ReachNews> News(
        LocalDate day,
        ImmutableArray<ReachFinding> findings,
        Organisation organisation,
        CancellationToken cancel
    ) => new(day, findings, await Letters(cancel), [.. await sent.Unreached(organisation, day, cancel)]);

    // Only so many are remembered: beyond that there is a fault to be mended, which is told anyway.
    private async ValueTask<ImmutableArray<string>> Letters(CancellationToken cancel) =>
        [.. (await sent.Letters(cancel)).Select(letter => $"{letter.Duty} {letter.Id}").Take(RememberedLetters)];

    private async ValueTask<Settlement> Tell(ImmutableArray<PersonId> admins, ReachNews news, CancellationToken cancel)
    {
        var untold = new List<ConnectorFailure>();
        foreach (var admin in admins)
        {
            if (news.IsNewTo(await Recall(admin, cancel)) && await Tell(admin, news, cancel) is { } failure)
            {
                untold.Add(failure);
            }
        }

        // Whoever refuses is no better reached in ten minutes.
        return untold.Exists(failure => failure is not ConnectorFailure.Refused) ? new Settlement.RetryAt(office.Now + LookAgain, "not yet told")
            : untold.Count > 0 && untold.Count == admins.Length ? new Settlement.Dead("every admin refused")
            : new Settlement.Done();
    }

    /// <returns>Null when the admin is told, or has no chat to be told in.</returns>
    private async ValueTask<ConnectorFailure?> Tell(PersonId admin, ReachNews news, CancellationToken cancel)
    {
        var before = await Recall(admin, cancel) ?? new ToldOfReach("", 0);
        // Not to whoever stands in for an absent admin: that gives nobody the rights of one (D-06).
        var recipient = new Recipient.Individual(admin);
        var names = await postman.NamesFor(recipient, cancel);
        await Remember(admin, news.AsTold, cancel);
        var outcome = await postman.Post(recipient, ReachReport.OfMorning(news, names), names, cancel);
        if (outcome is { Succeeded: true } or { Failure: ConnectorFailure.Unavailable { MaybeCarriedOut: true } })
        {
            return null;
        }

        await Remember(admin, before, cancel);
        if (outcome is { Failure: ConnectorFailure.Refused refused } && DeliveryErrors.WhyOf(DeliveryErrors.Of(refused)) is { } why)
        {
            await ledger.Failed(admin, why, cancel);
        }

        return outcome?.Failure;
    }

    // Not through the memory of recent addresses: another process may have told them a moment ago.
    private async ValueTask<ToldOfReach?> Recall(PersonId admin, CancellationToken cancel) =>
        await book.Find(KeyOf(admin), cancel) is { } json ? JsonSerializer.Deserialize(json, ReachJson.Default.ToldOfReach) : null;

    private ValueTask Remember(PersonId admin, ToldOfReach told, CancellationToken cancel) =>
        book.Remember(KeyOf(admin), JsonSerializer.Serialize(told, ReachJson.Default.ToldOfReach), cancel);

    private static string KeyOf(PersonId admin) => $"reach|{admin}";
}

[JsonSerializable(typeof(ToldOfReach))]
internal sealed partial class ReachJson : JsonSerializerContext;
