using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams.Connector;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>Asks Teams whether the channels are there and who can be reached; sends nothing to anybody.</summary>
internal sealed class ReachabilityCheck(Addresses addresses, DeliveryLedger ledger, ConnectorClient connector)
{
    public ValueTask<ImmutableArray<ReachFinding>> Run(Organisation organisation, LocalDate date, CancellationToken cancel) =>
        Run(organisation, date, Reachability.Channels(organisation, date), cancel);

    /// <summary>What stands in the way of one unit and of those above it; asks only about their channels.</summary>
    public async ValueTask<ImmutableArray<ReachFinding>> Run(Organisation organisation, LocalDate date, UnitId unit, CancellationToken cancel)
    {
        var concerned = organisation
            .UnitsOn(date)
            .Where(known => known.Id == unit || known.Kind is UnitKind.Leadership or UnitKind.Office)
            .Select(known => known.Id)
            .ToHashSet();
        var findings = await Run(organisation, date, concerned.Select(organisation.ChannelOf).OfType<string>().Distinct(), cancel);
        return
        [
            .. findings.Where(finding =>
                finding.Problem != ReachProblem.CalendarMissing && (finding.Unit is not { } about || concerned.Contains(about))
            ),
        ];
    }

    private async ValueTask<ImmutableArray<ReachFinding>> Run(
        Organisation organisation,
        LocalDate date,
        IEnumerable<string> channels,
        CancellationToken cancel
    )
    {
        var rosters = await Rosters(channels, cancel);
        var people = ImmutableDictionary.CreateBuilder<PersonId, Reach>();
        foreach (var person in Reachability.People(organisation, date))
        {
            people[person] =
                (await ledger.Of(person, cancel)).IsOutOfReach ? Reach.NotReached
                : await addresses.Knows(person, cancel) ? Reach.Reached
                : On(person, organisation, date, rosters);
        }

        var answers = new ReachAnswers(rosters.ToImmutableDictionary(found => found.Key, found => found.Value.Reach), people.ToImmutable());
        return Reachability.Findings(organisation, date, answers);
    }

    // As a chat is opened: through the roster of a channel of the person's own units.
    private static Reach On(PersonId person, Organisation organisation, LocalDate date, Dictionary<string, Roster> rosters)
    {
        var own = organisation
            .UnitsOf(person, date)
            .Select(organisation.ChannelOf)
            .OfType<string>()
            .Select(channel => rosters.GetValueOrDefault(channel, Roster.NotKnown))
            .ToList();
        return own.Exists(roster => roster.Members.Contains(person)) ? Reach.Reached
            : own.TrueForAll(roster => roster.IsWhole) ? Reach.NotReached
            : Reach.NotKnown;
    }

    private async ValueTask<Dictionary<string, Roster>> Rosters(IEnumerable<string> channels, CancellationToken cancel)
    {
        var bot = await addresses.Bot(cancel);
        var rosters = new Dictionary<string, Roster>(StringComparer.Ordinal);
        foreach (var channel in channels)
        {
            // Until somebody has written to the bot it knows no service to ask.
            rosters[channel] = bot is null ? Roster.NotKnown : await RosterOf(new ConversationAddress(bot.ServiceUrl, channel), cancel);
        }

        return rosters;
    }

    private async ValueTask<Roster> RosterOf(ConversationAddress channel, CancellationToken cancel)
    {
        var members = ImmutableHashSet.CreateBuilder<PersonId>();
        string? more = null;
        do
        {
            var page = await connector.GetMembers(channel, more, cancel);
            if (!page.Succeeded)
            {
                return Roster.Without(page.Failure, members.ToImmutable());
            }

            members.UnionWith(page.Value.Members.Select(m => m.AadObjectId).OfType<string>().Select(id => new PersonId(id.ToLowerInvariant())));
            more = page.Value.ContinuationToken;
        } while (more is not null);

        return new Roster(Reach.Reached, members.ToImmutable(), IsWhole: true);
    }

    /// <param name="IsWhole">False when somebody may be on it who is not among the members.</param>
    private sealed record Roster(Reach Reach, ImmutableHashSet<PersonId> Members, bool IsWhole)
    {
        public static Roster NotKnown { get; } = new(Reach.NotKnown, [], IsWhole: false);

        /// <summary>A refusal is an answer: nobody is reached through this channel.</summary>
        public static Roster Without(ConnectorFailure failure, ImmutableHashSet<PersonId> seen) =>
            failure is ConnectorFailure.Refused ? new(Reach.NotReached, seen, IsWhole: true) : NotKnown with { Members = seen };
    }
}
