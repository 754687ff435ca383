using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using DutyBot.Tests.Domain.Specs;
using NodaTime;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

/// <summary>The small department of <see cref="OrganisationFixture"/> with heads and an admin, as of 16/03/2026 08:00.</summary>
internal static class AnOrganisation
{
    public static readonly PersonId Dung = new("dung");
    public static readonly PersonId Admin = new("quan-tri");

    public static readonly Instant Now = VietnamCalendar.Default.StartOfDay(Day("2026-03-16")) + Duration.FromHours(8);

    public static Act By(PersonId person) => new(Now, person);

    public static Act ByAdmin { get; } = By(Admin);

    public const string Basis = "15/QĐ-SCT";

    /// <summary>An heads the board, Binh the office, Chi planning, Dung trade.</summary>
    public static OrganisationEvent[] Past { get; } =
    [
        .. Units,
        .. new[] { (An, "Trần An"), (Binh, "Lê Bình"), (Chi, "Phạm Chi"), (Dung, "Vũ Dũng"), (Admin, "Ngô Quản Trị") }.Select(
            p => new OrganisationEvent.PersonRegistered(Recorded, p.Item1, p.Item2, "", null)
        ),
        Appoint(An, Board, Position.Head),
        Appoint(Binh, Office, Position.Head),
        Appoint(Chi, Planning, Position.Head),
        Appoint(Dung, Trade, Position.Head),
        new OrganisationEvent.RoleGranted(Recorded, Admin, Role.Admin, Day("2026-01-01")),
    ];

    public static Decision<OrganisationEvent> Decide(OrganisationCommand command, params OrganisationEvent[] more) =>
        Decide(Organisation.From([.. Past, .. more]), command);

    public static Decision<OrganisationEvent> Decide(Organisation organisation, OrganisationCommand command) =>
        OrganisationDecider.Decide(organisation, command, new DutyContext(organisation, organisation.Calendar, Policy.Default));

    /// <summary>The organisation after the command, which must be accepted; repeated at once it changes nothing.</summary>
    public static Organisation After(OrganisationCommand command, params OrganisationEvent[] more)
    {
        var before = Organisation.From([.. Past, .. more]);
        var decision = Decide(before, command);
        decision.Problems.ShouldBeEmpty();
        var after = decision.Events.Aggregate(before, Organisation.Evolve);
        var again = Decide(after, command);
        again.Problems.ShouldBeEmpty();
        again.Events.ShouldBeEmpty();
        return after;
    }

    public static void ShouldBeRefused(this Decision<OrganisationEvent> decision, string key, string? field = null)
    {
        decision.Events.ShouldBeEmpty();
        var problem = decision.Problems.ShouldContainKey(key);
        problem.Field.ShouldBe(field);
    }

    private static Problem ShouldContainKey(this IEnumerable<Problem> problems, string key)
    {
        var list = problems.ToList();
        list.Select(p => p.Key).ShouldContain(key);
        return list.First(p => p.Key == key);
    }
}
