using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using static DutyBot.Tests.Domain.Specs.SampleOffice;

namespace DutyBot.Tests.Domain.Authorisation;

/// <param name="May">Null stands for the clock, or another duty on its own account.</param>
/// <param name="Concerned">Who would decide but is concerned in person.</param>
/// <param name="Members">Who belongs to the unit but does not head it.</param>
internal sealed record Stated(IReadOnlyCollection<PersonId?> May, IReadOnlyCollection<PersonId> Concerned, IReadOnlyCollection<PersonId> Members)
{
    /// <summary>What others are told; of a duty that does not exist, that they are late.</summary>
    public string Otherwise { get; init; } = "E-FORBIDDEN";

    /// <summary>Who might, were the matter not their own.</summary>
    public IReadOnlyCollection<PersonId> Own { get; init; } = [];

    public string RefusalOf(PersonId? person) =>
        person is not { } someone ? Otherwise
        : Own.Contains(someone) ? "E-OWN-REMINDER"
        : Concerned.Contains(someone) ? "E-CONFLICT-OF-INTEREST"
        : Members.Contains(someone) ? "E-HEAD-ONLY"
        : Otherwise;
}

/// <summary>The rules of 1.4 and 1.6 said a second time, by role and without the table, so that the table cannot be its own witness.</summary>
internal static class StatedRules
{
    private static readonly PersonId?[] System = [null];

    public static Stated Of(TaskCommand command, WorkTask task, MatrixOffice office) =>
        command switch
        {
            TaskCommand.Issue => Only(office.Assigners),
            TaskCommand.SucceedUnit or TaskCommand.PassDeadline => new(System, [], []),
            TaskCommand.RecordRoundEnded
            or TaskCommand.RecordDecision
            or TaskCommand.RecordEscalationWithdrawn
            or TaskCommand.RecordUrged
            or TaskCommand.RecountTerms => Anybody(),
            _ when task.Phase == TaskPhase.NotIssued => Only([]),
            TaskCommand.RejectReturn or TaskCommand.Reassign or TaskCommand.Cancel => Judges(
                [.. office.AssignersOfTheTask, .. office.Leaders],
                task.PendingReturn is { } asked ? new Matter(office, asked.Act, task.LeadUnit) : null,
                task.ReturnDecisionOverdue ? task.ReturnDecider ?? Deputy : null
            ),
            _ => Only(office.ActingForHeadOf(task.LeadUnit)),
        };

    public static Stated Of(ConsultationCommand command, Consultation round, MatrixOffice office) =>
        command switch
        {
            ConsultationCommand.Open or ConsultationCommand.RecountTerms => Anybody(),
            ConsultationCommand.SucceedUnit or ConsultationCommand.PassDeadline => new(System, [], []),
            ConsultationCommand.Cancel when round.Opening is null => new(System, [], []) { Otherwise = "E-STALE" },
            _ when round.Opening is null => Only([]),
            ConsultationCommand.SaveDraft c => Only([.. office.MembersOf(c.Unit), .. office.ActingForHeadOf(c.Unit)]),
            ConsultationCommand.IssueAnswer c => Head(c.Unit, office),
            ConsultationCommand.Return c => Head(c.Unit, office),
            ConsultationCommand.AskPapers c => Head(c.Unit, office),
            ConsultationCommand.RejectReturn c => Judges(
                office.Leaders,
                round.Item(c.Unit) is { Phase: ItemPhase.Returned } item ? new Matter(office, item.Return!.Act, c.Unit, round.LeadUnit) : null
            ),
            ConsultationCommand.Cancel => new([.. System, .. Of(office.ActingForHeadOf(round.LeadUnit))], [], []),
            _ => Only(office.ActingForHeadOf(round.LeadUnit)),
        };

    public static Stated Of(EscalationCommand command, Escalation escalation, MatrixOffice office) =>
        command switch
        {
            EscalationCommand.Submit or EscalationCommand.RecountTerms => Anybody(),
            EscalationCommand.SucceedUnit or EscalationCommand.PassDeadline => new(System, [], []),
            EscalationCommand.Withdraw when escalation.Opening is null => new(System, [], []) { Otherwise = "E-STALE" },
            _ when escalation.Opening is null => Only([]),
            EscalationCommand.Withdraw => new([.. System, .. Of(office.ActingForHeadOf(escalation.LeadUnit))], [], []),
            EscalationCommand.Resubmit => Only(office.ActingForHeadOf(escalation.LeadUnit)),
            _ => Judges(office.Leaders, new Matter(office, escalation.SubmittedBy!, escalation.LeadUnit, Industry)),
        };

