using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Reminders;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Texts;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Specs;

/// <summary>D-02: whatever somebody may write, a text that declares itself a state secret is refused, and nothing of it is kept.</summary>
public sealed class SecrecySpecs
{
    private static readonly Act ByHead = HeadOfPlanning.At(Nov(13));

    [Fact]
    public void D_02_No_secret_enters_a_new_task()
    {
        TaskDraft[] drafts =
        [
            ATask.Draft with
            {
                Work = Secret,
            },
            ATask.Draft with
            {
                Deliverable = Secret,
            },
            ATask.Draft with
            {
                Requirement = Secret,
            },
            ATask.Draft with
            {
                DocumentSymbol = Secret,
            },
            ATask.Draft with
            {
                IssuingBody = Secret,
            },
            ATask.Draft with
            {
                NoDeadlineReason = Secret,
            },
            ATask.Draft with
            {
                Deadline = null,
                ReportDeadline = null,
                ReviewOn = DecDay(9),
                NoDeadlineReason = Secret,
            },
        ];
        foreach (var draft in drafts)
        {
            Given(ATask.NotIssued).When(ATask.IssueOf(draft)).Refused("E-SECRET");
        }
    }

    [Fact]
    public void D_02_No_secret_enters_what_is_done_with_a_task()
    {
        Given(ATask.Accepted()).When(new TaskCommand.NameOfficer(ByHead, OtherOfficerOfPlanning, Secret)).Refused("E-SECRET");
        Given(ATask.DeemedAccepted()).When(new TaskCommand.NameOfficer(ByHead, OtherOfficerOfPlanning, Secret)).Refused("E-SECRET");
        Given(ATask.Issued()).When(ATask.ReturnTo(Industry, HeadOfPlanning.At(Nov(9, 10))) with { Text = Secret }).Refused("E-SECRET");
        Given(ATask.ReturnRequested()).When(new TaskCommand.RejectReturn(Deputy.At(Nov(10)), Secret)).Refused("E-SECRET");
        Given(ATask.Accepted()).When(new TaskCommand.Cancel(Deputy.At(Nov(10)), Secret)).Refused("E-SECRET");
    }

    [Fact]
    public void D_02_No_secret_enters_a_consultation()
    {
        ConsultationDraft[] drafts =
        [
            ARound.Draft with
            {
                Questions = ["Có đồng ý không?", Secret],
            },
            ARound.Draft with
            {
                PreliminaryView = Secret,
            },
            ARound.Draft with
            {
                Papers = Secret,
            },
            ARound.Draft with
            {
                Units = [(Industry, Secret)],
            },
            ARound.Draft with
            {
                Units = [(Industry, Reason), (null, Secret)],
            },
        ];
        foreach (var draft in drafts)
        {
            Given(ATask.Accepted()).When(ARound.Opening(draft)).Refused("E-SECRET");
        }
    }

    [Fact]
    public void D_02_No_secret_enters_an_answer_nor_its_draft()
    {
        OpinionDraft[] answers =
        [
            ARound.Agreement with
            {
                OtherRemarks = Secret,
            },
            ARound.Agreement with
            {
                DocumentSymbol = Secret,
            },
            ARound.Answers(new(1, Stance.Agree, Secret, "", null), ARound.Agree(2)),
            ARound.Answers(new(1, Stance.Disagree, ARound.Specific, Secret, null), ARound.Agree(2)),
            ARound.Answers(new(1, Stance.AgreeWithChanges, Secret, "", null), ARound.Agree(2)),
        ];
        foreach (var answer in answers)
        {
            Given(ARound.Opened()).When(ARound.AnswerOfIndustry(answer)).Refused("E-SECRET");
            Given(ARound.Opened()).When(new ConsultationCommand.SaveDraft(OfficerOfIndustry.At(Nov(10)), Industry, answer)).Refused("E-SECRET");
        }
    }

