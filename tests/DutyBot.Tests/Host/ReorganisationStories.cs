using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>D-04, 1.4.14: units end while their duties are under way; nothing is left without an owner and nothing is lost.</summary>
public sealed class ReorganisationStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task D_04_A_merged_unit_s_task_goes_on_with_its_successor_from_the_effective_date_and_not_before()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.AssignAndAccept();
        var task = (await office.Held(SampleOrganisation.Planning)).ShouldHaveSingleItem();

        await office.Merge(SampleOrganisation.Planning, SampleOrganisation.Trade);
        await office.PassUntil(11, 24, 23);
        (await office.Held(SampleOrganisation.Planning)).ShouldBe([task]);

        await office.PassUntilHandedOver();

        (await office.Held(SampleOrganisation.Trade)).ShouldBe([task]);
        (await office.Held(SampleOrganisation.Planning)).ShouldBeEmpty();
        var state = await office.App.Get<DutyDesk>().Task(task, office.Cancel);
        state.LeadPeriods.Select(period => period.Unit).ShouldBe([SampleOrganisation.Planning, SampleOrganisation.Trade]);
        state.Lead.AccountableHead.ShouldBe(SampleOrganisation.HeadOfTrade);
        (await office.Latest(SampleOrganisation.Trade, Routine.Work)).Mentioned.ShouldContain(SampleOrganisation.HeadOfTrade.Value);
    }

    [Fact]
    public async Task D_04_A_round_in_flight_keeps_its_answers_and_asks_the_successor_for_the_rest()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Consult();
        var task = (await office.Held(SampleOrganisation.Planning)).ShouldHaveSingleItem();
        var round = (await office.App.Get<DutyDesk>().Task(task, office.Cancel)).Rounds.ShouldHaveSingleItem().Consultation;
        await office.Merge(SampleOrganisation.Industry, SampleOrganisation.Safety);

        await office.PassUntilHandedOver();

        var state = await office.App.Get<DutyDesk>().Consultation(round, office.Cancel);
        state.Item(SampleOrganisation.Safety).ShouldNotBeNull().Phase.ShouldBe(state.Item(SampleOrganisation.Trade)!.Phase);
        (await office.Latest(SampleOrganisation.Safety, Routine.Work)).Mentioned.ShouldBe([SampleOrganisation.HeadOfSafety.Value]);
    }

    [Fact]
    public async Task D_04_A_split_in_the_chat_gives_each_open_duty_to_the_part_chosen_for_it()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.AssignAndAccept();
        var kept = (await office.Held(SampleOrganisation.Planning)).ShouldHaveSingleItem();
        await office.Assign(("work", "Xây dựng kế hoạch đầu tư công năm 2027"), ("documentSymbol", "281/CĐ-TTg"));
        var given = (await office.Held(SampleOrganisation.Planning)).Single(duty => duty != kept);

        var which = await office.OpensUnitForm("Chia, tách");
        (await office.HeadOfOffice.Presses(which, "Tiếp tục")).Words.ShouldContain("Đơn vị không có trong danh sách hiện hành.");
        var parts = await office.HeadOfOffice.Presses(which, "Tiếp tục", ("unit", SampleOrganisation.Planning.Value));
        parts.Words.ShouldContain("Đơn vị đang giữ 02 nhiệm vụ.");
        parts.Words.ShouldContain("Xây dựng kế hoạch đầu tư công năm 2027");
        (string, string)[] split =
        [
            ("name.1", "Phòng Kế hoạch"),
            ("head.1", SampleOrganisation.HeadOfPlanning.Value),
            ("name.2", "phòng kế hoạch"),
            ("head.2", SampleOrganisation.OfficerOfPlanning.Value),
            ("successor", "1"),
            ($"duty.{given}", "2"),
            ("from", "2026-11-25"),
            ("basis", "25/QĐ-SCT"),
        ];
        var refused = await office.HeadOfOffice.Presses(parts, "Ghi nhận", split);
        refused.Words.ShouldContain("Đơn vị mới số 02: tên: ");
        refused.Values["head.2"].ShouldBe(SampleOrganisation.OfficerOfPlanning.Value);
        refused.Values[$"duty.{given}"].ShouldBe("2");
        (await office.HeadOfOffice.Presses(refused, "Ghi nhận", ("name.2", "Phòng Tài chính"))).Words.ShouldContain("Đã ghi nhận.");
        (await office.HeadOfOffice.Presses(refused, "Ghi nhận", ("name.2", "Phòng Tài chính"))).Words.ShouldContain("Đã ghi nhận.");

        await office.PassUntilHandedOver();

        var organisation = await office.Organisation();
        var effective = new LocalDate(2026, 11, 25);
        var first = organisation.SearchUnits("Phòng Kế hoạch", effective).ShouldHaveSingleItem();
        var second = organisation.SearchUnits("Phòng Tài chính", effective).ShouldHaveSingleItem();
        (first.Kind, organisation.HeadOf(second.Id, effective)).ShouldBe((UnitKind.Division, SampleOrganisation.OfficerOfPlanning));
        (await office.Held(first.Id)).ShouldBe([kept]);
        (await office.Held(second.Id)).ShouldBe([given]);
        (await office.Held(SampleOrganisation.Planning)).ShouldBeEmpty();
    }

    [Fact]
    public async Task D_04_Two_sweeps_and_a_restart_hand_over_once()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.AssignAndAccept();
        await office.Merge(SampleOrganisation.Planning, SampleOrganisation.Trade);
        await office.PassUntilHandedOver();
        var task = (await office.Held(SampleOrganisation.Trade)).ShouldHaveSingleItem();
        var version = await office.App.Get<DutyDesk>().Version(task, office.Cancel);

        await office.Restart();
        await office.App.Get<ClockWorker>().Sweep(office.Cancel);

        (await office.App.Get<DutyDesk>().Version(task, office.Cancel)).ShouldBe(version);
    }
}

