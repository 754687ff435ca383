using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Tests.Domain.Organisations.AnOrganisation;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

/// <summary>D-04, 1.4.14: units that begin, change and end, and what goes on in their place.</summary>
public sealed class ReorganisationSpecs
{
    private static readonly LocalDate July = Day("2026-07-01");
    private static readonly LocalDate June = Day("2026-06-30");
    private static readonly UnitId Economy = new("kinh-te");
    private static readonly NewUnit NewEconomy = new(Economy, "Phòng Kinh tế", "KT", UnitKind.Division, Board);

    private static MergeUnits MergeIntoNew => new(ByAdmin, [Planning, Trade], null, NewEconomy, Chi, July, Basis);

    [Fact]
    public void D_04_Two_units_merge_into_a_new_one_on_the_day()
    {
        var after = After(MergeIntoNew);
        after.IsActive(Planning, June).ShouldBeTrue();
        after.IsActive(Planning, July).ShouldBeFalse();
        after.IsActive(Economy, June).ShouldBeFalse();
        after.IsActive(Economy, July).ShouldBeTrue();
        after.SuccessorOf(Planning, July).ShouldBe(Economy);
        after.SuccessorOf(Trade, July).ShouldBe(Economy);
        after.HeadOf(Economy, July).ShouldBe(Chi);
        after.HeadOf(Planning, June).ShouldBe(Chi);
    }

    [Fact]
    public void D_04_The_staff_goes_along_and_a_head_who_is_not_chosen_becomes_a_deputy()
    {
        var after = After(MergeIntoNew, Appoint(Binh, Trade, Position.Officer));
        after.DeputiesOf(Economy, July).ShouldBe([Dung]);
        after.OfficersOf(Economy, July).ShouldBe([Binh]);
        after.IsMemberOf(Binh, Trade, June).ShouldBeTrue();
    }

    [Fact]
    public void D_04_A_unit_merges_into_one_that_stays_and_keeps_its_head()
    {
        var after = After(new MergeUnits(ByAdmin, [Trade], Planning, null, null, July, Basis));
        after.HeadOf(Planning, July).ShouldBe(Chi);
        after.DeputiesOf(Planning, July).ShouldBe([Dung]);
        after.SuccessorOf(Trade, July).ShouldBe(Planning);
    }

    [Fact]
    public void D_04_The_open_duties_of_an_ended_unit_are_handed_over_once_when_the_day_has_come()
    {
        var merged = After(MergeIntoNew);
        var owed = HandOvers(merged);
        owed.Select(o => (o.Name, o.Due))
            .ShouldBe([
                (OrganisationObligations.NameOf(Planning), merged.Calendar.StartOfDay(July)),
                (OrganisationObligations.NameOf(Trade), merged.Calendar.StartOfDay(July)),
            ]);

        var name = OrganisationObligations.NameOf(Planning);
        Decide(merged, new PassDeadline(Act.OfSystem(merged.Calendar.StartOfDay(July) - Duration.Epsilon), name)).Events.ShouldBeEmpty();
        var passed = Decide(merged, new PassDeadline(Act.OfSystem(merged.Calendar.StartOfDay(July)), name));
        var done = passed.Events.Aggregate(merged, Organisation.Evolve);

        var effect = OrganisationEffects.Of(done, passed.Events[0]).ShouldHaveSingleItem().ShouldBeOfType<Effect.HandOver>();
        (effect.From, effect.DefaultSuccessor).ShouldBe((Planning, Economy));
        HandOvers(done).Select(o => o.Name).ShouldBe([OrganisationObligations.NameOf(Trade)]);
        Decide(done, new PassDeadline(Act.OfSystem(merged.Calendar.StartOfDay(July)), name)).Events.ShouldBeEmpty();
    }

