using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Urgings;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Cards;

/// <summary>The backlog and what the Office urges, in their important states.</summary>
internal static class BacklogSituations
{
    public const string UrgingText = "Đề nghị đơn vị khẩn trương thực hiện, báo cáo kết quả.";

    public static IEnumerable<CardSituation> All =>
        [
            Of("of all units", null),
            Of("of one unit", Planning),
            Of("second page", Planning, 2),
            Of("received when already overdue", Safety),
            Of("none", Trade),
            new("urging", "to a unit", Dec(17), new(ATask.Urged()), (_, names, now) => Urging(names, now)),
            new(
                "assignment",
                "urged",
                Dec(17),
                new(ATask.Urged()),
                (desk, names, now) => desk.Render(CardName.Assignment, ATask.Id, Planning, names, now, CancellationToken.None)
            ),
        ];

    private static ValueTask<RenderedCard?> Urging(Names names, Instant now)
    {
        var scene = new Scene(names, now, FormPlace.Card);
        var tasks = new[] { TaskOf(ATask.Urged()) };
        var notice = new UrgingEvent.Sent(
            HeadOfOffice.At(now),
            ATask.Urging,
            [new UrgedUnit(Planning, [ATask.Id])],
            UrgingText,
            DocumentSymbol.Parse("45/VP-TH"),
            DecDay(21)
        );
        var draft = UrgingCard.Of(UrgingViews.Of(notice, tasks, 1, scene), names.Texts);
        return new(new RenderedCard(draft.Fit(names.Texts), draft.Head.Summary));
    }

    private static CardSituation Of(string name, UnitId? unit, int page = 1) =>
        new("backlog", name, Dec(23), new(ATask.Issued()), (_, names, now) => Backlog(names, now, unit, page));

    // As the clock would find them: one long overdue, one nobody reports of, and more than fit a page.
    private static UnitBacklog LeftLying(UnitId unit)
    {
        var overdue = TaskOf(ATask.Issued());
        BacklogItem[] old =
        [
            new(TaskOf(Undated), new BacklogEntry(BacklogAge.NoReport, 99)),
            new(overdue, new BacklogEntry(BacklogAge.Beyond90, 91)),
            new(overdue, new BacklogEntry(BacklogAge.UpTo90, 40)),
        ];
        var came = new BacklogItem(
            TaskOf(ATask.Accepted().After(ATask.Succeeds(Planning, Safety, Dec(21)))),
            new BacklogEntry(BacklogAge.CameLate, 2)
        );
        return unit == Trade ? new(unit, [])
            : unit == Industry ? new(unit, [.. old.Skip(2), came])
            : unit == Safety ? new(unit, [came])
            : new(unit, [.. old, .. Enumerable.Repeat(new BacklogItem(overdue, new BacklogEntry(BacklogAge.UpTo5, 3)), BacklogViews.PageSize)]);
    }

    private static WorkTask TaskOf(ImmutableArray<TaskEvent> past) => past.Aggregate(WorkTask.NotIssued, WorkTask.Evolve);

    private static ValueTask<RenderedCard?> Backlog(Names names, Instant now, UnitId? unit, int page)
    {
        var scene = new Scene(names, now, FormPlace.Card);
        var view = unit is { } one
            ? BacklogViews.OfUnit(LeftLying(one), page, scene)
            : BacklogViews.OfUnits([LeftLying(Industry), LeftLying(Planning)], page, scene);
        return new(new RenderedCard(BacklogCard.Of(view, names.Texts), BacklogCard.Summary(view, names.Texts)));
    }

    private static ImmutableArray<TaskEvent> Undated =>
        ATask.Issued(ATask.Draft with { Deadline = null, ReportDeadline = null, ReviewOn = DecDay(9), NoDeadlineReason = Texts.Reason });
}