/// <summary>What the stories of a reorganisation share.</summary>
internal static class Reorganised
{
    private static readonly LocalDate Effective = new(2026, 11, 25);

    /// <summary>The Office head, who is an admin, merges one unit into another from Wednesday on.</summary>
    public static async Task Merge(this OfficeDriver office, UnitId unit, UnitId into)
    {
        var now = Instant.FromDateTimeOffset(office.Time.GetUtcNow());
        var answer = await office
            .App.Get<DutyDesk>()
            .Execute(
                DutyId.Organisation,
                new OrganisationCommand.MergeUnits(new Act(now, SampleOrganisation.HeadOfOffice), [unit], into, null, null, Effective, "25/QĐ-UBND"),
                office.Cancel
            );
        answer.Problems.ShouldBeEmpty();
    }

    /// <summary>The duties a unit holds a part of, by the register.</summary>
    public static async Task<IReadOnlyList<DutyId>> Held(this OfficeDriver office, UnitId unit)
    {
        var held = new List<DutyId>();
        foreach (var row in await office.Store.OwedBy(Owner.Of(unit), office.Cancel))
        {
            if (
                row.Duty.Kind == DutyKind.Task
                && (await office.App.Get<DutyDesk>().Obligations(row.Duty, office.Cancel)).Any(o => o.Owner == row.Owner)
            )
            {
                held.Add(row.Duty);
            }
        }

        return [.. held.Distinct()];
    }

    /// <summary>The effective date comes, and the register is looked at until nothing is found.</summary>
    public static async Task PassUntilHandedOver(this OfficeDriver office)
    {
        await office.Stop();
        office.Time.SetUtcNow(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.FromHours(7)));
        await office.Start();
        await office.App.Get<ClockWorker>().Sweep(office.Cancel);
        await office.PassUntilSettled();
    }
}
