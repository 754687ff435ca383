using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

public sealed class PositionsOverTime
{
    private static readonly LocalDate August = Day("2026-08-01");

    [Theory]
    [InlineData("2026-05-31", "an")]
    [InlineData("2026-06-01", "binh")]
    public void R_15_Head_A_until_31_5_and_B_from_1_6(string date, string head) =>
        With(Appoint(An, Planning, Position.Head, to: "2026-05-31"), Appoint(Binh, Planning, Position.Head, "2026-06-01"))
            .HeadOf(Planning, Day(date))
            .ShouldBe(new PersonId(head));

    [Fact]
    public void R_15_Of_a_task_overdue_since_20_5_A_answers_for_11_days_and_B_for_the_rest()
    {
        var organisation = With(Appoint(An, Planning, Position.Head, to: "2026-05-31"), Appoint(Binh, Planning, Position.Head, "2026-06-01"));

        var periods = organisation.HeadsBetween(Planning, Day("2026-05-21"), Day("2026-06-10"));

        periods.Select(p => (p.Head, Period.DaysBetween(p.From, p.To) + 1)).ShouldBe([(An, 11), (Binh, 10)]);
    }

    [Fact]
    public void R_15_Days_without_a_head_are_nobodys()
    {
        var organisation = With(
            Appoint(An, Planning, Position.Head, to: "2026-05-31"),
            Appoint(An, Planning, Position.Head, "2026-06-03", "2026-06-05")
        );
        organisation
            .HeadsBetween(Planning, Day("2026-05-30"), Day("2026-06-10"))
            .ShouldBe([new(An, Day("2026-05-30"), Day("2026-05-31")), new(An, Day("2026-06-03"), Day("2026-06-05"))]);
    }

    [Fact]
    public void R_15_A_new_head_takes_over_although_the_old_appointment_was_never_ended()
    {
        var organisation = With(Appoint(Binh, Planning, Position.Head, "2026-06-01"), Appoint(An, Planning, Position.Head));
        organisation.HeadOf(Planning, Day("2026-05-31")).ShouldBe(An);
        organisation.HeadOf(Planning, August).ShouldBe(Binh);
        organisation.UnitsLedBy(An, August).ShouldBeEmpty();
        organisation.UnitsLedBy(Binh, August).ShouldBe([Planning]);
    }

    [Fact]
    public void R_09_An_acting_head_stands_in_until_there_is_a_head()
    {
        var organisation = With(Appoint(Chi, Planning, Position.Acting), Appoint(An, Planning, Position.Head, "2026-06-01"));
        organisation.HeadOf(Planning, Day("2026-05-31")).ShouldBe(Chi);
        organisation.HeadOf(Planning, Day("2026-06-01")).ShouldBe(An);
    }

    [Fact]
    public void R_09_A_unit_with_deputies_and_officers_only_has_no_head()
    {
        var organisation = With(Appoint(An, Planning, Position.Deputy), Appoint(Binh, Planning, Position.Officer));
        organisation.HeadOf(Planning, August).ShouldBeNull();
        organisation.DeputiesOf(Planning, August).ShouldBe([An]);
        organisation.OfficersOf(Planning, August).ShouldBe([Binh]);
        organisation.MembersOf(Planning, August).ShouldBe([An, Binh]);
    }

    [Fact]
    public void R_16_An_officer_belongs_to_the_unit_only_while_appointed()
    {
        var moved = new AppointmentEnded(Recorded, Binh, Planning, Position.Officer, Day("2026-06-30"));
        var organisation = With(Appoint(Binh, Planning, Position.Officer), moved, Appoint(Binh, Trade, Position.Officer, "2026-07-01"));

        organisation.IsMemberOf(Binh, Planning, Day("2026-06-30")).ShouldBeTrue();
        organisation.IsMemberOf(Binh, Planning, Day("2026-07-01")).ShouldBeFalse();
        organisation.IsMemberOf(Binh, Trade, Day("2026-07-01")).ShouldBeTrue();
        organisation.UnitOf(Binh, Day("2026-06-30")).ShouldBe(Planning);
        organisation.UnitOf(Binh, Day("2026-07-01")).ShouldBe(Trade);
        organisation.OfficersOf(Planning, August).ShouldBeEmpty();
    }

