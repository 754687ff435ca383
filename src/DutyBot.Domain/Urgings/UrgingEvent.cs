using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DutyBot.Domain.Documents;
using NodaTime;

namespace DutyBot.Domain.Urgings;

/// <summary>What has happened to an urging.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Sent), "sent")]
public abstract record UrgingEvent
{
    private UrgingEvent(Act act)
    {
        Act = act;
    }

    public Act Act { get; init; }

    /// <param name="AnswerBy">The last day on which the units may answer.</param>
    public sealed record Sent(Act Act, DutyId Urging, ImmutableArray<UrgedUnit> Units, string Text, DocumentSymbol? Document, LocalDate AnswerBy)
        : UrgingEvent(Act);
}
