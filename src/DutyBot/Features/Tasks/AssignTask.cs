using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Tasks.TaskDraft;

namespace DutyBot.Features;

/// <summary>An assigner gives one task to one lead unit (R-06…R-11).</summary>
internal sealed class AssignTask() : FormFeature("task.assign")
{
    /// <summary>Of the button: the name of the template the form starts with.</summary>
    public const string TemplateExtra = "template";

    private const int MostCategories = 40;

    public override CardAction Opening(Visit visit, CardAction action) => action with { Duty = action.Duty ?? visit.Ids.New(DutyKind.Task) };

    public override ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        var t = visit.Texts;
        var units = visit.Units();
        return new(
            new Form
            {
                Title = t["card.assign"],
                Submit = action,
                SubmitLabel = t["btn.assign"],
                Values = Start(visit, action),
                Items =
                [
                    new TextField(Fields.Work, t["fld.work"], ShortText) { Required = true, Multiline = true },
                    new TextField(Fields.Deliverable, t["fld.deliverable"], ShortText) { Required = true },
                    new TextField(Fields.Requirement, t["fld.requirement"], LongText) { Multiline = true },
                    new TextField(Fields.DocumentSymbol, t["fld.documentSymbol"], 60) { Required = true, Hint = t["hint.documentSymbol"] },
                    new DateField(Fields.DocumentDate, t["fld.documentDate"]) { Required = true },
                    new TextField(Fields.IssuingBody, t["fld.issuingBody"], 200) { Required = true },
                    units.One(Fields.LeadUnit, t["fld.lead"], required: true),
                    units.Many(Fields.CoordinatingUnits, t["fld.coordinating"]),
                    new ChoiceField(Fields.Urgency, t["fld.urgency"], UrgencyChoices(visit)) { Required = true },
                    .. Categories(visit),
                    new DateField(Fields.Deadline, t["fld.deadline"]) { Hint = t["hint.deadline"] },
                    new ToggleField(Fields.KeepRestDay, t["fld.keepRestDay"]),
                    .. HasNorms(visit) ? [new ToggleField(Fields.ShortTermConfirmed, t["fld.shortTermConfirmed"])] : Array.Empty<FormField>(),
                    new DateField(Fields.ReportDeadline, t["fld.reportDeadline"]),
                    new TextField(Fields.NoDeadlineReason, t["fld.noDeadlineReason"], ShortText) { Multiline = true },
                    new DateField(Fields.ReviewOn, t["fld.reviewOn"]),
                ],
            }
        );
    }

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new TaskCommand.Issue(
            visit.Act,
            action.Duty!.Value,
            new TaskDraft
            {
                Work = values.Text(Fields.Work),
                Deliverable = values.Text(Fields.Deliverable),
                Requirement = values.Text(Fields.Requirement),
                DocumentSymbol = values.Text(Fields.DocumentSymbol),
                DocumentDate = values.Date(Fields.DocumentDate),
                IssuingBody = values.Text(Fields.IssuingBody),
                LeadUnits = Unit(values, Fields.LeadUnit) is { } lead ? [lead] : [],
                CoordinatingUnits = [.. values.Choices(Fields.CoordinatingUnits).Select(id => new UnitId(id))],
                Deadline = values.Date(Fields.Deadline),
                KeepRestDay = values.Toggle(Fields.KeepRestDay),
                NoDeadlineReason = values.Text(Fields.NoDeadlineReason),
                ReviewOn = values.Date(Fields.ReviewOn),
                ReportDeadline = values.Date(Fields.ReportDeadline),
                Urgency = Choice<Urgency>(values, Fields.Urgency) ?? Urgency.Normal,
                Category = values.Text(Fields.Category),
                ShortTermConfirmed = values.Toggle(Fields.ShortTermConfirmed),
            }
        );

    // A template says in how many working days the work is due; they are counted from today (the day itself is not counted).
    private static FormValues Start(Visit visit, CardAction action)
    {
        var values = FormValues.Empty.With(Fields.Urgency, nameof(Urgency.Normal));
        var name = action.Extras?.GetValueOrDefault(TemplateExtra) ?? "";
        return visit.Context.Organisation.Templates.GetValueOrDefault(name) is not { } template
            ? values
            : values
                .With(Fields.Work, template.Work)
                .With(Fields.Deliverable, template.Deliverable)
                .With(Fields.Requirement, template.Requirement)
                .With(Fields.Deadline, template.WorkingDays is { } days ? visit.Context.Calendar.AddWorkingDays(visit.Names.Today, days) : null);
    }

    // each category says by when its work would normally be done, so that a fair deadline is proposed before one is typed.
    private static IEnumerable<FormField> Categories(Visit visit)
    {
        if (HasNorms(visit))
        {
            yield return new ChoiceField(
                Fields.Category,
                visit.Texts["fld.category"],
                [.. visit.Context.Organisation.NormsOn(visit.Names.Today).Take(MostCategories).Select(norm => Category(visit, norm))]
            );
        }
    }

    private static bool HasNorms(Visit visit) => !visit.Context.Organisation.NormsOn(visit.Names.Today).IsEmpty;

    private static Choice Category(Visit visit, Norm norm) =>
        new(
            visit.Texts.Format(
                "norm.choice",
                ("category", norm.Category),
                ("n", norm.WorkingDays),
                ("date", NormRules.ProposedDeadline(norm, visit.Names.Today, visit.Context))
            ),
            norm.Category
        );

    private static ImmutableArray<Choice> UrgencyChoices(Visit visit) =>
        [.. Enum.GetValues<Urgency>().Select(urgency => new Choice(CardParts.Name(visit.Texts, urgency), urgency.ToString()))];
}