    [Fact]
    public void Ending_an_appointment_leaves_other_appointments_as_they_are()
    {
        var organisation = With(
            Appoint(An, Planning, Position.Head, to: "2026-03-31"),
            Appoint(An, Planning, Position.Head, "2026-06-01"),
            Appoint(An, Trade, Position.Acting),
            new AppointmentEnded(Recorded, An, Planning, Position.Head, Day("2026-06-30"))
        );
        organisation.HeadOf(Planning, Day("2026-03-31")).ShouldBe(An);
        organisation.HeadOf(Planning, Day("2026-06-30")).ShouldBe(An);
        organisation.HeadOf(Planning, Day("2026-07-01")).ShouldBeNull();
        organisation.HeadOf(Trade, Day("2026-07-01")).ShouldBe(An);
    }

    [Fact]
    public void A_person_of_several_units_belongs_first_to_the_one_of_the_highest_position()
    {
        var organisation = With(Appoint(An, Trade, Position.Officer), Appoint(An, Planning, Position.Deputy));
        organisation.UnitOf(An, August).ShouldBe(Planning);
        organisation.UnitsOf(An, August).ShouldBe([Planning, Trade]);
        organisation.UnitOf(Binh, August).ShouldBeNull();
    }

    [Fact]
    public void D_04_The_appointments_of_a_unit_end_with_it()
    {
        var organisation = With(Appoint(An, Planning, Position.Head), new UnitEnded(Recorded, Planning, Day("2026-10-01"), Trade, "Quyết định 03"));
        organisation.HeadOf(Planning, Day("2026-09-30")).ShouldBe(An);
        organisation.HeadOf(Planning, Day("2026-10-01")).ShouldBeNull();
        organisation.UnitOf(An, Day("2026-10-01")).ShouldBeNull();
    }

    [Fact]
    public void D_08_People_are_found_by_name_title_or_unit()
    {
        var organisation = With(
            new PersonRegistered(Recorded, An, "Đỗ Thị Hoà", "Chuyên viên", "hoa@sct.example"),
            new PersonRegistered(Recorded, Binh, "Lê Văn Bình", "Trưởng phòng", null),
            Appoint(Binh, Trade, Position.Head)
        );
        organisation.SearchPeople("do hòa", August).Select(p => p.Id).ShouldBe([An]);
        organisation.SearchPeople("truong phong thuong mai", August).Select(p => p.Id).ShouldBe([Binh]);
        organisation.SearchPeople("", August).Select(p => p.Id).ShouldBe([An, Binh]);
    }

    [Fact]
    public void Registering_a_person_again_brings_the_new_title()
    {
        var organisation = With(
            new PersonRegistered(Recorded, An, "Đỗ Thị Hoà", "Chuyên viên", null),
            new PersonRegistered(Recorded, An, "Đỗ Thị Hoà", "Phó Trưởng phòng", null)
        );
        organisation.PersonOf(An).ShouldBe(new Person(An, "Đỗ Thị Hoà", "Phó Trưởng phòng", null));
        organisation.PersonOf(Chi).ShouldBeNull();
    }

    [Fact]
    public void R_15_Whoever_is_replaced_on_the_first_day_never_was_head()
    {
        var newcomers = new UnitId("phong-kinh-te");
        var today = Day("2026-03-16");
        var mistaken = Appoint(AnOrganisation.Dung, newcomers, Position.Head, "2026-03-16");
        var unit = new OrganisationEvent.UnitCreated(
            Recorded,
            newcomers,
            "Phòng Kinh tế",
            "KT",
            UnitKind.Division,
            Board,
            today,
            AnOrganisation.Basis
        );
        var after = AnOrganisation.After(
            new OrganisationCommand.Appoint(AnOrganisation.ByAdmin, Binh, newcomers, Position.Head, today, null),
            unit,
            mistaken
        );

        after.HeadOf(newcomers, today).ShouldBe(Binh);
        after.PostsIn(newcomers, today).Select(post => post.Person).ShouldBe([Binh]);
    }
}
