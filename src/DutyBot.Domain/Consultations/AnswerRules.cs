using System.Collections.Immutable;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Text;
using static DutyBot.Domain.Consultations.OpinionDraft;

namespace DutyBot.Domain.Consultations;

/// <summary>An answer without a stance is not an answer, a generic one neither, and every question is answered .</summary>
internal static class AnswerRules
{
    public static IReadOnlyList<Problem> Check(Consultation round, UnitId unit, OpinionDraft answer, DutyContext context)
    {
        if (HasSecrets(answer))
        {
            return [new("E-SECRET")];
        }

        var problems = Enumerable
            .Range(1, round.Opening!.Questions.Length)
            .SelectMany(no => Question(no, answer.Answers.FirstOrDefault(a => a.No == no), unit, context))
            .ToList();
        if (!answer.Reviewed && answer.Answers.Any(a => a.Stance == Stance.Agree))
        {
            problems.Add(new("E-REVIEW-TICK", Fields.Reviewed));
        }

        if (answer.DocumentSymbol.Length > 0 && !(DocumentSymbol.TryParse(answer.DocumentSymbol, out var symbol) && symbol.IsNumbered))
        {
            problems.Add(new("E-BAD-SYMBOL", Fields.DocumentSymbol));
        }

        return problems;
    }

    /// <summary>Only questions that were asked, each once, in order; empty rows of a form do not become answers.</summary>
    public static OpinionDraft Tidy(Consultation round, OpinionDraft draft) =>
        draft with
        {
            Answers = [.. draft.Answers.Where(a => a.No >= 1 && a.No <= round.Opening!.Questions.Length).DistinctBy(a => a.No).OrderBy(a => a.No)],
        };

    public static bool HasSecrets(OpinionDraft answer) =>
        Wording.HasSecrecyMark([answer.OtherRemarks, answer.DocumentSymbol, .. answer.Answers.SelectMany(a => new[] { a.Text, a.Alternative })]);

    private static IEnumerable<Problem> Question(int no, QuestionAnswer? answer, UnitId unit, DutyContext context) =>
        answer?.Stance switch
        {
            Stance.Agree => [],
            Stance.AgreeWithChanges => Specific(no, answer.Text, Fields.Text(no), "E-CHANGES-REQUIRED", context),
            Stance.Disagree => Disagreement(no, answer, context),
            Stance.OutsideRemit => CompetentUnit(no, answer, unit),
            _ => [NoStance(no, answer)],
        };

    private static Problem NoStance(int no, QuestionAnswer? answer) =>
        answer is not null && Reason.LengthOf(answer.Text + answer.Alternative) > 0
            ? new("E-STANCE-REQUIRED", Fields.Stance(no))
            : new("E-QUESTION-OPEN", Fields.Stance(no), ("no", no));

    private static IEnumerable<Problem> Disagreement(int no, QuestionAnswer answer, DutyContext context)
    {
        if (Reason.LengthOf(answer.Text) == 0 || Reason.LengthOf(answer.Alternative) == 0)
        {
            return [new("E-ALTERNATIVE-REQUIRED", Reason.LengthOf(answer.Text) == 0 ? Fields.Text(no) : Fields.Alternative(no))];
        }

        return Specific(no, answer.Text + ". " + answer.Alternative, Fields.Text(no), "E-ALTERNATIVE-REQUIRED", context);
    }

    private static IEnumerable<Problem> Specific(int no, string text, string field, string whenEmpty, DutyContext context)
    {
        if (Reason.LengthOf(text) == 0)
        {
            yield return new(whenEmpty, field, ("no", no));
        }
        else if (GenericAnswer.IsGeneric(text, context.Policy.GenericPhrases, context.Policy.ReasonMinLength))
        {
            yield return new("E-GENERIC-ANSWER", field);
        }
    }

    private static IEnumerable<Problem> CompetentUnit(int no, QuestionAnswer answer, UnitId unit)
    {
        if (answer.CompetentUnit is null || answer.CompetentUnit == unit)
        {
            yield return new("E-COMPETENT-UNIT", Fields.CompetentUnit(no));
        }
    }
}
