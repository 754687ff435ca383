using System.Collections.Immutable;
using DutyBot.Domain.Documents;
using NodaTime;

namespace DutyBot.Domain.Tasks;

/// <summary>A task as somebody filled it in: anything may still be missing or wrong. Names of the form fields are <see cref="Fields"/>.</summary>
public sealed record TaskDraft
{
    public string Work { get; init; } = "";

    public string Deliverable { get; init; } = "";

    public string Requirement { get; init; } = "";

    /// <summary>Number and symbol as typed, for example <c>280/CĐ-TTg</c> (R-01).</summary>
    public string DocumentSymbol { get; init; } = "";

    public LocalDate? DocumentDate { get; init; }

    public string IssuingBody { get; init; } = "";

    /// <summary>All lead units named; the rule is that there is exactly one .</summary>
    public ImmutableArray<UnitId> LeadUnits { get; init; } = [];

    public ImmutableArray<UnitId> CoordinatingUnits { get; init; } = [];

    public LocalDate? Deadline { get; init; }

    /// <summary>The person saw that the deadline is a rest day and keeps it .</summary>
    public bool KeepRestDay { get; init; }

    public string NoDeadlineReason { get; init; } = "";

    /// <summary>When an undated task is looked at again .</summary>
    public LocalDate? ReviewOn { get; init; }

    public LocalDate? ReportDeadline { get; init; }

    public Urgency Urgency { get; init; }

    /// <summary>The category of work whose norm applies; empty for none.</summary>
    public string Category { get; init; } = "";

    /// <summary>The person saw that the deadline leaves less than a fair part of the norm, and keeps it .</summary>
    public bool ShortTermConfirmed { get; init; }

    /// <summary>Names of the fields, for the problems beside them.</summary>
    public static class Fields
    {
        public const string Work = "work";
        public const string Deliverable = "deliverable";
        public const string Requirement = "requirement";
        public const string DocumentSymbol = "documentSymbol";
        public const string DocumentDate = "documentDate";
        public const string IssuingBody = "issuingBody";
        public const string LeadUnit = "leadUnit";
        public const string CoordinatingUnits = "coordinatingUnits";
        public const string Deadline = "deadline";
        public const string KeepRestDay = "keepRestDay";
        public const string NoDeadlineReason = "noDeadlineReason";
        public const string ReviewOn = "reviewOn";
        public const string ReportDeadline = "reportDeadline";
        public const string Urgency = "urgency";
        public const string Category = "category";
        public const string ShortTermConfirmed = "shortTermConfirmed";
    }
}

/// <summary>What a task asks for, checked: the work, the product, the paper it rests on and the dates. Dates are local days; each ends at 24:00.</summary>
public sealed record TaskContent(
    string Work,
    string Deliverable,
    string Requirement,
    DocumentRef? Document,
    Urgency Urgency,
    LocalDate? Deadline,
    LocalDate? ReportDeadline,
    string NoDeadlineReason,
    LocalDate? ReviewOn
)
{
    /// <summary>The norm that applied when the task was issued, where a category was named .</summary>
    public TaskNorm? Norm { get; init; }
}

/// <summary>How long work of this kind normally takes, as it was when the task was issued; later changes of the norm do not touch it.</summary>
/// <param name="WorkingDays">Of the norm, not of the task.</param>
/// <param name="ShortTermConfirmed">The deadline is shorter than it should be, and whoever issued the task confirmed it.</param>
public sealed record TaskNorm(string Category, int WorkingDays, bool ShortTermConfirmed = false);
