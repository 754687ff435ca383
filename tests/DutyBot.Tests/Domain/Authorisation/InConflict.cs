using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Authorisation;

/// <summary>Histories of offices in which those who would decide are concerned in person.</summary>
internal static class InConflict
{
    /// <summary>The deputy director returns, as acting head of Planning, what the deputy director assigned.</summary>
    public static ImmutableArray<TaskEvent> ReturnRequested() =>
        After(ATask.Issued(), MatrixOffice.AssignerLeads, ATask.ReturnTo(Industry, Deputy.At(Nov(9, 11))));

    /// <summary>The director, whose turn it was, was silent too long.</summary>
    public static ImmutableArray<TaskEvent> ReturnUndecided() =>
        After(ReturnRequested(), MatrixOffice.AssignerLeads, ATask.Pass(TaskObligations.DecideReturn, EndOf(NovDay(12))));

    /// <summary>The director decides it although concerned, because nobody else is left.</summary>
    public static ImmutableArray<TaskEvent> ReturnRejected()
    {
        var asked = After(ATask.Issued(), MatrixOffice.NobodyIsLeft, ATask.ReturnTo(Industry, Director.At(Nov(9, 11))));
        return After(asked, MatrixOffice.NobodyIsLeft, new TaskCommand.RejectReturn(Director.At(Nov(10)), Texts.Reason));
    }

    /// <summary>The director heads Industry, which returns the request.</summary>
    public static ImmutableArray<ConsultationEvent> ItemReturned() =>
        [
            .. ARound.Opened(),
            .. Spec.Given(ARound.Opened()).In(MatrixOffice.LeaderDisagrees.Context).When(ARound.ReturnOf(Director, Industry)).Accepted,
        ];

    /// <summary>The director heads Industry, which disagrees.</summary>
    public static ImmutableArray<EscalationEvent> Submitted() =>
        After([], MatrixOffice.LeaderDisagrees, Spec.Given(ATask.Escalated()).LastEffects.Sent<EscalationCommand.Submit>());

    /// <summary>And then heads it no longer, so it is the director who decides.</summary>
    public static ImmutableArray<EscalationEvent> DeciderChanged() =>
        [.. Submitted(), .. Spec.Given(Submitted()).When(new EscalationCommand.AskAnew(DutyBot.Domain.Act.OfSystem(Nov(17)))).Accepted];

    public static ImmutableArray<EscalationEvent> Resubmitted() =>
        After(
            After(Submitted(), MatrixOffice.LeaderDisagrees, new EscalationCommand.ReturnForWork(Deputy.At(Nov(17)), Texts.Reason)),
            MatrixOffice.LeaderDisagrees,
            new EscalationCommand.Resubmit(HeadOfPlanning.At(Nov(18)), AnEscalation.Draft)
        );

    /// <summary>The director decides it although concerned, because nobody else is left.</summary>
    public static ImmutableArray<EscalationEvent> Decided() =>
        After(AnEscalation.Submitted(), MatrixOffice.NobodyIsLeft, new EscalationCommand.Decide(Director.At(Nov(17)), 1, ""));

    private static ImmutableArray<TaskEvent> After(ImmutableArray<TaskEvent> past, MatrixOffice office, TaskCommand command) =>
        [.. past, .. Spec.Given(past).In(office.Context).When(command).Accepted];

    private static ImmutableArray<EscalationEvent> After(ImmutableArray<EscalationEvent> past, MatrixOffice office, EscalationCommand command) =>
        [.. past, .. Spec.Given(past).In(office.Context).When(command).Accepted];
}
