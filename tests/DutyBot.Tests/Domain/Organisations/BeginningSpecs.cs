using DutyBot.Domain.Organisations;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Tests.Domain.Organisations.AnOrganisation;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

/// <summary>What the program notes of an office that begins.</summary>
public sealed class BeginningSpecs
{
    private const string Team = "19:so@thread.tacv2";

    [Fact]
    public void Of_several_reports_of_one_addition_the_first_changes_something()
    {
        Decide(new JoinTeam(Recorded, Team, "Sở")).Events.ShouldBe([new TeamJoined(Recorded, Team, "Sở")]);
        Decide(new JoinTeam(Recorded, Team, "Sở"), new TeamJoined(Recorded, Team, "Sở")).Events.ShouldBeEmpty();
        Decide(new JoinTeam(Recorded, Team, "Sở"), new TeamJoined(Recorded, Team, "Sở"), new TeamLeft(Recorded, Team)).Events.Length.ShouldBe(1);
        Decide(new LeaveTeam(Recorded, Team)).Events.ShouldBeEmpty();
    }

    [Fact]
    public void D_02_The_name_of_a_team_that_looks_marked_is_not_kept() =>
        Decide(new JoinTeam(Recorded, Team, "Tổ công tác (MẬT)")).Events.ShouldBe([new TeamJoined(Recorded, Team, null)]);

    [Fact]
    public void The_first_task_is_noted_once()
    {
        Decide(new NoteFirstTask(Recorded)).Events.ShouldBe([new FirstTaskAssigned(Recorded)]);
        Decide(new NoteFirstTask(Recorded), new FirstTaskAssigned(Recorded)).Events.ShouldBeEmpty();
    }
}
