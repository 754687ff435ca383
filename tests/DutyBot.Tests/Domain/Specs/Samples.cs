using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Campaigns;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Reminders;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Specs;

/// <summary>Every command there is, filled in well and badly, for one act.</summary>
internal static class Samples
{
    private static readonly RoundOutcome Disagreed = new(Cancelled: false, [Industry]);

    private static readonly string[] Reasons = [Texts.Reason, "", Texts.Secret];

    /// <summary>A round and an escalation of these ids are what the commands speak of.</summary>
    public static IEnumerable<TaskCommand> OfTasks(Act act, DutyId round, DutyId escalation) =>
        [
            new TaskCommand.Issue(act, ATask.Id, ATask.Draft),
            new TaskCommand.Issue(act, ATask.Id, new TaskDraft()),
            new TaskCommand.Accept(act, OfficerOfPlanning),
            new TaskCommand.Accept(act, HeadOfIndustry),
            new TaskCommand.Accept(act, HeadOfSafety),
            new TaskCommand.Accept(act, null),
            .. Reasons.Select(r => new TaskCommand.NameOfficer(act, OtherOfficerOfPlanning, r)),
            .. Reasons.Select(r => new TaskCommand.RequestReturn(act, ReturnReason.NotOurCompetence, Trade, r)),
            new TaskCommand.RequestReturn(act, null, null, ""),
            .. Reasons.Select(r => new TaskCommand.RejectReturn(act, r)),
            .. new UnitId?[] { Planning, Industry, Safety, Ended, NeverHeardOf, null }.Select(u => new TaskCommand.Reassign(act, u)),
            .. Reasons.Select(r => new TaskCommand.Cancel(act, r)),
            new TaskCommand.OpenConsultation(act, round, ARound.Draft with { ReplyBy = Context.DateOf(act).PlusDays(7) }),
            new TaskCommand.OpenConsultation(act, round, new ConsultationDraft([], "", null, "", [], null, false)),
            new TaskCommand.RecordRoundEnded(act, round, Disagreed),
            new TaskCommand.RecordUrged(act, ATask.Urging, null, DecDay(23)),
            new TaskCommand.SucceedUnit(act, Planning, Industry),
            new TaskCommand.SucceedUnit(act, Trade, Planning),
            new TaskCommand.RecountTerms(act),
            new TaskCommand.Escalate(act, escalation, AnEscalation.Draft),
            new TaskCommand.Escalate(act, escalation, new ProposalDraft("", "", "", "", [], int.MinValue, "")),
            new TaskCommand.RecordDecision(act, escalation, Decision(act)),
            new TaskCommand.RecordEscalationWithdrawn(act, escalation),
            .. new[]
            {
                TaskObligations.Accept,
                TaskObligations.DecideReturn,
                TaskObligations.NameOfficer,
                TaskObligations.Complete,
                TaskObligations.Report,
                TaskObligations.Escalate,
                "",
            }.Select(o => new TaskCommand.PassDeadline(act, o)),
        ];

    public static IEnumerable<ConsultationCommand> OfRounds(Act act, ConsultationOpening opening) =>
        [
            new ConsultationCommand.Open(act, ARound.Id, opening),
            .. new[] { Industry, Safety, NeverHeardOf }.SelectMany(unit => OfItems(act, unit)),
            new ConsultationCommand.SendBack(act, null, Texts.Reason),
            new ConsultationCommand.Resolve(act, []),
            new ConsultationCommand.Resolve(act, [new(Industry, 1, ResolutionKind.Explain, Texts.Reason)]),
            new ConsultationCommand.Resolve(act, [new(Industry, 1, ResolutionKind.Adopt, ""), new(Industry, 1, ResolutionKind.Adopt, "")]),
            new ConsultationCommand.Resolve(act, [new(Safety, 1, ResolutionKind.Explain, Texts.Reason), new(Industry, -7, null, "?")]),
            new ConsultationCommand.SucceedUnit(act, Planning, Industry),
            new ConsultationCommand.SucceedUnit(act, Industry, Trade),
            new ConsultationCommand.SucceedUnit(act, Industry, Safety),
            new ConsultationCommand.RecountTerms(act),
            new ConsultationCommand.Close(act, false),
            new ConsultationCommand.Close(act, true),
            .. Reasons.Select(r => new ConsultationCommand.Cancel(act, r)),
            new ConsultationCommand.PassDeadline(act, ConsultationObligations.CloseRound),
            new ConsultationCommand.PassDeadline(act, ""),
        ];

