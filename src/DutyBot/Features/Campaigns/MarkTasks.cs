using System.Collections.Immutable;
using System.Globalization;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using Fields = DutyBot.Domain.Campaigns.MarkDraft.Fields;

namespace DutyBot.Features;

/// <summary>
/// The head of a unit marks its open tasks, some at a time. Which ones the form shows is fixed when it is opened and travels in its button;
/// what is left empty is not marked.
/// </summary>
internal sealed class MarkTasks() : FormFeature("campaign.mark")
{
    /// <summary>Tasks of one form: with notes in full it stays within the size of a card.</summary>
    public const int MostShown = 6;

    /// <summary>Of the button: the tasks of the form, by their codes.</summary>
    public const string TasksExtra = "tasks";

    /// <summary>Of the button: the last saving that the form shows.</summary>
    private const string SeenExtra = "seen";

    private const int NoteLength = 300;

    public override IReadOnlyDictionary<string, string> ViewAfter(CardAction action) =>
        new Dictionary<string, string> { [Extras.Unit] = UnitOf(action).Value };

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        var (unit, listed) = (UnitOf(action), Listed(action));
        var campaign = await visit.Desk.CampaignNow(
            action.Duty!.Value,
            known => known.Tasks.Where(task => task.Unit == unit || listed.Contains(task.Task)),
            cancel
        );
        if (campaign.Opening is not { } opening)
        {
            return null;
        }

        var tasks = May(visit, campaign, unit) ? await Shown(visit, campaign, action, cancel) : [];
        return new()
        {
            Title = visit.Texts["card.markTasks"],
            Intro = [opening.Title, visit.Texts["form.markTasks"]],
            Submit = action
                .With(TasksExtra, string.Join(',', tasks.Select(task => task.Id.Value)))
                .With(SeenExtra, campaign.Savings.ToString(CultureInfo.InvariantCulture)),
            SubmitLabel = visit.Texts["btn.saveMarks"],
            Values = tasks.Select(task => campaign.Task(task.Id)!).Aggregate(FormValues.Empty, Filled),
            Items = [.. tasks.SelectMany((task, index) => ItemsOf(visit, index + 1, task))],
        };
    }

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new CampaignCommand.Mark(visit.Act, UnitOf(action), [.. Listed(action).SelectMany(task => Marked(task, values))], Seen(action), []);

    public override async ValueTask<Demand> Asks(Visit visit, CardAction action, FormValues values, CancellationToken cancel)
    {
        var command = (CampaignCommand.Mark)Command(visit, action, values);
        var standings = await visit.Desk.Standings(command.Marks.Select(mark => mark.Task), cancel);
        return new Demand(action.Duty!.Value, command with { Standings = standings });
    }

    // The list of a unit's tasks is for those to see who may mark them.
    private static bool May(Visit visit, Campaign campaign, UnitId unit) =>
        visit.Context.Permits(new CampaignCommand.Mark(visit.Act, unit, [], 0, []), campaign, out _, out _);

    private static int Seen(CardAction action) =>
        int.TryParse(action.Extras?.GetValueOrDefault(SeenExtra), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    private static ImmutableArray<DutyId> Listed(CardAction action) =>
        [
            .. (action.Extras?.GetValueOrDefault(TasksExtra) ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Take(MostShown)
                .Select(code => DutyId.TryParse(code, out var id) && id.Kind == DutyKind.Task ? id : default)
                .Where(id => id.Value is not null)
                .Distinct(),
        ];

    // As the button lists them, also what the unit has led and has lost since: what was filled in for it is not thrown away unseen.
    private static async ValueTask<IReadOnlyList<WorkTask>> Shown(Visit visit, Campaign campaign, CardAction action, CancellationToken cancel)
    {
        var unit = UnitOf(action);
        IReadOnlyList<DutyId> listed = Listed(action);
        var tasks = new List<WorkTask>();
        foreach (var id in listed.Count > 0 ? listed : Next(campaign, unit))
        {
            var task = await visit.Desk.Task(id, cancel);
            if (campaign.Task(id) is not null && task.LeadPeriods.Any(period => period.Unit == unit))
            {
                tasks.Add(task);
            }
        }

        return tasks;
    }

    // Those without a mark first; when there are none, the marks can be changed.
    private static IReadOnlyList<DutyId> Next(Campaign campaign, UnitId unit)
    {
        var tasks = campaign.Of(unit).Where(task => task.Settled != SettledBy.End).ToList();
        return [.. (tasks.Exists(task => task.IsUnmarked) ? tasks.Where(task => task.IsUnmarked) : tasks).Take(MostShown).Select(task => task.Task)];
    }

    private static IEnumerable<MarkDraft> Marked(DutyId task, FormValues values)
    {
        var draft = new MarkDraft(
            task,
            Choice<MarkKind>(values, Fields.Kind(task)),
            values.Text(Fields.Note(task)),
            values.Date(Fields.ProposedDate(task))
        );
        return draft is { Kind: null, Note: "", ProposedDate: null } ? [] : [draft];
    }

    private static FormValues Filled(FormValues values, ReviewedTask task) =>
        task.Mark is not { } mark
            ? values
            : values
                .With(Fields.Kind(task.Task), mark.Kind.ToString())
                .With(Fields.Note(task.Task), mark.Note)
                .With(Fields.ProposedDate(task.Task), mark.ProposedDate);

    private static IEnumerable<FormItem> ItemsOf(Visit visit, int number, WorkTask task)
    {
        var t = visit.Texts;
        var due = task.CompleteBy is { } by ? Timeliness.Of(by, visit.Names, visit.Act.At) : t["note.noDate"];
        yield return new FormNote($"{number}. {Scene.Short(task.Content.Work)} ({Scene.Joined(task.Id.Value, due)})");
        yield return new ChoiceField(
            Fields.Kind(task.Id),
            t.Format("fld.mark", ("n", number)),
            [.. Enum.GetValues<MarkKind>().Select(kind => new Choice(CampaignViews.Name(kind, t), kind.ToString()))]
        );
        yield return new TextField(Fields.Note(task.Id), t.Format("fld.markNote", ("n", number)), NoteLength) { Multiline = true };
        yield return new DateField(Fields.ProposedDate(task.Id), t.Format("fld.markDate", ("n", number)));
    }
}
