using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DutyBot.Domain.Documents;
using NodaTime;

namespace DutyBot.Domain.Escalations;

/// <summary>A proposal to the leadership as somebody filled it in .</summary>
/// <param name="Differences">Summary of what the units do not agree on.</param>
/// <param name="ChosenOption">From 1; null when none is chosen.</param>
public sealed record ProposalDraft(
    string Differences,
    string LegalBasis,
    string Competence,
    string Viewpoint,
    ImmutableArray<string> Options,
    int? ChosenOption,
    string ChoiceReason
)
{
    /// <summary>Names of the form fields; <see cref="Option"/> is per row, from 1.</summary>
    public static class Fields
    {
        public const string Differences = "differences";
        public const string LegalBasis = "legalBasis";
        public const string Competence = "competence";
        public const string Viewpoint = "viewpoint";
        public const string ChosenOption = "chosenOption";
        public const string ChoiceReason = "choiceReason";

        public static string Option(int row) => $"option.{row}";
    }
}

/// <summary>A proposal, checked: exactly one option is chosen.</summary>
public sealed record Proposal(
    string Differences,
    string LegalBasis,
    string Competence,
    string Viewpoint,
    ImmutableArray<string> Options,
    int ChosenOption,
    string ChoiceReason
);

/// <summary>An escalation as it is submitted.</summary>
/// <param name="Consultation">The closed round it comes from.</param>
/// <param name="DisagreeingUnits">Those whose disagreement was explained and not adopted; not recorded at first.</param>
/// <param name="DecideBy">The nearer of the leader's term and the task's deadline, UTC.</param>
public sealed record EscalationOpening(
    DutyId Task,
    string TaskTitle,
    DutyId Consultation,
    UnitId LeadUnit,
    UnitId LeadershipUnit,
    ImmutableArray<UnitId> ConsultedUnits,
    ImmutableArray<UnitId> CoordinatingUnits,
    Proposal Proposal,
    Instant DecideBy,
    Urgency Urgency,
    Instant? TaskDeadline,
    ImmutableArray<UnitId> DisagreeingUnits = default
)
{
    /// <summary>The units that disagree with the lead unit; where the record does not say which, all that were asked.</summary>
    [JsonIgnore]
    public ImmutableArray<UnitId> UnitsInDispute => DisagreeingUnits.IsDefault ? ConsultedUnits : DisagreeingUnits;
}

/// <summary>What a leader decided: immutable, numbered and dated. A new decision supersedes it and never edits it.</summary>
/// <param name="Number">For example <c>TR-2026-7K3Q9/01</c>.</param>
/// <param name="Option">The approved option from 1, or null when the leader decided otherwise.</param>
/// <param name="Supersedes">The number of the decision this one replaces, or null.</param>
/// <param name="OnBehalfOf">The leader whose delegation was used, or in whose place it was decided, or null (D-03).</param>
/// <param name="InConflict">The leader was concerned in person and nobody else was left (1.6).</param>
/// <param name="InAbsence">There was no delegation; the leader was fully away and this was the next in line.</param>
public sealed record LeadershipDecision(
    string Number,
    DutyId Consultation,
    int? Option,
    string Text,
    PersonId By,
    Instant At,
    string? Supersedes,
    PersonId? OnBehalfOf = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool InConflict = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool InAbsence = false
)
{
    /// <summary>The act by which it was decided.</summary>
    [JsonIgnore]
    public Act Act => new(At, By, OnBehalfOf, InConflict, InAbsence);
}