    [Fact]
    public void D_02_No_secret_enters_what_is_done_with_a_round()
    {
        Given(ARound.Opened()).When(ARound.ReturnOf(HeadOfIndustry, Industry) with { Text = Secret }).Refused("E-SECRET");
        Given(ARound.Returned()).When(new ConsultationCommand.RejectReturn(Director.At(Nov(11)), Industry, Secret)).Refused("E-SECRET");
        Given(ARound.Opened()).When(new ConsultationCommand.AskPapers(HeadOfIndustry.At(Nov(10)), Industry, Secret)).Refused("E-SECRET");
        Given(ARound.PapersAsked()).When(new ConsultationCommand.SupplyPapers(ByHead, Industry, Secret)).Refused("E-SECRET");
        Given(ARound.Answered()).When(new ConsultationCommand.SendBack(ByHead, Industry, Secret)).Refused("E-SECRET");
        Given(ARound.Opened()).When(new ConsultationCommand.Cancel(ByHead, Secret)).Refused("E-SECRET");
        foreach (var kind in new ResolutionKind?[] { ResolutionKind.Adopt, ResolutionKind.Explain, null })
        {
            Given(ARound.AllAnswered()).When(new ConsultationCommand.Resolve(ByHead, [new(Industry, 1, kind, Secret)])).Refused("E-SECRET");
        }
    }

    [Fact]
    public void D_02_No_secret_enters_a_proposal()
    {
        ProposalDraft[] drafts =
        [
            AnEscalation.Draft with
            {
                Differences = Secret,
            },
            AnEscalation.Draft with
            {
                LegalBasis = Secret,
            },
            AnEscalation.Draft with
            {
                Competence = Secret,
            },
            AnEscalation.Draft with
            {
                Viewpoint = Secret,
            },
            AnEscalation.Draft with
            {
                Options = ["Một", Secret],
            },
            AnEscalation.Draft with
            {
                ChoiceReason = Secret,
            },
        ];
        foreach (var draft in drafts)
        {
            Given(ATask.Disagreed()).When(AnEscalation.Submission(draft)).Refused("E-SECRET");
            Given(AnEscalation.ReturnedForWork()).When(new EscalationCommand.Resubmit(HeadOfPlanning.At(Nov(18)), draft)).Refused("E-SECRET");
        }
    }

    [Fact]
    public void D_02_No_secret_enters_a_decision()
    {
        var leader = Director.At(Nov(17));
        Given(AnEscalation.Submitted()).When(new EscalationCommand.Decide(leader, 1, Secret)).Refused("E-SECRET");
        Given(AnEscalation.Submitted()).When(new EscalationCommand.Decide(leader, null, Secret)).Refused("E-SECRET");
        Given(AnEscalation.Decided()).When(new EscalationCommand.Supersede(leader, 2, Secret)).Refused("E-SECRET");
        Given(AnEscalation.Submitted()).When(new EscalationCommand.ReturnForWork(leader, Secret)).Refused("E-SECRET");
        Given(AnEscalation.Submitted()).When(new EscalationCommand.CallMeeting(leader, Secret)).Refused("E-SECRET");
        Given(AnEscalation.Submitted()).When(new EscalationCommand.Withdraw(HeadOfPlanning.At(Nov(17)), Secret)).Refused("E-SECRET");
    }

    [Fact]
    public void D_02_No_secret_enters_a_reminder_nor_what_is_done_with_it()
    {
        var leader = Director.At(Nov(13));
        Given(ARecord.Empty).When(ARecord.IssueOf() with { LegalBasis = Secret }).Refused("E-SECRET");
        Given(ARecord.Empty).When(ARecord.IssueOf() with { Text = Secret }).Refused("E-SECRET");
        Given(ARecord.Delivered()).When(new ReminderCommand.Explain(HeadOfPlanning.At(Nov(10)), 1, Secret)).Refused("E-SECRET");
        Given(ARecord.Explained()).When(new ReminderCommand.Uphold(leader, 1, Secret)).Refused("E-SECRET");
        Given(ARecord.Explained()).When(new ReminderCommand.Withdraw(leader, 1, Secret)).Refused("E-SECRET");
        Given(ARecord.Proposed()).When(new ReminderCommand.Advise(Personnel.At(Nov(13)), 1, Secret)).Refused("E-SECRET");
        Given(ARecord.Proposed()).When(new ReminderCommand.Conclude(leader, 1, ReviewOutcome.Transfer, Secret)).Refused("E-SECRET");
    }
}
