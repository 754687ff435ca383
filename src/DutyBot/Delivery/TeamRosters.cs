using DutyBot.Domain;
using DutyBot.Teams.Connector;

namespace DutyBot.Delivery;

/// <param name="Team">As it is called, or its id.</param>
internal sealed record FoundChannel(string TeamId, string Team, TeamChannel Channel);

/// <summary>What Teams says of the teams that DutyBot was added to: their people and their channels.</summary>
internal sealed class TeamRosters(Addresses addresses, ConnectorClient connector)
{
    /// <summary>Most people one form can offer; a larger office imports them.</summary>
    private const int MostMembers = 500;

    /// <summary>People of this organisation, each once. Guests are left out (D4).</summary>
    public async ValueTask<IReadOnlyList<Member>> Members(CancellationToken cancel)
    {
        var found = new Dictionary<string, Member>(StringComparer.OrdinalIgnoreCase);
        if (await addresses.Bot(cancel) is { } bot)
        {
            foreach (var team in await addresses.Teams(cancel))
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

    public async ValueTask LoadMembers(CancellationToken cancel) => Members = teams is null ? [] : await teams.Members(cancel);

    public async ValueTask LoadChannels(CancellationToken cancel) => Channels = teams is null ? [] : await teams.Channels(cancel);

    public Member? MemberOf(PersonId person) =>
        Members.FirstOrDefault(member => string.Equals(member.AadObjectId, person.Value, StringComparison.OrdinalIgnoreCase));

    public FoundChannel? ChannelOf(string id) => Channels.FirstOrDefault(found => found.Channel.Id == id);
}
