using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Urgings;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Urgings.UrgingDraft;

namespace DutyBot.Features;

/// <summary>The Office urges units to carry out what is overdue or nearly due: to each of them one notice .</summary>
internal sealed class UrgeUnits() : FormFeature("urging.send")
{
    /// <summary>Of the button: the units whose tasks are listed, once they were chosen.</summary>
    private const string UnitsExtra = "units";

    private const string UnitsField = "units";

    /// <summary>Tasks of one form; of more, the units are chosen first.</summary>
    private const int MostListed = 30;

    public override CardAction Opening(Visit visit, CardAction action) => action with { Duty = action.Duty ?? visit.Ids.New(DutyKind.Urging) };

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        var tasks = MayUrge(visit) ? await Urgeable(visit, ChosenUnits(action), cancel) : [];
        return tasks.Count > MostListed && ChosenUnits(action) is null ? ByUnit(visit, action, tasks.Count) : OfTasks(visit, action, tasks);
    }

    public override CardAction? Further(Visit visit, CardAction action, FormValues values) =>
        ChosenUnits(action) is null && values.Choices(UnitsField) is { IsEmpty: false } units
            ? action.With(UnitsExtra, string.Join(',', units))
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new UrgingCommand.Send(
            visit.Act,
            action.Duty!.Value,
            new UrgingDraft(
                [
                    .. BacklogBoard
                        .UnitsOf(visit.Names)
                        .Select(unit => new UrgedUnit(unit, [.. values.Choices(FieldOf(unit)).Select(DutyId.Parse)]))
                        .Where(unit => !unit.Tasks.IsEmpty),
                ],
                values.Text(Fields.Text),
                values.Text(Fields.Document),
                values.Date(Fields.AnswerBy)
            )
        );

    private static string FieldOf(UnitId unit) => $"tasks.{unit}";

    // What there is to urge is for those to see who may.
    private static bool MayUrge(Visit visit) =>
        visit.Context.Permits(new UrgingCommand.Send(visit.Act, visit.Ids.New(DutyKind.Urging), Empty), out _, out _);

    private static ImmutableArray<UnitId>? ChosenUnits(CardAction action) =>
        action.Extras?.GetValueOrDefault(UnitsExtra) is { Length: > 0 } units ? [.. units.Split(',').Select(unit => new UnitId(unit))] : null;

    // Whoever was urged and may still answer comes last, so that a long list is worked through.
    private static async ValueTask<IReadOnlyList<WorkTask>> Urgeable(Visit visit, ImmutableArray<UnitId>? only, CancellationToken cancel)
    {
        var tasks = new List<WorkTask>();
        foreach (var unit in BacklogBoard.UnitsOf(visit.Names).Where(unit => only?.Contains(unit) ?? true))
        {
            tasks.AddRange((await visit.Backlog.LedBy(unit, cancel)).Where(task => IsUrgeable(task, visit)));
        }

        return [.. tasks.OrderBy(task => task.Urgings is [.., var last] && last.AnswerBy >= visit.Names.Today).ThenBy(task => task.CompleteBy)];
    }

    private static bool IsUrgeable(WorkTask task, Visit visit)
    {
        var calendar = visit.Context.Calendar;
        return task.Phase is TaskPhase.Assigned or TaskPhase.InProgress
            && task.CompleteBy is { } due
            && calendar.WorkingDaysBetween(visit.Names.Today, calendar.DayOfDeadline(due)) <= Timeliness.Soon;
    }

    private static Form ByUnit(Visit visit, CardAction action, int count) =>
        new()
        {
            Title = visit.Texts["card.urge"],
            Intro = [visit.Texts.Format("form.urgeMany", ("n", count))],
            Submit = action,
            SubmitLabel = visit.Texts["btn.nextStep"],
            Items = [visit.Units().Many(UnitsField, visit.Texts["fld.urgeUnits"], required: true)],
        };

    private static Form OfTasks(Visit visit, CardAction action, IReadOnlyList<WorkTask> tasks)
    {
        var t = visit.Texts;
        var left = tasks.Count - MostListed;
        return new()
        {
            Title = t["card.urge"],
            Intro =
            [
                t[tasks.Count == 0 ? "form.urgeNone" : "form.urge"],
                .. left > 0 ? [t.Format("form.urgeMore", ("n", left))] : Array.Empty<string>(),
            ],
            Submit = action,
            SubmitLabel = t["btn.urge"],
            Values = FormValues.Empty.With(Fields.Text, t["form.urgeText"]).With(Fields.AnswerBy, AnswerBy(visit)),
            Items =
            [
                .. tasks.Take(MostListed).GroupBy(task => task.LeadUnit).Select(unit => OfUnit(visit, unit.Key, unit)),
                new TextField(Fields.Text, t["fld.urgeText"], ShortText) { Required = true, Multiline = true },
                new TextField(Fields.Document, t["fld.urgeDocument"], 60) { Hint = t["hint.documentSymbol"] },
                new DateField(Fields.AnswerBy, t["fld.answerBy"]) { Required = true },
            ],
        };
    }

    private static MultiChoiceField OfUnit(Visit visit, UnitId unit, IEnumerable<WorkTask> tasks) =>
        new(FieldOf(unit), visit.Names.Of(unit), [.. tasks.Select(task => new Choice(Label(task, visit), task.Id.Value))])
        {
            Style = ChoiceStyle.Expanded,
        };

    private static string Label(WorkTask task, Visit visit)
    {
        var standing = Timeliness.Of(task.CompleteBy!.Value, visit.Names, visit.Act.At);
        var urged = task.Urgings.Length > 0 ? visit.Texts.Format("note.urgedTimes", ("n", task.Urgings.Length)) : null;
        return Scene.Joined(Scene.Short(task.Content.Work), standing, urged);
    }

    private static NodaTime.LocalDate AnswerBy(Visit visit) => visit.Context.Calendar.AddWorkingDays(visit.Names.Today, Timeliness.Soon);
}
