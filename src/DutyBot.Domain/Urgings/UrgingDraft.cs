using System.Collections.Immutable;
using NodaTime;

namespace DutyBot.Domain.Urgings;

/// <summary>The tasks of one unit that it is urged to carry out.</summary>
public sealed record UrgedUnit(UnitId Unit, ImmutableArray<DutyId> Tasks)
{
    public bool Equals(UrgedUnit? other) => other is not null && Unit == other.Unit && Tasks.SequenceEqual(other.Tasks);

    public override int GetHashCode() => HashCode.Combine(Unit, Tasks.Length);
}

/// <summary>An urging as it was filled in.</summary>
/// <param name="Text">Goes to every unit alike.</param>
/// <param name="Document">The number and symbol of a document that says the same, or empty.</param>
/// <param name="AnswerBy">The last day on which the units may answer.</param>
public sealed record UrgingDraft(ImmutableArray<UrgedUnit> Units, string Text, string Document, LocalDate? AnswerBy)
{
    public static UrgingDraft Empty { get; } = new([], "", "", null);

    /// <summary>The names a <see cref="Problem"/> uses, and the form.</summary>
    public static class Fields
    {
        public const string Tasks = "tasks";
        public const string Text = "text";
        public const string Document = "document";
        public const string AnswerBy = "answerBy";
    }
}
