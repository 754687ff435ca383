using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Tasks;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Consultations.ConsultationDraft;

namespace DutyBot.Features;

/// <summary>The lead unit's head asks other units, each with why it is concerned .</summary>
internal sealed class ConsultUnits() : FormFeature("task.consult")
{
    private const int MostUnits = 20;

    public override CardAction Opening(Visit visit, CardAction action) => action.With(Extras.NewDuty, visit.Ids.New(DutyKind.Consultation).Value);

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        if (await visit.Desk.Task(action.Duty!.Value, cancel) is not { LeadPeriods.IsEmpty: false } task || NewRound(action) is null)
        {
            return null;
        }

        var t = visit.Texts;
        var others = visit.Units(task.LeadUnit);
        return new Form
        {
            Title = t["card.consult"],
            Intro = [task.Content.Work],
            Submit = action,
            SubmitLabel = t["btn.consult"],
            Values = FormValues
                .Empty.With(Fields.Basis, nameof(ConsultationBasis.Necessary))
                .With(Fields.ReplyBy, visit.Context.Calendar.AddWorkingDays(visit.Names.Today, visit.Context.Policy.ConsultReplyDefault)),
            Items =
            [
                new RowGroup(Fields.Questions, t["fld.questions"], MostQuestions, row => [Question(visit, row)]),
                new TextField(Fields.PreliminaryView, t["fld.preliminaryView"], LongText) { Required = true, Multiline = true },
                new ChoiceField(Fields.Basis, t["fld.basis"], Bases(visit)) { Required = true },
                new TextField(Fields.Papers, t["fld.documents"], ShortText) { Hint = t["hint.papers"] },
                new RowGroup(Fields.Units, t["fld.units"], MostUnits, row => UnitAndWhy(visit, others, row)) { FirstRows = 2 },
                new DateField(Fields.ReplyBy, t["fld.replyBy"]) { Required = true },
                new ToggleField(Fields.ManyUnitsConfirmed, t["fld.manyUnitsConfirmed"]),
            ],
        };
    }

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new TaskCommand.OpenConsultation(
            visit.Act,
            NewRound(action)!.Value,
            new ConsultationDraft(
                [.. values.RowsOf(Fields.Questions).Select(row => values.Text(Fields.Question(row)))],
                values.Text(Fields.PreliminaryView),
                Choice<ConsultationBasis>(values, Fields.Basis),
                values.Text(Fields.Papers),
                // Every row, also the empty ones: a problem stands beside the row it is about.
                [.. Enumerable.Range(1, MostUnits).Select(row => (Unit(values, Fields.Unit(row)), values.Text(Fields.Why(row))))],
                values.Date(Fields.ReplyBy),
                values.Toggle(Fields.ManyUnitsConfirmed)
            )
        );

    private static DutyId? NewRound(CardAction action) =>
        DutyId.TryParse(action.Extras?.GetValueOrDefault(Extras.NewDuty), out var id) && id.Kind == DutyKind.Consultation ? id : null;

    private static TextField Question(Visit visit, int row) =>
        new(Fields.Question(row), visit.Texts.Format("fld.question", ("n", row)), 2_000) { Multiline = true, Required = row == 1 };

    private static FormField[] UnitAndWhy(Visit visit, ChoicePool others, int row) =>
        [
            others.One(Fields.Unit(row), visit.Texts.Format("fld.unit", ("n", row)), required: row == 1, no: row),
            new TextField(Fields.Why(row), visit.Texts.Format("fld.why", ("n", row)), 2_000) { Multiline = true, Required = row == 1 },
        ];

    private static Choice[] Bases(Visit visit) =>
        [
            new(visit.Texts["basis.mandatory"], nameof(ConsultationBasis.Mandatory)),
            new(visit.Texts["basis.necessary"], nameof(ConsultationBasis.Necessary)),
        ];
}
