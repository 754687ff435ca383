using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Consultations.OpinionDraft;

namespace DutyBot.Features;

/// <summary>
/// The consulted unit answers question by question (R-35…R-38): its head issues the answer, or an officer prepares it. One form for both, so
/// that the head finds what the officer wrote.
/// </summary>
/// <param name="issues">True for the answer that counts, false for the draft.</param>
internal sealed class AnswerConsultation(bool issues) : FormFeature(issues ? "consult.answer" : "consult.draft")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        var round = await visit.Desk.Consultation(action.Duty!.Value, cancel);
        if (round.Item(UnitOf(action)) is not { } item)
        {
            return null;
        }

        var t = visit.Texts;
        var questions = Enumerable.Range(1, round.Opening!.Questions.Length);
        var (stances, units) = (Stances(visit), visit.Units());
        return new Form
        {
            Title = t[issues ? "card.answer" : "card.draft"],
            Intro = Intro(visit, round, item),
            Submit = action,
            SubmitLabel = t[issues ? "btn.issue" : "btn.saveDraft"],
            Values = Filled(item.Draft ?? Empty),
            Items =
            [
                .. questions.SelectMany(no => Question(t, no, round.Opening.Questions[no - 1], stances, units)),
                new TextField(Fields.OtherRemarks, t["fld.otherRemarks"], 4_000) { Multiline = true },
                new TextField(Fields.DocumentSymbol, t["fld.answerDocument"], 60),
                new ToggleField(Fields.Reviewed, t["fld.reviewed"]),
            ],
        };
    }

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values)
    {
        var unit = UnitOf(action);
        var answer = Read(values);
        return issues ? new ConsultationCommand.IssueAnswer(visit.Act, unit, answer) : new ConsultationCommand.SaveDraft(visit.Act, unit, answer);
    }

    private static string[] Intro(Visit visit, Consultation round, ConsultationItem item) =>
        [
            round.Opening!.TaskTitle,
            visit.Texts.Format("form.answer.view", ("unit", visit.Names.Of(round.LeadUnit)), ("view", round.Opening.PreliminaryView)),
            visit.Texts.Format("form.answer.due", ("due", visit.Names.Deadline(item.ReplyBy))),
            .. item.SentBackBecause is { } because ? [visit.Texts.Format("form.answer.sentBack", ("reason", because))] : Array.Empty<string>(),
        ];

    private static IEnumerable<FormItem> Question(Texts t, int no, string question, IReadOnlyList<Choice> stances, ChoicePool units)
    {
        yield return new FormNote(t.Format("form.question", ("n", no), ("question", question)));
        yield return new ChoiceField(Fields.Stance(no), t.Format("fld.stance.n", ("n", no)), stances) { Required = true };
        yield return new TextField(Fields.Text(no), t.Format("fld.opinion.n", ("n", no)), 4_000) { Multiline = true, Hint = t["hint.opinion"] };
        yield return new TextField(Fields.Alternative(no), t.Format("fld.alternative.n", ("n", no)), 4_000)
        {
            Multiline = true,
            Hint = t["hint.alternative"],
        };
        yield return units.One(Fields.CompetentUnit(no), t.Format("fld.competentUnit.n", ("n", no)), no: no);
    }

    private static Choice[] Stances(Visit visit) =>
        [.. Enum.GetValues<Stance>().Select(stance => new Choice(visit.Texts[StanceKeys.Of(stance)], stance.ToString()))];

    private static OpinionDraft Read(FormValues values) =>
        new(
            [
                .. Enumerable
                    .Range(1, MostQuestions)
                    .Select(no => new QuestionAnswer(
                        no,
                        Choice<Stance>(values, Fields.Stance(no)),
                        values.Text(Fields.Text(no)),
                        values.Text(Fields.Alternative(no)),
                        Unit(values, Fields.CompetentUnit(no))
                    ))
                    .Where(answer => answer is not { Stance: null, Text: "", Alternative: "", CompetentUnit: null }),
            ],
            values.Text(Fields.OtherRemarks),
            values.Toggle(Fields.Reviewed),
            values.Text(Fields.DocumentSymbol)
        );

    private static FormValues Filled(OpinionDraft draft) =>
        draft.Answers.Aggregate(
            FormValues
                .Empty.With(Fields.OtherRemarks, draft.OtherRemarks)
                .With(Fields.Reviewed, draft.Reviewed)
                .With(Fields.DocumentSymbol, draft.DocumentSymbol),
            (values, answer) =>
                values
                    .With(Fields.Stance(answer.No), answer.Stance?.ToString())
                    .With(Fields.Text(answer.No), answer.Text)
                    .With(Fields.Alternative(answer.No), answer.Alternative)
                    .With(Fields.CompetentUnit(answer.No), answer.CompetentUnit?.Value)
        );
}
