using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

public sealed class UnitsOverTime
{
    private static readonly UnitRenamed Rename = new(Recorded, Planning, "Phòng Kế hoạch - Tài chính", "KHTC", Day("2026-07-01"), "Quyết định 02");
    private static readonly UnitEnded End = new(Recorded, Planning, Day("2026-10-01"), Trade, "Quyết định 03");

    [Theory]
    [InlineData("2026-06-30", "Phòng Kế hoạch", "KH")]
    [InlineData("2026-07-01", "Phòng Kế hoạch - Tài chính", "KHTC")]
    [InlineData("2025-01-01", "Phòng Kế hoạch", "KH")]
    public void D_04_A_unit_bears_the_name_valid_on_the_date(string date, string name, string shortName)
    {
        var unit = With(Rename).UnitOn(Planning, Day(date)).ShouldNotBeNull();
        (unit.Name, unit.ShortName).ShouldBe((name, shortName));
    }

    [Fact]
    public void D_04_Names_recorded_out_of_order_still_follow_their_dates()
    {
        var earlier = Rename with { Name = "Phòng Tài chính", From = Day("2026-03-01") };
        With(Rename, earlier).UnitOn(Planning, Day("2026-04-01"))!.Name.ShouldBe("Phòng Tài chính");
        With(Rename, earlier).UnitOn(Planning, Day("2026-08-01"))!.Name.ShouldBe("Phòng Kế hoạch - Tài chính");
    }

    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    public void R_09_A_unit_is_active_from_its_first_to_its_last_day(string date, bool active) =>
        With(End).IsActive(Planning, Day(date)).ShouldBe(active);

    [Fact]
    public void R_09_A_dissolved_unit_names_its_successor_and_the_date()
    {
        var ended = With(End).UnitOn(Planning, Day("2026-10-05")).ShouldNotBeNull();
        (ended.IsActive, ended.EndedAt, ended.Successor).ShouldBe((false, Day("2026-10-01"), Trade));
    }

    [Fact]
    public void D_04_What_will_end_later_is_not_known_before()
    {
        var before = With(End).UnitOn(Planning, Day("2026-09-30")).ShouldNotBeNull();
        (before.IsActive, before.EndedAt, before.Successor).ShouldBe((true, null, null));
    }

    [Fact]
    public void D_04_The_successor_is_found_over_several_mergers()
    {
        var organisation = With(End, new UnitEnded(Recorded, Trade, Day("2026-11-01"), Office, "Quyết định 04"));
        organisation.SuccessorOf(Planning, Day("2026-09-30")).ShouldBe(Planning);
        organisation.SuccessorOf(Planning, Day("2026-10-15")).ShouldBe(Trade);
        organisation.SuccessorOf(Planning, Day("2026-11-15")).ShouldBe(Office);
    }

    [Fact]
    public void D_04_Units_that_succeed_each_other_in_a_circle_have_no_successor()
    {
        var organisation = With(End, new UnitEnded(Recorded, Trade, Day("2026-10-01"), Planning, "Quyết định 04"));
        organisation.SuccessorOf(Planning, Day("2026-10-15")).ShouldBeNull();
    }

    [Fact]
    public void D_04_A_unit_that_ends_without_successor_has_none() =>
        With(End with { Successor = null }).SuccessorOf(Planning, Day("2026-10-15")).ShouldBeNull();

    [Fact]
    public void The_units_of_a_date_are_listed_leadership_first()
    {
        With(Rename, End).UnitsOn(Day("2026-08-01")).Select(u => u.ShortName).ShouldBe(["BGĐ", "VP", "KHTC", "TM"]);
        With(Rename, End).UnitsOn(Day("2026-10-01")).Select(u => u.ShortName).ShouldBe(["BGĐ", "VP", "TM"]);
        With().OfficeOn(Day("2026-08-01"))!.Id.ShouldBe(Office);
        With().OfficeOn(Day("2025-08-01")).ShouldBeNull();
    }

    [Theory]
    [InlineData("ke hoach", "KHTC")]
    [InlineData("PHÒNG THƯƠNG", "TM")]
    [InlineData("khtc", "KHTC")]
    [InlineData("phong", "VP KHTC TM")]
    [InlineData("xay dung", "")]
    public void D_08_Units_are_found_without_diacritics(string query, string expected) =>
        string.Join(' ', With(Rename).SearchUnits(query, Day("2026-08-01")).Select(u => u.ShortName)).ShouldBe(expected);

    [Fact]
    public void A_unit_is_bound_to_one_channel_the_last_one_named()
    {
        var organisation = With(new ChannelBound(Recorded, Planning, "19:a"), new ChannelBound(Recorded, Planning, "19:b"));
        organisation.ChannelOf(Planning).ShouldBe("19:b");
        organisation.ChannelOf(Trade).ShouldBeNull();
    }

    [Fact]
    public void What_names_an_unknown_unit_changes_nothing()
    {
        var nowhere = new UnitId("nowhere");
        var organisation = With(Rename with { Unit = nowhere }, End with { Unit = nowhere }, new ChannelBound(Recorded, nowhere, "19:a"));
        organisation.UnitOn(nowhere, Day("2026-08-01")).ShouldBeNull();
        organisation.SuccessorOf(nowhere, Day("2026-08-01")).ShouldBeNull();
        organisation.ChannelOf(nowhere).ShouldBeNull();
    }

    [Fact]
    public void A_unit_created_twice_keeps_its_first_record() =>
        With(new UnitCreated(Recorded, Planning, "Other", "O", UnitKind.Office, null, Day("2026-05-01"), "Quyết định 05"))
            .UnitOn(Planning, Day("2026-08-01"))!
            .Name.ShouldBe("Phòng Kế hoạch");
}