    public static IEnumerable<EscalationCommand> OfEscalations(Act act, EscalationOpening opening) =>
        [
            new EscalationCommand.Submit(act, AnEscalation.Id, opening),
            .. new int?[] { 1, 2, 3, 0, -1, null }.SelectMany(option =>
                Reasons.SelectMany(text =>
                    new EscalationCommand[] { new EscalationCommand.Decide(act, option, text), new EscalationCommand.Supersede(act, option, text) }
                )
            ),
            .. Reasons.Select(r => new EscalationCommand.ReturnForWork(act, r)),
            .. Reasons.Select(r => new EscalationCommand.CallMeeting(act, r)),
            new EscalationCommand.Resubmit(act, AnEscalation.Draft),
            new EscalationCommand.Resubmit(act, AnEscalation.Draft with { Options = ["", ""], ChosenOption = 2 }),
            .. Reasons.Select(r => new EscalationCommand.Withdraw(act, r)),
            new EscalationCommand.SucceedUnit(act, Planning, Safety),
            new EscalationCommand.SucceedUnit(act, Leadership, Office),
            new EscalationCommand.RecountTerms(act),
            new EscalationCommand.PassDeadline(act, EscalationObligations.Decide),
            new EscalationCommand.PassDeadline(act, EscalationObligations.Revise),
        ];

    public static IEnumerable<ReminderCommand> OfReminders(Act act) =>
        [
            .. Enumerable.Range(1, 5).Select(fact => ARecord.IssueOf(fact, act)),
            .. Reasons.Select(text => ARecord.IssueOf(6, act) with { Text = text }),
            ARecord.IssueOf(6, act) with
            {
                LegalBasis = Texts.Secret,
            },
            ARecord.IssueOf(6, act) with
            {
                Fact = ARecord.Fact(6) with { Due = null },
            },
            ARecord.IssueOf(6, act, Director),
            .. Enumerable.Range(1, 4).SelectMany(no => OfReminder(act, no)),
            .. new[] { 1, 2 }.SelectMany(file => OfFile(act, file)),
            new ReminderCommand.PassDeadline(act, ""),
            new ReminderCommand.PassDeadline(act, "explain:x"),
        ];

    public static IEnumerable<CampaignCommand> OfCampaigns(Act act) =>
        [
            new CampaignCommand.Open(act, ACampaign.Id, ACampaign.Draft with { AnswerBy = Context.Calendar.NextWorkingDay(Context.DateOf(act)) }),
            new CampaignCommand.Open(act, ACampaign.Id, CampaignDraft.Empty with { AnswerBy = new(2026, 11, 14), Document = "?" }),
            .. new[] { Planning, Industry, Trade, NeverHeardOf }.SelectMany(unit => OfMarks(act, unit)),
            new CampaignCommand.NoteTasks(act, [ACampaign.Stands(ACampaign.OfIndustry[0], Safety)]),
            new CampaignCommand.NoteTasks(act, [ACampaign.Stands(ACampaign.OfPlanning[2], Planning, SettledBy.End)]),
            new CampaignCommand.NoteTasks(act, [ACampaign.Stands(ACampaign.Task(99), Planning)]),
            .. Reasons.Select(reason => new CampaignCommand.Cancel(act, reason)),
            .. new[] { CampaignObligations.Close, CampaignObligations.Mark(Planning), ACampaign.Notice(Planning, -1), "" }.Select(
                name => new CampaignCommand.PassDeadline(act, name, [ACampaign.Stands(ACampaign.OfIndustry[1], Trade)])
            ),
        ];

