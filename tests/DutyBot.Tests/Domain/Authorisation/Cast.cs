using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Tests.Domain.Specs.SampleOffice;

namespace DutyBot.Tests.Domain.Authorisation;

/// <summary>Everybody of the sample office, and those who come close to a right without having it.</summary>
internal static class Cast
{
    /// <summary>Heads Safety since 01/11/2026 without being appointed its head; its former head keeps nothing.</summary>
    public static readonly PersonId ActingHeadOfSafety = new("acting-head-of-safety");

    /// <summary>Acts for the former head of Safety: nothing any more.</summary>
    public static readonly PersonId DelegateOfFormerHead = new("delegate-of-former-head");

    /// <summary>Deputy of a unit without a delegation.</summary>
    public static readonly PersonId DeputyOfPlanning = new("deputy-of-planning");

    /// <summary>The head of Planning delegated assigning, which the head does not hold.</summary>
    public static readonly PersonId DelegateOutOfScope = new("delegate-out-of-scope");

    /// <summary>Delegated to by a delegate (NĐ 30/2020 art. 13.3).</summary>
    public static readonly PersonId DelegateOfDelegate = new("delegate-of-delegate");

    /// <summary>The delegation ended on 31/10/2026.</summary>
    public static readonly PersonId ExpiredDelegate = new("expired-delegate");

    /// <summary>Appointed to a unit that has no part in anything unless it takes over from another.</summary>
    public static readonly PersonId OfficerOfTrade = new("officer-of-trade");

    /// <summary>Works for the leadership without being a leader.</summary>
    public static readonly PersonId OfficerOfLeadership = new("officer-of-leadership");

    /// <summary>May assign by role.</summary>
    public static readonly PersonId AssignerByRole = new("assigner-by-role");

    /// <summary>The role was withdrawn on 31/10/2026.</summary>
    public static readonly PersonId FormerAssigner = new("former-assigner");

    public static readonly PersonId Admin = new("admin");

    private static readonly LocalDate Start = new(2026, 1, 1);
    private static readonly LocalDate LastOfOctober = new(2026, 10, 31);
    private static readonly LocalDate LastOfYear = new(2026, 12, 31);
    private static readonly Act Founding = Act.OfSystem(Instant.FromUtc(2025, 12, 31, 17, 0));

    public static PersonId[] All { get; } =
    [
        .. Everybody,
        ActingHeadOfSafety,
        DelegateOfFormerHead,
        DeputyOfPlanning,
        DelegateOutOfScope,
        DelegateOfDelegate,
        ExpiredDelegate,
        OfficerOfTrade,
        OfficerOfLeadership,
        AssignerByRole,
        FormerAssigner,
        Admin,
    ];

    public static IEnumerable<OrganisationEvent> Events { get; } =
    [
        Left(HeadOfSafety, Safety, Position.Head, LastOfOctober),
        Appointed(ActingHeadOfSafety, Safety, Position.Acting, LastOfOctober.PlusDays(1)),
        Delegation(HeadOfSafety, DelegateOfFormerHead, DelegationScope.Headship, LastOfYear),
        Appointed(DeputyOfPlanning, Planning, Position.Deputy, Start),
        Delegation(HeadOfPlanning, DelegateOutOfScope, DelegationScope.Assigning, LastOfYear),
        Delegation(DelegateOfPlanning, DelegateOfDelegate, DelegationScope.Everything, LastOfYear),
        Delegation(DelegateOfDirector, DelegateOfDelegate, DelegationScope.Everything, LastOfYear),
        Delegation(HeadOfPlanning, ExpiredDelegate, DelegationScope.Everything, LastOfOctober),
        Delegation(Director, ExpiredDelegate, DelegationScope.Everything, LastOfOctober),
        Appointed(OfficerOfTrade, Trade, Position.Officer, Start),
        Appointed(OfficerOfLeadership, Leadership, Position.Officer, Start),
        new RoleGranted(Founding, AssignerByRole, Role.Assigner, Start),
        new RoleGranted(Founding, FormerAssigner, Role.Assigner, Start),
        new RoleWithdrawn(Founding, FormerAssigner, Role.Assigner, LastOfOctober),
        new RoleGranted(Founding, Admin, Role.Admin, Start),
    ];

    /// <summary>The head left at the end of October and this person acts in the head's place.</summary>
    public static IEnumerable<OrganisationEvent> ActsAsHead(PersonId acting, UnitId unit, PersonId formerHead) =>
        [Left(formerHead, unit, Position.Head, LastOfOctober), Appointed(acting, unit, Position.Acting, LastOfOctober.PlusDays(1))];

    public static OrganisationEvent Delegation(PersonId grantor, PersonId to, DelegationScope scope) => Delegation(grantor, to, scope, LastOfYear);

    private static Delegated Delegation(PersonId grantor, PersonId to, DelegationScope scope, LocalDate last) =>
        new(Founding, grantor, to, scope, Start, last, "12/QĐ-SCT");
}
