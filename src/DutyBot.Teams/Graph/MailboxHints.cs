using DutyBot.Domain;
using Microsoft.Graph.Models;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace DutyBot.Teams.Graph;

/// <summary>What a mailbox answers by itself. A hint that somebody may be away; who is absent, is said by people and recorded with their name.</summary>
public abstract record AutomaticReplies
{
    private AutomaticReplies() { }

    /// <summary>Whether the mailbox answers by itself at that moment.</summary>
    public abstract bool AreOnAt(Instant moment);

    public sealed record Off : AutomaticReplies
    {
        public override bool AreOnAt(Instant moment) => false;
    }

    public sealed record Always : AutomaticReplies
    {
        public override bool AreOnAt(Instant moment) => true;
    }

    /// <param name="Until">The first moment they are off again.</param>
    public sealed record Scheduled(Instant From, Instant Until) : AutomaticReplies
    {
        public override bool AreOnAt(Instant moment) => From <= moment && moment < Until;
    }
}

/// <summary>Reads whether and when a mailbox answers by itself. What it answers, is asked for with it and not kept.</summary>
public sealed class MailboxHints
{
    private readonly GraphCalls calls;

    internal MailboxHints(GraphCalls calls) => this.calls = calls;

    public Task<GraphAnswer<AutomaticReplies>> RepliesOf(PersonId person, CancellationToken cancel) =>
        calls.Ask<AutomaticReplies>(
            GraphFunctions.ReadMailboxSettings,
            async (graph, stop) =>
            {
                var settings = await graph
                    .Users[person.Value]
                    .MailboxSettings.GetAsync(request => request.QueryParameters.Select = ["automaticRepliesSetting"], stop);
                return Read(settings?.AutomaticRepliesSetting);
            },
            cancel
        );

    private static AutomaticReplies? Read(AutomaticRepliesSetting? setting) =>
        setting?.Status switch
        {
            AutomaticRepliesStatus.Disabled => new AutomaticReplies.Off(),
            AutomaticRepliesStatus.AlwaysEnabled => new AutomaticReplies.Always(),
            AutomaticRepliesStatus.Scheduled => new AutomaticReplies.Scheduled(
                Moment(setting.ScheduledStartDateTime),
                Moment(setting.ScheduledEndDateTime)
            ),
            _ => null,
        };

    /// <summary>Exchange writes a local time with the zone beside it, by its Windows or its IANA name.</summary>
    private static Instant Moment(DateTimeTimeZone? written)
    {
        var time = LocalDateTimePattern.ExtendedIso.Parse(written?.DateTime ?? "");
        if (!time.Success || Zone(written?.TimeZone ?? "") is not { } zone)
        {
            throw new GraphUnusableException("UnknownTime");
        }

        return time.Value.InZoneLeniently(zone).ToInstant();
    }

    private static DateTimeZone? Zone(string name) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(
            TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var iana) ? iana : name
        );
}
