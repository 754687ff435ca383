using System.Text.Json;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Host;

namespace DutyBot.Tests.Simulation;

/// <summary>A message as it stands in a conversation now.</summary>
internal sealed record Letter(string Conversation, string Id, JsonElement Card);

/// <summary>All of Teams: every conversation, and which effect brought which message.</summary>
internal sealed class Mailroom
{
    private readonly Dictionary<string, List<Letter>> conversations = new(StringComparer.Ordinal);

    /// <summary>What was accepted for each effect that must arrive at most once, in order.</summary>
    public List<(LeasedEffect Of, Effect Effect, string Conversation)> Notices { get; } = [];

    public ConnectorAnswers Answers { get; } = new();

    public int Accepted { get; private set; }

    public IReadOnlyList<Letter> In(string conversation) => conversations.GetValueOrDefault(conversation) ?? [];

    public ConnectorReply Take(ConnectorRequest request, LeasedEffect? effect)
    {
        var answer = Answers.To(request);
        if (Seen.In(request) is not { } seen || answer.Status >= 300)
        {
            return answer;
        }

        Accepted++;
        var letter = new Letter(seen.Conversation, IdIn(answer), seen.Card);
        var letters = conversations.GetValueOrDefault(seen.Conversation) ?? (conversations[seen.Conversation] = []);
        letters.RemoveAll(other => other.Id == letter.Id);
        letters.Add(letter);
        if (effect is not null && StoredEffects.Read(effect.Json) is { } read && IsOnce(read))
        {
            Notices.Add((effect, read, seen.Conversation));
        }

        return answer;
    }

    /// <summary>A second one is a fault: a reminder, a word about something. A card twice is the same duty with the same buttons.</summary>
    private static bool IsOnce(Effect effect) =>
        effect is Effect.Tell or Effect.Remind or Effect.ShowCard { Card: CardName.FormalReminder, Attention: true };

    private static string IdIn(ConnectorReply answer)
    {
        var json = JsonElement.Parse(answer.Body);
        return (json.TryGetProperty("activityId", out var id) ? id : json.GetProperty("id")).GetString()!;
    }
}
