using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams.Connector;

namespace DutyBot.Delivery;

/// <param name="Team">As it is called, or its id.</param>
internal sealed record FoundChannel(string TeamId, string Team, TeamChannel Channel);

/// <summary>What Teams says of the teams that DutyBot was added to: their people and their channels.</summary>
internal sealed class TeamRosters(Addresses addresses, ConnectorClient connector)
{
    /// <summary>Most people one form can offer; a larger office imports them.</summary>
    private const int MostMembers = 500;

    public ValueTask<IReadOnlyList<KnownTeam>> Teams(CancellationToken cancel) => addresses.Teams(cancel);

    /// <summary>People of this organisation, each once. Guests are left out (D4).</summary>
    /// <param name="of">A team; null for all of them.</param>
    public async ValueTask<IReadOnlyList<Member>> Members(KnownTeam? of, CancellationToken cancel)
    {
        var found = new Dictionary<string, Member>(StringComparer.OrdinalIgnoreCase);
        if (await addresses.Bot(cancel) is { } bot)
        {
            foreach (var team in of is null ? await addresses.Teams(cancel) : [of])
            {
                await Read(new ConversationAddress(bot.ServiceUrl, team.Id), found, cancel);
            }
        }

        return [.. found.Values];
    }

    public async ValueTask<IReadOnlyList<FoundChannel>> Channels(CancellationToken cancel)
    {
        var found = new List<FoundChannel>();
        if (await addresses.Bot(cancel) is { } bot)
        {
            foreach (var team in await addresses.Teams(cancel))
            {
                var channels = (await connector.GetChannels(bot.ServiceUrl, team.Id, cancel)).Value?.Conversations ?? [];
                found.AddRange(channels.Select(channel => new FoundChannel(team.Id, team.Name ?? team.Id, channel)));
            }
        }

        return found;
    }

    private async ValueTask Read(ConversationAddress team, Dictionary<string, Member> found, CancellationToken cancel)
    {
        string? more = null;
        do
        {
            var page = (await connector.GetMembers(team, more, cancel)).Value;
            foreach (var member in page?.Members.Where(m => m is { AadObjectId.Length: > 0, UserRole: not "guest" and not "anonymous" }) ?? [])
            {
                found.TryAdd(member.AadObjectId!, member);
            }

            more = found.Count < MostMembers ? page?.ContinuationToken : null;
        } while (more is not null);
    }
}

/// <summary>The rosters during one visit: what a form was made of is what its answer is read against.</summary>
internal sealed class Rosters(TeamRosters? teams)
{
    /// <summary>Of a visit in which no team can be asked.</summary>
    public static Rosters None => new(null);

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyList<FoundChannel> Channels { get; private set; } = [];

    public IReadOnlyList<KnownTeam> Teams { get; private set; } = [];

    public ValueTask LoadMembers(CancellationToken cancel) => LoadMembersOf(null, cancel);

    /// <param name="team">Null for all of them.</param>
    public async ValueTask LoadMembersOf(KnownTeam? team, CancellationToken cancel) =>
        Members = teams is null ? [] : await teams.Members(team, cancel);

    public async ValueTask LoadTeams(CancellationToken cancel) => Teams = teams is null ? [] : await teams.Teams(cancel);

    public async ValueTask LoadChannels(CancellationToken cancel) => Channels = teams is null ? [] : await teams.Channels(cancel);

    /// <summary>The team a channel belongs to; null when DutyBot has never been in it.</summary>
    public async ValueTask<KnownTeam?> TeamOf(BoundChannel channel, CancellationToken cancel)
    {
        // General has the id of its team.
        if (Teams.FirstOrDefault(team => team.Id == channel.TeamId || team.Id == channel.Id) is { } known)
        {
            return known;
        }

        await LoadChannels(cancel);
        return ChannelOf(channel.Id) is { } found ? Teams.FirstOrDefault(team => team.Id == found.TeamId) : null;
    }

    public Member? MemberOf(PersonId person) =>
        Members.FirstOrDefault(member => string.Equals(member.AadObjectId, person.Value, StringComparison.OrdinalIgnoreCase));

    public FoundChannel? ChannelOf(string id) => Channels.FirstOrDefault(found => found.Channel.Id == id);
}
