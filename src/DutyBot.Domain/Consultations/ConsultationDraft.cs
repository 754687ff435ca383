using System.Collections.Immutable;
using DutyBot.Domain.Documents;
using NodaTime;

namespace DutyBot.Domain.Consultations;

/// <summary>Why others are asked .</summary>
public enum ConsultationBasis
{
    /// <summary>Bắt buộc theo quy định.</summary>
    Mandatory,

    /// <summary>Cần thiết cho việc giải quyết.</summary>
    Necessary,
}

/// <summary>A unit to be asked, and why it is concerned .</summary>
public sealed record UnitToConsult(UnitId Unit, string Why);

/// <summary>A consultation as somebody filled it in; anything may still be missing.</summary>
/// <param name="Units">Row by row as filled in: a row may lack its unit or its reason.</param>
/// <param name="ManyUnitsConfirmed">The head saw the warning about asking many units and goes on .</param>
public sealed record ConsultationDraft(
    ImmutableArray<string> Questions,
    string PreliminaryView,
    ConsultationBasis? Basis,
    string Papers,
    ImmutableArray<(UnitId? Unit, string Why)> Units,
    LocalDate? ReplyBy,
    bool ManyUnitsConfirmed
)
{
    /// <summary>Names of the form fields; those with a number are per row, from 1.</summary>
    public static class Fields
    {
        public const string Questions = "questions";
        public const string Units = "units";
        public const string PreliminaryView = "preliminaryView";
        public const string Basis = "basis";
        public const string Papers = "papers";
        public const string ReplyBy = "replyBy";
        public const string ManyUnitsConfirmed = "manyUnitsConfirmed";

        public static string Question(int row) => $"question.{row}";

        public static string Unit(int row) => $"unit.{row}";

        public static string Why(int row) => $"why.{row}";
    }
}

/// <summary>A consultation, checked, as it is opened. <paramref name="ReplyBy"/> is the end of the last reply day (UTC).</summary>
/// <param name="Round">1 for the first round of the task.</param>
public sealed record ConsultationOpening(
    DutyId Task,
    string TaskTitle,
    UnitId LeadUnit,
    int Round,
    ImmutableArray<string> Questions,
    string PreliminaryView,
    ConsultationBasis Basis,
    string Papers,
    ImmutableArray<UnitToConsult> Units,
    LocalDate ReplyOn,
    Instant ReplyBy,
    Urgency Urgency
);
