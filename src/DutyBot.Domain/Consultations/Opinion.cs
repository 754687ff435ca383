using System.Collections.Immutable;

namespace DutyBot.Domain.Consultations;

/// <summary>The explicit position on one question. There is no value for "no opinion".</summary>
public enum Stance
{
    Agree,
    AgreeWithChanges,
    Disagree,

    /// <summary>The question is outside the unit's remit; the competent unit is named .</summary>
    OutsideRemit,
}

/// <summary>One unit's answer to one question, as filled in or as issued.</summary>
/// <param name="No">The question's number, from 1.</param>
/// <param name="Text">The exact change for <see cref="Stance.AgreeWithChanges"/>, the reason for <see cref="Stance.Disagree"/>.</param>
/// <param name="Alternative">What the unit proposes instead; required to disagree.</param>
public sealed record QuestionAnswer(int No, Stance? Stance, string Text, string Alternative, UnitId? CompetentUnit);

/// <summary>A unit's opinion on all questions of a round.</summary>
/// <param name="OtherRemarks">Optional remarks beyond the questions .</param>
/// <param name="Reviewed">The head ticked "đã xem xét nội dung thuộc phạm vi quản lý" .</param>
/// <param name="DocumentSymbol">Number and symbol of the paper answer, when one exists; empty otherwise.</param>
public sealed record OpinionDraft(ImmutableArray<QuestionAnswer> Answers, string OtherRemarks, bool Reviewed, string DocumentSymbol)
{
    public static OpinionDraft Empty { get; } = new([], "", false, "");

    public bool SaysTheSameAs(OpinionDraft? other) =>
        other is not null && other with { Answers = Answers } == this && Answers.SequenceEqual(other.Answers);

    /// <summary>Names of the form fields; those with a number are per question, for example <c>stance.2</c>.</summary>
    public static class Fields
    {
        public const string OtherRemarks = "otherRemarks";
        public const string Reviewed = "reviewed";
        public const string DocumentSymbol = "documentSymbol";

        public static string Stance(int no) => $"stance.{no}";

        public static string Text(int no) => $"text.{no}";

        public static string Alternative(int no) => $"alternative.{no}";

        public static string CompetentUnit(int no) => $"competentUnit.{no}";
    }
}

/// <summary>An opinion issued by the head of the unit .</summary>
/// <param name="LateWorkingDays">Working days that began after the reply date; see <see cref="ConsultationItem.AnsweredLate"/>.</param>
public sealed record Opinion(OpinionDraft Content, Act Act, int LateWorkingDays)
{
    public QuestionAnswer? On(int no) => Content.Answers.FirstOrDefault(a => a.No == no);
}

/// <summary>How the lead unit dealt with an opinion that does not simply agree .</summary>
public enum ResolutionKind
{
    /// <summary>Tiếp thu.</summary>
    Adopt,

    /// <summary>Giải trình: not taken over, and why.</summary>
    Explain,
}

public sealed record OpinionResolution(UnitId Unit, int No, ResolutionKind Kind, string Explanation, Act Act);

/// <summary>A resolution as filled in, for the answer of one unit to one question.</summary>
public sealed record ResolutionDraft(UnitId Unit, int No, ResolutionKind? Kind, string Explanation)
{
    /// <summary>Names of the form fields, by row of the form from 1.</summary>
    public static class Fields
    {
        public static string Kind(int row) => $"kind.{row}";

        public static string Explanation(int row) => $"explanation.{row}";
    }
}