    public static Stated Of(ReminderCommand command, ReminderRecord record, MatrixOffice office) =>
        command switch
        {
            ReminderCommand.Issue c => NeverOwn([.. office.Leaders, HeadOfOffice], c.Person),
            _ when record.Person is null => Only([]),
            ReminderCommand.RecordDelivered or ReminderCommand.RecordNotDelivered or ReminderCommand.PassDeadline => new(System, [], []),
            ReminderCommand.Explain => Only([record.Person.Value]),
            ReminderCommand.SendAgain c => Answers(c.No, record, office),
            ReminderCommand.Uphold c => Answers(c.No, record, office),
            ReminderCommand.Withdraw c => Answers(c.No, record, office),
            ReminderCommand.Advise => NeverOwn([Personnel], record.Person.Value),
            // In the sample only the director, of all leaders, is ever reminded; the first deputy is next in line.
            _ => record.Person == Director ? new([Deputy], office.Leaders, []) : Only(office.Leaders),
        };

    public static Stated Of(CampaignCommand command, Campaign campaign, MatrixOffice office) =>
        command switch
        {
            CampaignCommand.Open or CampaignCommand.Cancel => Only([.. office.Leaders, HeadOfOffice]),
            CampaignCommand.Mark c => Only(campaign.Opening is null ? [] : office.ActingForHeadOf(c.Unit)),
            _ => new(System, [], []),
        };

    private static Stated Answers(int no, ReminderRecord record, MatrixOffice office) =>
        NeverOwn(
            [.. office.Leaders, .. record.Reminder(no)?.Issuer == HeadOfOffice ? [HeadOfOffice] : Array.Empty<PersonId>()],
            record.Person!.Value
        );

    private static Stated NeverOwn(PersonId[] would, PersonId person)
    {
        var own = would.Where(one => one == person || MatrixOffice.GrantorOf(one) == person).ToList();
        return Only(would.Except(own)) with { Own = own };
    }

    private static Stated Only(IEnumerable<PersonId> who) => new([.. Of(who)], [], []);

    private static Stated Anybody() => new([.. System, .. Of(Cast.All)], [], []);

    private static Stated Head(UnitId unit, MatrixOffice office) => Only(office.ActingForHeadOf(unit)) with { Members = office.MembersOf(unit) };

    // Who is concerned, or acts for somebody who is, does not decide; when that is everybody, the next in line does, and at last the director.
    private static Stated Judges(PersonId[] wouldDecide, Matter? matter, PersonId? silent = null)
    {
        if (matter is null)
        {
            return Only(wouldDecide);
        }

        var line = new[] { Deputy, Director, OtherDeputy }.Where(person => !matter.Concerns(person)).ToList();
        var may = wouldDecide.Where(person => !matter.Concerns(person)).ToList();
        if (may.Count == 0)
        {
            may.Add(line.Count > 0 ? line[0] : Director);
        }

        // Who was asked and stayed silent is not asked again; the next one may decide as well.
        if (silent is not null)
        {
            may.AddRange(line.Where(person => person != silent).Take(1));
        }

        return new([.. Of(may)], [.. wouldDecide.Except(may)], []);
    }

    private static IEnumerable<PersonId?> Of(IEnumerable<PersonId> people) => people.Select(person => (PersonId?)person);

    /// <summary>What somebody asked that concerns the heads of these units.</summary>
    private sealed record Matter(MatrixOffice Office, Act Asked, params UnitId[] Units)
    {
        public bool Concerns(PersonId person) => IsParty(person) || (MatrixOffice.GrantorOf(person) is { } grantor && IsParty(grantor));

        private bool IsParty(PersonId person) =>
            person == Asked.By || person == Asked.OnBehalfOf || Units.Any(unit => Office.ActingForHeadOf(unit).Contains(person));
    }
}