    [Fact]
    public void D_04_A_split_gives_each_open_duty_the_successor_chosen_for_it()
    {
        var north = new NewUnit(new("tm-noi-dia"), "Phòng Thương mại nội địa", "TMNĐ", UnitKind.Division, Board);
        var abroad = new NewUnit(new("tm-quoc-te"), "Phòng Thương mại quốc tế", "TMQT", UnitKind.Division, Board);
        var duty = DutyId.Parse("NV-2026-7K3Q9");
        var split = new SplitUnit(ByAdmin, Trade, [new(north, Dung), new(abroad, Binh)], north.Id, [new(duty, abroad.Id)], July, Basis);

        var after = After(split);
        after.HeadOf(north.Id, July).ShouldBe(Dung);
        after.HeadOf(abroad.Id, July).ShouldBe(Binh);
        after.SuccessorOf(Trade, July).ShouldBe(north.Id);
        var passed = Decide(after, new PassDeadline(Act.OfSystem(after.Calendar.StartOfDay(July)), OrganisationObligations.NameOf(Trade)));
        var handOver = OrganisationEffects.Of(after, passed.Events[0]).ShouldHaveSingleItem().ShouldBeOfType<Effect.HandOver>();
        handOver.Chosen.ShouldBe([new ChosenSuccessor(duty, abroad.Id)]);

        Decide(split with { Successor = Planning }).ShouldBeRefused("E-NO-SUCCESSOR", OrganisationFields.Successor);
        Decide(split with { Chosen = [new(duty, Planning)] }).ShouldBeRefused("E-NO-SUCCESSOR", OrganisationFields.OfDuty(duty));
        Decide(split with { Parts = [new(north, Dung)] }).ShouldBeRefused("E-SPLIT-PARTS", OrganisationFields.Parts);
        Decide(split with { Parts = [new(north, Dung), new(abroad with { Name = north.Name }, Binh)] })
            .ShouldBeRefused("E-UNIT-NAME-TAKEN", OrganisationFields.OfPart("name", 2));
        Decide(split with { Parts = [new(north, Dung), new(abroad, null)] })
            .ShouldBeRefused("E-PERSON-UNKNOWN", OrganisationFields.OfPart("head", 2));
        Decide(split with { Unit = null, At = null }).ShouldBeRefused("E-UNIT-UNKNOWN", OrganisationFields.Unit);
    }

    [Fact]
    public void A_new_unit_has_an_id_of_its_own_and_a_code_nobody_else_has()
    {
        var unit = new NewUnit(new("kinh-te"), "Phòng Kinh tế", "KT", UnitKind.Division, Board, "000.00.12.H26");
        var after = After(new CreateUnit(ByAdmin, unit, July, Basis));
        after.UnitOn(unit.Id, July)!.Code.ShouldBe("000.00.12.H26");

        var other = unit with { Id = new("kinh-te-2"), Name = "Phòng Kinh tế đối ngoại", Code = " 000.00.12.h26" };
        Decide(after, new CreateUnit(ByAdmin, other, July, Basis)).ShouldBeRefused("E-UNIT-CODE-TAKEN", OrganisationFields.Code);
        Decide(new CreateUnit(ByAdmin, unit with { Id = new("") }, July, Basis)).ShouldBeRefused("E-UNREADABLE");
        Decide(new MergeUnits(ByAdmin, [Trade, Planning], null, unit with { Id = Board }, Binh, July, Basis)).ShouldBeRefused("E-UNREADABLE");
    }

    [Fact]
    public void D_04_A_dissolved_unit_without_a_successor_leaves_its_duties_to_its_parent()
    {
        var after = After(new DissolveUnit(ByAdmin, Trade, null, July, Basis));
        after.SuccessorOf(Trade, July).ShouldBe(Board);
    }

    [Fact]
    public void D_04_Units_below_an_ended_unit_move_under_its_successor()
    {
        var below = new OrganisationEvent.UnitCreated(Recorded, Economy, "Tổ Kinh tế", "TKT", UnitKind.Division, Trade, Day("2026-01-01"), Basis);
        var after = After(new DissolveUnit(ByAdmin, Trade, Planning, July, Basis), below);
        after.UnitOn(Economy, June)!.Parent.ShouldBe(Trade);
        after.UnitOn(Economy, July)!.Parent.ShouldBe(Planning);
    }

    [Fact]
    public void D_04_A_unit_below_that_takes_over_moves_up()
    {
        var below = new OrganisationEvent.UnitCreated(Recorded, Economy, "Tổ Kinh tế", "TKT", UnitKind.Division, Trade, Day("2026-01-01"), Basis);
        var after = After(new DissolveUnit(ByAdmin, Trade, Economy, July, Basis), below, Appoint(Binh, Economy, Position.Head));
        after.UnitOn(Economy, July)!.Parent.ShouldBe(Board);
    }

    [Fact]
    public void D_04_No_unit_stands_above_itself_at_any_instant()
    {
        var late = new OrganisationEvent.UnitMoved(Recorded, Planning, Trade, Day("2026-09-01"), Basis);
        Decide(new MoveUnit(ByAdmin, Trade, Planning, July, Basis), late).ShouldBeRefused("E-UNIT-CYCLE", OrganisationFields.Parent);
        Decide(new MoveUnit(ByAdmin, Trade, Trade, July, Basis)).ShouldBeRefused("E-UNIT-CYCLE", OrganisationFields.Parent);
        After(new MoveUnit(ByAdmin, Trade, Planning, July, Basis)).ChildrenOf(Planning, July).Select(u => u.Id).ShouldBe([Trade]);
    }

