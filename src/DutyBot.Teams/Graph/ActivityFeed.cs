using DutyBot.Domain;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Teamwork.SendActivityNotification;

namespace DutyBot.Teams.Graph;

/// <summary>Graph has taken it.</summary>
public sealed record FeedEntry;

/// <summary>
/// Entries in a person's activity feed in Teams, where a leader sees them on a phone among calls and mentions. They carry the code of a duty and
/// its kind and no content: what is in the feed is outside the bot's chat and its retention (decision 8).
/// </summary>
public sealed class ActivityFeed
{
    /// <summary>As declared in the app's manifest, with the words Teams shows.</summary>
    public const string EscalationSubmitted = "escalationSubmitted";

    private readonly GraphCalls calls;
    private readonly Uri teamsUrl;
    private readonly string? botId;

    internal ActivityFeed(GraphCalls calls, Uri teamsUrl, string? botId) => (this.calls, this.teamsUrl, this.botId) = (calls, teamsUrl, botId);

    public bool IsOn => calls.IsOn;

    /// <summary>Tells a leader that a submission waits. An entry is sent at most once; whoever gets a failure lets it be.</summary>
    public Task<GraphAnswer<FeedEntry>> TellOfEscalation(PersonId leader, DutyId escalation, Texts texts, CancellationToken cancel) =>
        calls.Ask<FeedEntry>(
            GraphFunctions.SendToFeeds,
            async (graph, stop) =>
            {
                await graph.Users[leader.Value].Teamwork.SendActivityNotification.PostAsync(Entry(escalation, texts), cancellationToken: stop);
                return new FeedEntry();
            },
            cancel
        );

    /// <summary>Opens the 1:1 chat with the bot (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams).</summary>
    private Uri BotChat => new(teamsUrl, $"/l/chat/0/0?users=28:{botId}");

    private SendActivityNotificationPostRequestBody Entry(DutyId escalation, Texts texts) =>
        new()
        {
            Topic = new TeamworkActivityTopic
            {
                Source = TeamworkActivityTopicSource.Text,
                Value = texts["card.escalation"],
                WebUrl = BotChat.AbsoluteUri,
            },
            ActivityType = EscalationSubmitted,
            PreviewText = new ItemBody { Content = texts.Format("feed.escalation", ("code", escalation.Value)) },
            TemplateParameters = [new Microsoft.Graph.Models.KeyValuePair { Name = "code", Value = escalation.Value }],
        };
}
