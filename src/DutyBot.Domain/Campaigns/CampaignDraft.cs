using System.Collections.Immutable;
using NodaTime;

namespace DutyBot.Domain.Campaigns;

/// <summary>The open tasks that one unit leads.</summary>
public sealed record UnitTasks(UnitId Unit, ImmutableArray<DutyId> Tasks)
{
    public bool Equals(UnitTasks? other) => other is not null && Unit == other.Unit && Tasks.SequenceEqual(other.Tasks);

    public override int GetHashCode() => HashCode.Combine(Unit, Tasks.Length);
}

/// <summary>A campaign as it was filled in.</summary>
/// <param name="Units">Those that take part, with the tasks that are open as it is sent.</param>
/// <param name="AnswerBy">The last day on which tasks may be marked.</param>
/// <param name="KeepRestDay">The day is meant although nobody works on it.</param>
public sealed record CampaignDraft(
    string Title,
    string Purpose,
    string Document,
    LocalDate? AnswerBy,
    bool KeepRestDay,
    ImmutableArray<UnitTasks> Units
)
{
    public static CampaignDraft Empty { get; } = new("", "", "", null, false, []);

    /// <summary>The names a <see cref="Problem"/> uses, and the form.</summary>
    public static class Fields
    {
        public const string Title = "title";
        public const string Purpose = "purpose";
        public const string Document = "document";
        public const string AnswerBy = "answerBy";
        public const string KeepRestDay = "keepRestDay";
        public const string Units = "units";
    }
}

/// <summary>One task as it was marked in a form.</summary>
/// <param name="Kind">Null while nothing is chosen.</param>
public sealed record MarkDraft(DutyId Task, MarkKind? Kind, string Note, LocalDate? ProposedDate)
{
    /// <summary>The names a <see cref="Problem"/> uses, and the form.</summary>
    public static class Fields
    {
        /// <summary>Of the form as a whole.</summary>
        public const string Marks = "marks";

        public static string Kind(DutyId task) => $"mark.{task}";

        public static string Note(DutyId task) => $"note.{task}";

        public static string ProposedDate(DutyId task) => $"date.{task}";
    }
}
