using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using static DutyBot.Tests.Domain.Authorisation.Cast;
using static DutyBot.Tests.Domain.Specs.SampleOffice;

namespace DutyBot.Tests.Domain.Authorisation;

/// <summary>An office, and by name who is what in it: written down here, not asked of the organisation.</summary>
internal sealed record MatrixOffice(string Name, params OrganisationEvent[] Changes)
{
    /// <summary>Nobody is concerned in what they decide.</summary>
    public static readonly MatrixOffice Ordinary = new("ordinary");

    /// <summary>The deputy director, who assigned the task, is acting head of Planning, which leads it.</summary>
    public static readonly MatrixOffice AssignerLeads = new("the-assigner-leads", [.. ActsAsHead(Deputy, Planning, HeadOfPlanning)])
    {
        OfPlanning = [Deputy],
    };

    /// <summary>The director is acting head of Planning, which leads the task.</summary>
    public static readonly MatrixOffice LeaderLeads = new("the-leader-leads", [.. ActsAsHead(Director, Planning, HeadOfPlanning)])
    {
        OfPlanning = [Director, DelegateOfDirector],
    };

    /// <summary>The director is acting head of Industry, which is asked and disagrees.</summary>
    public static readonly MatrixOffice LeaderDisagrees = new("the-leader-disagrees", [.. ActsAsHead(Director, Industry, HeadOfIndustry)])
    {
        OfIndustry = [Director, DelegateOfDirector],
        MembersOfIndustry = [Director, OfficerOfIndustry],
    };

    /// <summary>The director is acting head of Planning, and both deputies act for the director there: nobody is left.</summary>
    public static readonly MatrixOffice NobodyIsLeft = new(
        "nobody-is-left",
        [
            .. ActsAsHead(Director, Planning, HeadOfPlanning),
            Delegation(Director, Deputy, DelegationScope.Headship),
            Delegation(Director, OtherDeputy, DelegationScope.Headship),
        ]
    )
    {
        OfPlanning = [Director, DelegateOfDirector, Deputy, OtherDeputy],
    };

    public static ImmutableArray<MatrixOffice> WithConflicts => [AssignerLeads, LeaderLeads, LeaderDisagrees, NobodyIsLeft];

    public DutyContext Context { get; } = After([.. Cast.Events, .. Changes]);

    /// <summary>In person, acting, or by delegation.</summary>
    public PersonId[] OfPlanning { get; private init; } = [HeadOfPlanning, DelegateOfPlanning];

    public PersonId[] OfIndustry { get; private init; } = [HeadOfIndustry, DelegateOfIndustry];

    public PersonId[] OfSafety { get; } = [ActingHeadOfSafety];

    public PersonId[] OfTrade { get; } = [HeadOfTrade];

    public PersonId[] MembersOfIndustry { get; private init; } = [HeadOfIndustry, OfficerOfIndustry];

    public PersonId[] MembersOfSafety { get; } = [ActingHeadOfSafety];

    public PersonId[] MembersOfTrade { get; } = [HeadOfTrade, OfficerOfTrade];

    public PersonId[] Leaders { get; } = [Director, DelegateOfDirector];

    /// <summary>The deputy director assigned the task.</summary>
    public PersonId[] AssignersOfTheTask { get; } = [Deputy, DelegateOfDeputy];

    public PersonId[] Assigners { get; } = [Director, Deputy, OtherDeputy, DelegateOfDirector, DelegateOfDeputy, AssignerByRole];

    public static PersonId? GrantorOf(PersonId person) =>
        person == DelegateOfDirector ? Director
        : person == DelegateOfDeputy ? Deputy
        : person == DelegateOfPlanning ? HeadOfPlanning
        : person == DelegateOfIndustry ? HeadOfIndustry
        : null;

    public PersonId[] ActingForHeadOf(UnitId unit) =>
        unit == Planning ? OfPlanning
        : unit == Industry ? OfIndustry
        : unit == Safety ? OfSafety
        : unit == Trade ? OfTrade
        : [];

    public PersonId[] MembersOf(UnitId unit) =>
        unit == Industry ? MembersOfIndustry
        : unit == Safety ? MembersOfSafety
        : unit == Trade ? MembersOfTrade
        : [];
}
