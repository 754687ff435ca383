using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Tests.Domain.Organisations.AnOrganisation;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

/// <summary>R-09 in the small department, complete: every unit with a channel, an assigner and a deputy director.</summary>
public sealed class ReachabilityTests
{
    private static readonly LocalDate Today = Day("2026-03-16");

    private static readonly PersonId Lan = new("lan");

    private static readonly OrganisationEvent[] Complete =
    [
        .. Past,
        .. new[] { Board, Office, Planning, Trade }.Select(unit => new ChannelBound(Recorded, unit, $"19:{unit}")),
        new PersonRegistered(Recorded, Lan, "Đỗ Lan", "", null),
        Appoint(Lan, Board, Position.Deputy),
    ];

    [Fact]
    public void R_09_Where_all_is_in_order_there_is_nothing_to_say() => Findings().ShouldBeEmpty();

    [Fact]
    public void R_09_A_unit_without_a_channel_is_named() =>
        Findings(more: new ChannelUnbound(Recorded, Trade)).ShouldBe([new ReachFinding(ReachProblem.NoChannel, Trade)]);

    [Theory]
    [InlineData(Reach.NotReached, ReachProblem.ChannelGone)]
    [InlineData(Reach.NotKnown, ReachProblem.ChannelNotKnown)]
    public void R_09_A_channel_that_is_gone_is_told_from_one_that_gave_no_answer(Reach reach, ReachProblem problem) =>
        Findings(channel: reach).ShouldBe([new ReachFinding(problem, Trade)]);

    [Fact]
    public void R_09_A_unit_without_a_head_is_named() =>
        Findings(more: new AppointmentEnded(Recorded, Dung, Trade, Position.Head, Day("2026-03-15")))
            .ShouldBe([new ReachFinding(ReachProblem.NoHead, Trade)]);

    [Theory]
    [InlineData(Reach.NotReached, ReachProblem.HeadNotReached)]
    [InlineData(Reach.NotKnown, ReachProblem.HeadNotKnown)]
    public void R_09_A_head_who_is_not_reached_is_named(Reach reach, ReachProblem problem) =>
        Findings((Dung, reach)).ShouldBe([new ReachFinding(problem, Trade, Dung)]);

    [Fact]
    public void R_09_A_head_who_is_away_needs_a_substitute() =>
        Findings(more: Away(Dung)).ShouldBe([new ReachFinding(ReachProblem.HeadAwayWithoutSubstitute, Trade, Dung)]);

    [Theory]
    [InlineData(Reach.Reached, 0)]
    [InlineData(Reach.NotReached, 1)]
    public void R_09_The_delegate_of_a_head_who_is_away_must_be_reached(Reach reach, int findings)
    {
        var found = Findings([(Binh, reach)], Reach.Reached, Away(Dung), Delegate(Dung, Binh, DelegationScope.Headship));

        found.Count(finding => finding == new ReachFinding(ReachProblem.SubstituteNotReached, Trade, Binh)).ShouldBe(findings);
    }

    [Fact]
    public void R_09_A_delegate_who_is_away_too_is_no_substitute() =>
        Findings([], Reach.Reached, Away(Dung), Delegate(Dung, Binh, DelegationScope.Headship), Away(Binh))
            .ShouldContain(new ReachFinding(ReachProblem.HeadAwayWithoutSubstitute, Trade, Dung));

    [Fact]
    public void R_09_The_next_level_needs_somebody_when_the_leader_is_concerned() =>
        Findings(more: new AppointmentEnded(Recorded, Lan, Board, Position.Deputy, Day("2026-03-15")))
            .ShouldBe([new ReachFinding(ReachProblem.NoSecondDecider)]);

    [Fact]
    public void R_09_One_who_is_not_known_may_be_reached_and_one_who_is_not_reached_is_told()
    {
        Findings((Admin, Reach.NotKnown)).ShouldBeEmpty();
        Findings((Admin, Reach.NotReached)).ShouldBe([new ReachFinding(ReachProblem.AdminNotReached, null, Admin)]);
    }

    [Fact]
    public void R_09_An_empty_organisation_lacks_every_level() =>
        Reachability
            .Findings(Organisation.Empty, Today, new(ImmutableDictionary<string, Reach>.Empty, ImmutableDictionary<PersonId, Reach>.Empty))
            .Select(finding => finding.Problem)
            .ShouldBe([ReachProblem.NoLeader, ReachProblem.NoSecondDecider, ReachProblem.NoOffice, ReachProblem.NoAdmin, ReachProblem.NoAssigner]);

    private static AbsenceRecorded Away(PersonId person) => new(Recorded, person, AbsenceGrade.FullyAway, Day("2026-03-10"), Day("2026-03-20"));

    private static ImmutableArray<ReachFinding> Findings((PersonId, Reach) answer) => Findings([answer], Reach.Reached);

    private static ImmutableArray<ReachFinding> Findings(Reach channel = Reach.Reached, params OrganisationEvent[] more) =>
        Findings([], channel, more);

    private static ImmutableArray<ReachFinding> Findings((PersonId Person, Reach Reach)[] answers, Reach channel, params OrganisationEvent[] more)
    {
        var organisation = Organisation.From([.. Complete, .. more]);
        var channels = Reachability
            .Channels(organisation, Today)
            .ToImmutableDictionary(id => id, id => id == $"19:{Trade}" ? channel : Reach.Reached);
        var people = Reachability.People(organisation, Today).ToImmutableDictionary(id => id, _ => Reach.Reached);
        return Reachability.Findings(
            organisation,
            Today,
            new ReachAnswers(channels, people.SetItems(answers.ToDictionary(a => a.Person, a => a.Reach)))
        );
    }
}
