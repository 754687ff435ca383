using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Domain.Campaigns.CampaignCommand;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Campaigns;

/// <summary>
/// Histories of a review: the head of the Office opens it on Mon 09/11/2026 at 09:00, until 24:00 of Mon 16/11/2026. Planning leads three open
/// tasks (the first is the sample task), Industry two.
/// </summary>
internal static class ACampaign
{
    public const string Title = "Rà soát nhiệm vụ quý IV";
    public const string Purpose = "Phục vụ họp giao ban của lãnh đạo Sở.";
    public const string Document = "45/VP-TH";
    public const string Note = "Chờ kết quả đo đạc của đơn vị tư vấn, dự kiến chậm hai tuần.";

    public static readonly DutyId Id = DutyId.Parse("RS-2026-5N9TW");

    public static readonly Instant End = EndOf(NovDay(16));

    public static readonly ImmutableArray<DutyId> OfPlanning = [ATask.Id, Task(2), Task(3)];

    public static readonly ImmutableArray<DutyId> OfIndustry = [Task(4), Task(5)];

    public static readonly CampaignDraft Draft = new(
        Title,
        Purpose,
        Document,
        NovDay(16),
        KeepRestDay: false,
        [new UnitTasks(Planning, OfPlanning), new UnitTasks(Industry, OfIndustry)]
    );

    public static ImmutableArray<CampaignEvent> NotOpened => [];

    /// <summary>One of many sample tasks.</summary>
    public static DutyId Task(int no) => DutyId.Parse($"NV-2026-0{no:0000}");

    public static Open OpeningOf(CampaignDraft draft, PersonId? by = null) => new((by ?? HeadOfOffice).At(Nov(9)), Id, draft);

    public static MarkDraft Says(DutyId task, MarkKind? kind = MarkKind.UnderWay, string note = "", LocalDate? date = null) =>
        new(task, kind, note, date);

    public static Mark Marks(UnitId unit, Act act, params MarkDraft[] marks) => new(act, unit, [.. marks], 0, []);

    public static TaskStanding Stands(DutyId task, UnitId unit, SettledBy? settled = null) => new(task, unit, settled);

    public static NoteTasks Noting(Instant at, params TaskStanding[] standings) => new(Act.OfSystem(at), [.. standings]);

    /// <summary>The clock finds an obligation due at that moment.</summary>
    public static PassDeadline Pass(string obligation, Instant at, params TaskStanding[] standings) =>
        new(Act.OfSystem(at), obligation, [.. standings]);

    public static string Notice(UnitId unit, int days) => $"notice:{CampaignObligations.Mark(unit)}:{(days == 0 ? "0" : days)}";

    public static ImmutableArray<CampaignEvent> Opened() => NotOpened.After(OpeningOf(Draft));

    public static ImmutableArray<CampaignEvent> OpenedByLeader() => NotOpened.After(OpeningOf(Draft with { Document = "", Purpose = "" }, Director));

    /// <summary>Planning has marked two of three.</summary>
    public static ImmutableArray<CampaignEvent> Marked() =>
        Opened()
            .After(
                Marks(
                    Planning,
                    HeadOfPlanning.At(Nov(10)),
                    Says(OfPlanning[0], MarkKind.NeedsExtension, Note, DecDay(31)),
                    Says(OfPlanning[1], MarkKind.UnderWay)
                )
            );

    /// <summary>Whoever acts for the head of Planning has marked the rest, and Industry has marked its own.</summary>
    public static ImmutableArray<CampaignEvent> AllMarked() =>
        Marked()
            .After(
                Marks(Planning, DelegateOfPlanning.At(Nov(11)), Says(OfPlanning[2], MarkKind.Obstacle, Note)),
                Marks(
                    Industry,
                    HeadOfIndustry.At(Nov(12)),
                    Says(OfIndustry[0], MarkKind.ProposesReturn, Note),
                    Says(OfIndustry[1], MarkKind.DoneNotUpdated)
                )
            );

    /// <summary>Trade, which had no part before, leads the last task of Planning now.</summary>
    public static ImmutableArray<CampaignEvent> Moved() => Marked().After(Noting(Nov(10, 10), Stands(OfPlanning[2], Trade)));

    /// <summary>The last task of Planning was cancelled.</summary>
    public static ImmutableArray<CampaignEvent> TaskEnded() => Marked().After(Noting(Nov(10, 10), Stands(OfPlanning[2], Planning, SettledBy.End)));

    public static ImmutableArray<CampaignEvent> Returning() =>
        Marked().After(Noting(Nov(10, 10), Stands(OfPlanning[2], Planning, SettledBy.ReturnRequest)));

    public static ImmutableArray<CampaignEvent> Noticed() => Marked().After(Pass(Notice(Planning, -1), Nov(13)), Pass(Notice(Planning, 0), Nov(16)));

    public static ImmutableArray<CampaignEvent> Closed() => TaskEnded().After(Pass(CampaignObligations.Close, End));

    public static ImmutableArray<CampaignEvent> ClosedComplete() => AllMarked().After(Pass(CampaignObligations.Close, End));

    public static ImmutableArray<CampaignEvent> ClosedLooking() =>
        OpenedByLeader().After(Pass(CampaignObligations.Close, End, Stands(OfIndustry[0], Industry, SettledBy.End)));

    public static ImmutableArray<CampaignEvent> Cancelled() => Marked().After(new Cancel(HeadOfOffice.At(Nov(11)), Texts.Reason));
}
