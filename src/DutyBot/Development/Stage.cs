using System.Collections.Concurrent;
using DutyBot.Domain;
using DutyBot.Teams.Connector;

namespace DutyBot.Development;

/// <summary>
/// The Playground as a stage: its one visible user may act as anybody in the organisation (<c>đóng vai …</c>), and what goes to people who
/// have no visible chat comes to that user's chat, marked with the addressee. Exists only in Development without an app id.
/// </summary>
internal sealed class Stage(StageClock clock)
{
    private readonly ConcurrentDictionary<PersonId, PersonId> parts = new();

    /// <summary>The chat on the page, once it was opened.</summary>
    public ConversationAddress? Chat { get; private set; }

    /// <summary>Moved by a word, so that the notices of weeks can be seen in minutes.</summary>
    public StageClock Clock => clock;

    public void Seen(ConversationAddress chat) => Chat = chat;

    /// <summary>Who the Playground's user stands for.</summary>
    public PersonId PartOf(PersonId user) => parts.GetValueOrDefault(user, user);

    public void Play(PersonId user, PersonId part) => parts[user] = part;
}