    [Fact]
    public void D_04_A_renamed_unit_keeps_its_identity_and_its_old_name_on_the_old_days()
    {
        var after = After(new RenameUnit(ByAdmin, Trade, "Phòng Thương mại và Dịch vụ", "TMDV", July, Basis));
        after.UnitOn(Trade, June)!.Name.ShouldBe("Phòng Thương mại");
        after.UnitOn(Trade, July)!.Name.ShouldBe("Phòng Thương mại và Dịch vụ");
        Decide(new RenameUnit(ByAdmin, Trade, "phòng kế hoạch", "", July, Basis)).ShouldBeRefused("E-UNIT-NAME-TAKEN", OrganisationFields.Name);
    }

    [Fact]
    public void No_change_takes_effect_before_the_last_one_of_the_unit()
    {
        var renamed = new OrganisationEvent.UnitRenamed(Recorded, Trade, "Phòng TM", "TM", July, Basis);
        Decide(new DissolveUnit(ByAdmin, Trade, null, June, Basis), renamed).ShouldBeRefused("E-EFFECTIVE-TOO-EARLY", OrganisationFields.Unit);
        Decide(new RenameUnit(ByAdmin, Trade, "Phòng B", "B", June, Basis), renamed)
            .ShouldBeRefused("E-EFFECTIVE-TOO-EARLY", OrganisationFields.From);
        Decide(new MoveUnit(ByAdmin, Trade, Planning, June, Basis), renamed).ShouldBeRefused("E-EFFECTIVE-TOO-EARLY", OrganisationFields.From);
    }

    [Fact]
    public void Nothing_more_is_decided_about_a_unit_whose_end_is_recorded()
    {
        var ends = new OrganisationEvent.UnitEnded(Recorded, Trade, July, Planning, Basis);
        Decide(new RenameUnit(ByAdmin, Trade, "Phòng B", "B", Day("2026-04-01"), Basis), ends)
            .ShouldBeRefused("E-UNIT-ENDED", OrganisationFields.From);
        Decide(new DissolveUnit(ByAdmin, Trade, Board, Day("2026-08-01"), Basis), ends).ShouldBeRefused("E-UNIT-ENDED", OrganisationFields.Unit);
        Decide(new CreateUnit(ByAdmin, NewEconomy with { Parent = Trade }, Day("2026-08-01"), Basis), ends)
            .ShouldBeRefused("E-UNIT-ENDED", OrganisationFields.Parent);
    }

    [Fact]
    public void R_87_No_reorganisation_without_a_basis()
    {
        foreach (
            var command in new OrganisationCommand[]
            {
                new CreateUnit(ByAdmin, NewEconomy, July, " "),
                new RenameUnit(ByAdmin, Trade, "Phòng B", "B", July, ""),
                new MoveUnit(ByAdmin, Trade, Planning, July, ""),
                MergeIntoNew with
                {
                    Basis = "",
                },
                new DissolveUnit(ByAdmin, Trade, null, July, ""),
            }
        )
        {
            Decide(command).ShouldBeRefused("E-BASIS-REQUIRED", OrganisationFields.Basis);
        }
    }

    [Fact]
    public void R_09_A_merged_unit_has_a_head()
    {
        Decide(MergeIntoNew with { Head = null }).ShouldBeRefused("E-UNIT-NO-HEAD", OrganisationFields.Head);
        Decide(MergeIntoNew with { Head = new PersonId("nobody") }).ShouldBeRefused("E-PERSON-UNKNOWN", OrganisationFields.Head);
    }

    [Fact]
    public void There_is_always_a_leadership() =>
        Decide(new DissolveUnit(ByAdmin, Board, Planning, July, Basis)).ShouldBeRefused("E-LEADERSHIP-NEEDED", OrganisationFields.Unit);

    [Fact]
    public void A_merge_names_units_that_exist_and_end_at_most_once()
    {
        Decide(MergeIntoNew with { Units = [Planning] }).ShouldBeRefused("E-MERGE-UNITS", OrganisationFields.Units);
        Decide(MergeIntoNew with { Units = [Planning, new("nowhere")] }).ShouldBeRefused("E-UNIT-UNKNOWN", OrganisationFields.Units);
        Decide(MergeIntoNew with { At = null }).ShouldBeRefused("E-DATE-REQUIRED", OrganisationFields.From);
    }

    [Fact]
    public void A_new_unit_may_have_the_name_of_one_that_ends_on_that_day() =>
        After(MergeIntoNew with { Created = NewEconomy with { Name = "Phòng Kế hoạch" } }).UnitOn(Economy, July)!.Name.ShouldBe("Phòng Kế hoạch");

    private static IEnumerable<Obligation> HandOvers(Organisation organisation) =>
        OrganisationObligations.Of(organisation).Where(o => o.Kind == ObligationKind.HandOver);
}
