using System.Text.Json.Serialization;
using NodaTime;

namespace DutyBot.Domain;

/// <summary>
/// Who did something, for whom, and when. Part of every command and, unchanged, of every event.
/// <paramref name="By"/> is null when the clock or another duty acts; <paramref name="OnBehalfOf"/> is the person whose
/// delegation was used (thừa ủy quyền, NĐ 30/2020 art. 13.3). <paramref name="InConflict"/> is true when a leader decided a matter that concerned
/// the leader in person, because nobody else was left to decide it (1.6). <paramref name="InAbsence"/> is true when there was no delegation, and
/// the act was done as the next in line for <paramref name="OnBehalfOf"/>, who was fully away.
/// </summary>
public sealed record Act(
    Instant At,
    PersonId? By,
    PersonId? OnBehalfOf = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool InConflict = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool InAbsence = false
)
{
    public static Act OfSystem(Instant at) => new(at, null);
}
