using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Authorisation;

/// <summary>Histories of an office whose director and head of Planning are fully away in November and have delegated nothing.</summary>
internal static class InAbsence
{
    /// <summary>By the deputy of Planning.</summary>
    public static ImmutableArray<TaskEvent> Accepted() =>
        [
            .. ATask.Issued(),
            .. Spec.Given(ATask.Issued()).In(Office).When(new TaskCommand.Accept(DelegateOfPlanning.At(Nov(9, 10)), OfficerOfPlanning)).Accepted,
        ];

    /// <summary>By the deputy director.</summary>
    public static ImmutableArray<EscalationEvent> Decided() =>
        [
            .. AnEscalation.Submitted(),
            .. Spec.Given(AnEscalation.Submitted()).In(Office).When(new EscalationCommand.Decide(Deputy.At(Nov(17)), 1, "")).Accepted,
        ];

    private static DutyContext Office { get; } =
        After(
            Away(Director),
            Away(HeadOfPlanning),
            new OrganisationEvent.DelegationEnded(Act.OfSystem(Nov(1)), Director, DelegateOfDirector, NovDay(1)),
            new OrganisationEvent.DelegationEnded(Act.OfSystem(Nov(1)), HeadOfPlanning, DelegateOfPlanning, NovDay(1))
        );

    private static OrganisationEvent.AbsenceRecorded Away(PersonId person) =>
        new(Act.OfSystem(Nov(1)), person, AbsenceGrade.FullyAway, NovDay(2), NovDay(30));
}
