using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Tasks;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Campaigns.CampaignDraft;

namespace DutyBot.Features;

/// <summary>The Office, or a leader, has all open tasks reviewed by a date .</summary>
internal sealed class OpenCampaign() : FormFeature("campaign.open")
{
    /// <summary>Working days that are proposed.</summary>
    private const int Usual = 5;

    /// <summary>Whether the person may; to others the typed word shows their own tasks.</summary>
    public static bool May(Visit visit) =>
        visit.Context.Permits(new CampaignCommand.Open(visit.Act, visit.Ids.New(DutyKind.Campaign), Empty), Campaign.NotOpened, out _, out _);

    public override CardAction Opening(Visit visit, CardAction action) => action with { Duty = action.Duty ?? visit.Ids.New(DutyKind.Campaign) };

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        var t = visit.Texts;
        return new()
        {
            Title = t["card.openCampaign"],
            Intro = May(visit) ? await Intro(visit, cancel) : [],
            Submit = action,
            SubmitLabel = t["btn.openCampaign"],
            Values = FormValues.Empty.With(Fields.AnswerBy, visit.Context.Calendar.AddWorkingDays(visit.Names.Today, Usual)),
            Items =
            [
                new TextField(Fields.Title, t["fld.campaignTitle"], 200) { Required = true, Hint = t["hint.campaignTitle"] },
                new TextField(Fields.Purpose, t["fld.campaignPurpose"], 1_000) { Multiline = true },
                new TextField(Fields.Document, t["fld.campaignDocument"], 60) { Hint = t["hint.documentSymbol"] },
                new DateField(Fields.AnswerBy, t["fld.campaignBy"]) { Required = true },
                new ToggleField(Fields.KeepRestDay, t["fld.keepRestDay"]),
                visit.Units().Many(Fields.Units, t["fld.campaignUnits"]),
            ],
        };
    }

    /// <summary>Without the tasks, which are found when the form is sent.</summary>
    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new CampaignCommand.Open(
            visit.Act,
            action.Duty!.Value,
            new CampaignDraft(
                values.Text(Fields.Title),
                values.Text(Fields.Purpose),
                values.Text(Fields.Document),
                values.Date(Fields.AnswerBy),
                values.Toggle(Fields.KeepRestDay),
                []
            )
        );

    public override async ValueTask<Demand> Asks(Visit visit, CardAction action, FormValues values, CancellationToken cancel)
    {
        var command = (CampaignCommand.Open)Command(visit, action, values);
        // What there is to review is nobody's business who may not ask for it, and is fixed once the campaign runs.
        var found =
            May(visit) && (await visit.Desk.Campaign(action.Duty!.Value, cancel)).Opening is null
                ? await OpenTasks(visit, [.. values.Choices(Fields.Units).Select(unit => new UnitId(unit))], cancel)
                : [];
        return new Demand(action.Duty!.Value, command with { Draft = command.Draft with { Units = found } });
    }

    private static async ValueTask<IReadOnlyList<string>> Intro(Visit visit, CancellationToken cancel)
    {
        var found = await OpenTasks(visit, [], cancel);
        var running = (await visit.Waiting.For(visit, cancel))
            .Where(item => item.Kind is ObligationKind.FollowCampaign or ObligationKind.MarkTasks)
            .Select(item => item.Duty.Value)
            .Distinct()
            .ToList();
        return
        [
            visit.Texts.Format("form.campaign", ("n", found.Sum(unit => unit.Tasks.Length)), ("units", found.Length)),
            .. running.Count > 0 ? [visit.Texts.Format("form.campaignRunning", ("list", running))] : Array.Empty<string>(),
        ];
    }

    // All units when none is chosen.
    private static async ValueTask<ImmutableArray<UnitTasks>> OpenTasks(Visit visit, ImmutableArray<UnitId> chosen, CancellationToken cancel)
    {
        var found = ImmutableArray.CreateBuilder<UnitTasks>();
        foreach (var unit in BacklogBoard.UnitsOf(visit.Names).Where(unit => chosen.IsEmpty || chosen.Contains(unit)))
        {
            var tasks = (await visit.Backlog.LedBy(unit, cancel)).Where(TaskStanding.IsOpen);
            if (InOrder(tasks).Select(task => task.Id).ToImmutableArray() is { IsEmpty: false } open)
            {
                found.Add(new UnitTasks(unit, open));
            }
        }

        return found.ToImmutable();
    }

    // The nearest deadline first, and what has none last.
    private static IEnumerable<WorkTask> InOrder(IEnumerable<WorkTask> tasks) =>
        tasks
            .OrderBy(task => task.CompleteBy is null)
            .ThenBy(task => task.CompleteBy)
            .ThenBy(task => task.IssuedAt)
            .ThenBy(task => task.Content.Work, StringComparer.Ordinal);
}