    private static IEnumerable<CampaignCommand> OfMarks(Act act, UnitId unit) =>
        [
            ACampaign.Marks(unit, act),
            .. ACampaign
                .OfPlanning.Concat(ACampaign.OfIndustry)
                .Select(task => ACampaign.Marks(unit, act, ACampaign.Says(task, MarkKind.DoneNotUpdated)) with { Seen = 99 }),
            ACampaign.Marks(unit, act, ACampaign.Says(ACampaign.OfPlanning[0], null, Texts.Reason)),
            ACampaign.Marks(unit, act, ACampaign.Says(ACampaign.OfPlanning[0], MarkKind.Obstacle, Texts.Secret, new(2026, 1, 1))),
            ACampaign.Marks(unit, act, ACampaign.Says(ACampaign.OfPlanning[1], MarkKind.NeedsExtension, Texts.Reason, new(2026, 1, 1))),
            ACampaign.Marks(unit, act, ACampaign.Says(ACampaign.Task(99), MarkKind.ProposesReturn)),
        ];

    private static IEnumerable<ReminderCommand> OfReminder(Act act, int no) =>
        [
            new ReminderCommand.RecordDelivered(act, $"reminder:{no}"),
            new ReminderCommand.RecordNotDelivered(act, $"reminder:{no}", "no address"),
            new ReminderCommand.SendAgain(act, no),
            .. Reasons.Append(ARecord.Explanation).Select(text => new ReminderCommand.Explain(act, no, text)),
            .. Reasons.Select(reason => new ReminderCommand.Uphold(act, no, reason)),
            .. Reasons.Select(reason => new ReminderCommand.Withdraw(act, no, reason)),
            new ReminderCommand.PassDeadline(act, ReminderObligations.Explain(no)),
        ];

    private static IEnumerable<ReminderCommand> OfFile(Act act, int file) =>
        [
            .. Reasons.Select(text => new ReminderCommand.Advise(act, file, text)),
            .. new ReviewOutcome?[] { ReviewOutcome.NoTransfer, ReviewOutcome.Transfer, null }.SelectMany(outcome =>
                Reasons.Select(reason => new ReminderCommand.Conclude(act, file, outcome, reason))
            ),
        ];

    private static IEnumerable<ConsultationCommand> OfItems(Act act, UnitId unit) =>
        [
            new ConsultationCommand.SaveDraft(act, unit, OpinionDraft.Empty),
            new ConsultationCommand.SaveDraft(act, unit, ARound.Disagreement),
            .. new[] { ARound.Agreement, ARound.Disagreement, ARound.Changes, OpinionDraft.Empty }.Select(
                answer => new ConsultationCommand.IssueAnswer(act, unit, answer)
            ),
            .. Reasons.Select(r => new ConsultationCommand.Return(act, unit, ReturnReason.NotOurCompetence, Trade, r)),
            .. Reasons.Select(r => new ConsultationCommand.RejectReturn(act, unit, r)),
            .. Reasons.Select(r => new ConsultationCommand.AskPapers(act, unit, r)),
            .. Reasons.Select(r => new ConsultationCommand.SupplyPapers(act, unit, r)),
            .. Reasons.Select(r => new ConsultationCommand.SendBack(act, unit, r)),
            new ConsultationCommand.PassDeadline(act, ConsultationObligations.Reply(unit)),
            new ConsultationCommand.PassDeadline(act, ConsultationObligations.RecordSilence(unit)),
        ];

    private static LeadershipDecision Decision(Act act) =>
        new($"{AnEscalation.Id}/01", ARound.Id, 1, "", act.By ?? Director, act.At, Supersedes: null);
}
