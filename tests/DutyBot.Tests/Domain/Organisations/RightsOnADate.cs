using DutyBot.Domain.Organisations;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

public sealed class RightsOnADate
{
    private static readonly LocalDate March = Day("2026-03-15");

    [Fact]
    public void D_06_The_head_acts_in_their_own_right_and_others_not_at_all()
    {
        var organisation = With(Appoint(An, Planning, Position.Head), Appoint(Binh, Planning, Position.Deputy));
        organisation.MayActAsHead(An, Planning, March).ShouldBe(Authority.InOwnRight);
        organisation.MayActAsHead(An, Trade, March).ShouldBe(Authority.None);
        organisation.MayActAsHead(Binh, Planning, March).IsGranted.ShouldBeFalse();
        organisation.MayActAsHead(An, Planning, Day("2025-12-31")).IsGranted.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-04-01", false)]
    public void D_03_A_delegate_acts_on_behalf_of_the_head_within_the_period(string date, bool granted)
    {
        var authority = With(Appoint(An, Planning, Position.Head), Delegate(An, Binh)).MayActAsHead(Binh, Planning, Day(date));
        authority.IsGranted.ShouldBe(granted);
        authority.OnBehalfOf.ShouldBe(granted ? An : null);
        authority.Document.ShouldBe(granted ? "12/GUQ-SCT" : null);
    }

    [Fact]
    public void D_03_A_delegate_of_a_delegate_may_not_act()
    {
        var organisation = With(Appoint(An, Planning, Position.Head), Delegate(An, Binh), Delegate(Binh, Chi));
        organisation.MayActAsHead(Binh, Planning, March).OnBehalfOf.ShouldBe(An);
        organisation.MayActAsHead(Chi, Planning, March).ShouldBe(Authority.None);
    }

    [Fact]
    public void D_03_A_delegation_lapses_when_the_grantor_leaves_office() =>
        With(Appoint(An, Planning, Position.Head, to: "2026-03-10"), Appoint(Chi, Planning, Position.Head, "2026-03-11"), Delegate(An, Binh))
            .MayActAsHead(Binh, Planning, March)
            .IsGranted.ShouldBeFalse();

    [Fact]
    public void D_03_A_delegation_can_be_withdrawn_before_its_end()
    {
        var organisation = With(Appoint(An, Planning, Position.Head), Delegate(An, Binh), new DelegationEnded(Recorded, An, Binh, Day("2026-03-14")));
        organisation.MayActAsHead(Binh, Planning, Day("2026-03-14")).IsGranted.ShouldBeTrue();
        organisation.MayActAsHead(Binh, Planning, March).IsGranted.ShouldBeFalse();
    }

    [Theory]
    [InlineData(DelegationScope.Everything, true, true, true)]
    [InlineData(DelegationScope.Headship, true, false, false)]
    [InlineData(DelegationScope.Assigning, false, true, false)]
    public void D_03_A_delegation_covers_its_scope_only(DelegationScope scope, bool asHead, bool assigning, bool asLeader)
    {
        var organisation = With(Appoint(An, Board, Position.Head), Delegate(An, Binh, scope));
        organisation.MayActAsHead(Binh, Board, March).IsGranted.ShouldBe(asHead);
        organisation.MayAssign(Binh, March).IsGranted.ShouldBe(assigning);
        organisation.MayActAsLeader(Binh, March).IsGranted.ShouldBe(asLeader);
    }

    [Fact]
    public void Own_right_goes_before_a_delegation()
    {
        var organisation = With(Appoint(An, Planning, Position.Head), Appoint(Binh, Planning, Position.Head, "2026-03-10"), Delegate(An, Binh));
        organisation.MayActAsHead(Binh, Planning, March).ShouldBe(Authority.InOwnRight);
    }

    [Fact]
    public void The_director_and_the_deputy_directors_assign_and_the_director_decides()
    {
        var organisation = With(
            Appoint(An, Board, Position.Head),
            Appoint(Binh, Board, Position.Deputy),
            Appoint(Chi, Board, Position.Officer),
            Appoint(Chi, Planning, Position.Head)
        );
        organisation.IsAssigner(An, March).ShouldBeTrue();
        organisation.IsAssigner(Binh, March).ShouldBeTrue();
        organisation.IsAssigner(Chi, March).ShouldBeFalse();
        organisation.Leaders(March).ShouldBe([An]);
        organisation.MayActAsLeader(An, March).ShouldBe(Authority.InOwnRight);
        organisation.MayActAsLeader(Binh, March).ShouldBe(Authority.None);
    }

    [Fact]
    public void A_former_director_no_longer_assigns_although_the_appointment_was_never_ended()
    {
        var organisation = With(Appoint(An, Board, Position.Head), Appoint(Binh, Board, Position.Head, "2026-03-10"));
        organisation.IsAssigner(An, March).ShouldBeFalse();
        organisation.Leaders(March).ShouldBe([Binh]);
    }

    [Fact]
    public void D_06_A_role_holds_from_its_grant_to_its_withdrawal()
    {
        var organisation = With(
            new RoleGranted(Recorded, Chi, Role.Assigner, Day("2026-02-01")),
            new RoleGranted(Recorded, Chi, Role.Leader, Day("2026-02-01")),
            new RoleWithdrawn(Recorded, Chi, Role.Assigner, Day("2026-03-14"))
        );
        organisation.HasRole(Chi, Role.Assigner, Day("2026-01-31")).ShouldBeFalse();
        organisation.IsAssigner(Chi, Day("2026-03-14")).ShouldBeTrue();
        organisation.IsAssigner(Chi, March).ShouldBeFalse();
        organisation.Leaders(March).ShouldBe([Chi]);
        organisation.HasRole(An, Role.Leader, March).ShouldBeFalse();
    }

    [Fact]
    public void The_organisation_has_a_name_and_a_language()
    {
        Organisation.Empty.Language.ShouldBe(Language.Vietnamese);
        var organisation = With(new TenantNamed(Recorded, "Sở Công Thương"), new LanguageSet(Recorded, Language.English));
        (organisation.Name, organisation.Language).ShouldBe(("Sở Công Thương", Language.English));
    }
}
