using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Tests.Domain.Organisations.AnOrganisation;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

/// <summary>D-06, 1.6: every act on the organisation by everybody; the rules are stated here once more, apart from the table.</summary>
public sealed class OrganisationMatrixSpecs
{
    private static readonly NodaTime.LocalDate Today = Day("2026-03-16");
    private static readonly PersonId Officer = new("chuyen-vien");
    private static readonly PersonId DelegateOfAdmin = new("duoc-admin-uy-quyen");
    private static readonly PersonId FormerAdmin = new("nguyen-quan-tri");
    private static readonly PersonId Nobody = new("nguoi-ngoai");

    // The one whose own right or absence the commands below are about.
    private static readonly PersonId Subject = Chi;

    private static readonly OrganisationEvent[] More =
    [
        .. new[] { Officer, DelegateOfAdmin, FormerAdmin }.Select(p => new OrganisationEvent.PersonRegistered(Recorded, p, p.Value, "", null)),
        Appoint(Officer, Planning, Position.Officer),
        Delegate(Admin, DelegateOfAdmin),
        new OrganisationEvent.RoleGranted(Recorded, FormerAdmin, Role.Admin, Day("2026-01-01")),
        new OrganisationEvent.RoleWithdrawn(Recorded, FormerAdmin, Role.Admin, Day("2026-03-15")),
        new OrganisationEvent.RoleGranted(Recorded, Dung, Role.PersonnelBody, Day("2026-01-01")),
    ];

    private static OrganisationCommand[] OneOfEach(Act act) =>
        [
            new NameTenant(act, "Sở Công Thương"),
            new SetLanguage(act, Language.English),
            new CreateUnit(act, new NewUnit(new("moi"), "Phòng mới", "PM", UnitKind.Division, Board), Today, Basis),
            new RenameUnit(act, Trade, "Phòng khác", "PK", Today, Basis),
            new MoveUnit(act, Trade, Planning, Today, Basis),
            new MergeUnits(act, [Trade], Planning, null, null, Today, Basis),
            new SplitUnit(
                act,
                Trade,
                [
                    new(new NewUnit(new("a"), "Phòng A", "A", UnitKind.Division, Board), Chi),
                    new(new NewUnit(new("b"), "Phòng B", "B", UnitKind.Division, Board), Dung),
                ],
                new("a"),
                [],
                Today,
                Basis
            ),
            new DissolveUnit(act, Trade, Planning, Today, Basis),
            new BindChannel(act, Trade, "19:a", ChannelKind.Standard, null, null),
            new UnbindChannel(act, Trade),
            new RegisterPerson(act, new("e"), "Hà E", "", null),
            new Appoint(act, Binh, Planning, Position.Deputy, Today, null),
            new EndAppointment(act, Dung, Trade, Position.Head, Today),
            new DelegateRights(act, Subject, Binh, DelegationScope.Headship, Today, Today, "1/GUQ"),
            new EndDelegation(act, Subject, Binh, Today),
            new RecordAbsence(act, Subject, AbsenceGrade.FullyAway, Today, Today),
            new EndAbsence(act, Subject, Today),
            new GrantRole(act, Binh, Role.Auditor, Today),
            new WithdrawRole(act, Dung, Role.PersonnelBody, Today),
            new ChangeSetting(act, "consult.replyDefault", "3", Today, Basis),
            new SetCalendarEntry(act, Day("2026-03-20"), CalendarEntryKind.Holiday, "Lễ hội", Basis),
            new RemoveCalendarEntry(act, Day("2026-11-24"), Basis),
            new ConfirmRecount(act, "1f0c", [DutyId.Parse("NV-2026-7K3Q9")]),
            new AssignCompetence(act, "Đất đai", CompetenceAction.Decide, Trade, Today, null, Basis),
            new EndCompetence(act, "Đất đai", CompetenceAction.Decide, Trade, Today, Basis),
            new SetNorm(act, "Báo cáo", 5, Today, Basis),
            new SaveTemplate(act, "Mẫu", new TaskTemplate("Báo cáo định kỳ", "", "", null)),
            new RemoveTemplate(act, "Mẫu"),
            new SendTestMessage(act, "press", Trade, null),
            new JoinTeam(act, "19:t", "Sở"),
            new LeaveTeam(act, "19:t"),
            new NoteFirstTask(act),
            new All(act, [new NameTenant(act, "Sở Khác")]),
            new PassDeadline(act, "handOver:x"),
        ];

    [Fact]
    public void Every_command_is_tried() =>
        OneOfEach(ByAdmin).Select(c => c.GetType()).ShouldBe(typeof(OrganisationCommand).GetNestedTypes(), ignoreOrder: true);

    [Fact]
    public void D_06_Every_act_on_the_organisation_by_everybody_is_allowed_as_stated_and_no_further()
    {
        PersonId?[] everybody = [null, Admin, An, Binh, Subject, Dung, Officer, DelegateOfAdmin, FormerAdmin, Nobody];
        var wrong = everybody
            .SelectMany(person => OneOfEach(new Act(Now, person)).Select(command => (Person: person, Command: command)))
            .Where(tried => IsAllowed(tried.Command) != IsStated(tried.Person, tried.Command))
            .Select(tried => $"{tried.Person?.Value ?? "system"} {tried.Command.GetType().Name}");
        wrong.ShouldBeEmpty();
    }

    private static bool IsAllowed(OrganisationCommand command) => Decide(command, More).Problems.All(problem => problem.Key != "E-FORBIDDEN");

    private static bool IsStated(PersonId? person, OrganisationCommand command) =>
        command switch
        {
            PassDeadline or JoinTeam or LeaveTeam or NoteFirstTask => person is null,
            // What is in it is judged too, and the program may not rename the office.
            All => person == Admin,
            // What a file brings in is recorded by the program.
            RegisterPerson or GrantRole or CreateUnit or RenameUnit or MoveUnit or OrganisationCommand.Appoint or EndAppointment => person is null
                || person == Admin,
            DelegateRights or EndDelegation or RecordAbsence or EndAbsence => person == Admin || person == Subject,
            _ => person == Admin,
        };
}
