using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;
using NodaTime;
using static DutyBot.Development.SampleOrganisation;

namespace DutyBot.Tests.Host;

/// <summary>R-60: what time brings in a review, and what becomes of tasks and units while it runs.</summary>
public sealed class CampaignClockStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Left = "còn nhiệm vụ chưa rà soát";

    [Fact]
    public async Task R_60_Only_heads_with_unmarked_tasks_are_told_before_the_day_and_the_office_gets_what_is_missing_after_it()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Give(Planning, "Tổng hợp nhu cầu vốn đầu tư công");
        var marked = await office.Give(Trade, "Xây dựng quy chế quản lý chợ");
        var id = await office.OpenReview();
        await office.HeadOfTrade.Mark(await office.CampaignCard(Trade), "Rà soát", (marked, MarkKind.UnderWay, ""));

        foreach (var day in new[] { 26, 27 })
        {
            await office.PassUntil(11, day, 8);
            await office.Pass(Duration.FromMinutes(4));
        }

        Told(office, office.HeadOfPlanning).ShouldBe(2);
        Told(office, office.HeadOfTrade).ShouldBe(0);

        await office.PassUntil(11, 30, 8);
        (await office.Campaign(id)).Phase.ShouldBe(CampaignPhase.Closed);
        var report = await office.Latest(office.HeadOfOffice.Chat, "Báo cáo rà soát nhiệm vụ");
        report.Words.ShouldContain("đã kết thúc");
        report.Words.ShouldContain("đã rà soát 01/02 nhiệm vụ (50 %)");
        report.Words.ShouldContain("Nhiệm vụ chưa rà soát: “Tổng hợp nhu cầu vốn đầu tư công”");
        // Too late, from a card that still stood in somebody's chat.
        (await office.HeadOfPlanning.Types(id.Value)).Buttons.ShouldNotContain("Rà soát");
    }

    [Fact]
    public async Task R_60_A_form_that_was_opened_before_the_end_is_refused_after_it_with_a_reason()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = await office.Give(Planning, "Tổng hợp nhu cầu vốn đầu tư công");
        var id = await office.OpenReview();
        var form = await office.HeadOfPlanning.Presses(await office.CampaignCard(Planning), "Rà soát");

        await office.PassUntil(11, 30, 8);
        var refused = await office.HeadOfPlanning.Presses(form, "Lưu", Reviewing.Filled((task, MarkKind.UnderWay, "")));

        refused.Words.ShouldContain("Đợt rà soát đã kết thúc, không đánh dấu được nữa.");
        (await office.Campaign(id)).Savings.ShouldBe(0);
    }

    [Fact]
    public async Task R_60_A_task_that_is_cancelled_meanwhile_is_held_against_nobody()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = await office.Give(Planning, "Tổng hợp nhu cầu vốn đầu tư công");
        await office.Give(Trade, "Xây dựng quy chế quản lý chợ");
        var id = await office.OpenReview();

        var form = await office.Deputy.Types($"hủy {task}");
        await office.Deputy.Presses(form, "Hủy nhiệm vụ", ("reason", "Nhiệm vụ đã giao trùng với nhiệm vụ khác của phòng."));
        await office.Settled();

        (await office.HeadOfPlanning.Types("việc của tôi")).Words.ShouldNotContain(Reviewing.Title);
        (await office.CampaignCard(Planning)).Words.ShouldContain("Đã kết thúc, không phải rà soát");
        (await office.HeadOfOffice.Types(id.Value)).Words.ShouldContain("đã rà soát 01/02 nhiệm vụ (50 %)");
    }

    [Fact]
    public async Task R_60_A_task_issued_later_is_not_part_of_it()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Give(Planning, "Tổng hợp nhu cầu vốn đầu tư công");
        var id = await office.OpenReview();
        var later = await office.Give(Planning, "Xây dựng kế hoạch năm 2027");

        (await office.Campaign(id)).Tasks.ShouldHaveSingleItem().Task.ShouldNotBe(later);
        (await office.HeadOfPlanning.Types(id.Value)).Words.ShouldNotContain("Xây dựng kế hoạch năm 2027");
    }

    [Fact]
    public async Task R_60_When_the_unit_is_merged_the_head_of_its_successor_marks_what_is_left()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var tasks = await office.Give(Planning, 2);
        var id = await office.OpenReview();
        await office.HeadOfPlanning.Mark(await office.CampaignCard(Planning), "Rà soát", (tasks[0], MarkKind.UnderWay, ""));
        await office.Settled();

        await office.End(Planning, Safety);
        await office.HandedOver();

        var head = new Person(office, HeadOfSafety);
        (await head.Types("việc của tôi")).Words.ShouldContain($"Rà soát nhiệm vụ: {Reviewing.Title}");
        var list = await office.CampaignCard(Safety);
        list.Words.ShouldContain(Reviewing.WorkNo(2));
        await head.Mark(list, "Rà soát", (tasks[1], MarkKind.UnderWay, ""));
        var campaign = await office.Campaign(id);
        (campaign.Figures.Unmarked, campaign.Units.ShouldHaveSingleItem()).ShouldBe((0, Safety));
        campaign.Task(tasks[0])!.Mark!.By.ShouldBe(Planning);
    }

    [Fact]
    public async Task R_60_A_new_head_has_the_marks_of_the_unit_to_give()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = await office.Give(Planning, "Tổng hợp nhu cầu vốn đầu tư công");
        var id = await office.OpenReview();

        var act = Act.OfSystem(office.Now());
        await office.Record([
            new OrganisationEvent.AppointmentEnded(act, HeadOfPlanning, Planning, Position.Head, new LocalDate(2026, 11, 22)),
            new OrganisationEvent.Appointed(act, OfficerOfPlanning, Planning, Position.Head, new LocalDate(2026, 11, 23), null),
        ]);
        await office.Pass(Duration.FromMinutes(1));

        (await office.HeadOfPlanning.Types("việc của tôi")).Words.ShouldNotContain(Reviewing.Title);
        (await office.OfficerOfPlanning.Types("việc của tôi")).Words.ShouldContain($"Rà soát nhiệm vụ: {Reviewing.Title}");
        await office.OfficerOfPlanning.Mark(await office.CampaignCard(Planning), "Rà soát", (task, MarkKind.UnderWay, ""));
        (await office.Campaign(id)).Figures.Unmarked.ShouldBe(0);
    }

    [Fact]
    public async Task R_60_Of_a_task_that_has_moved_the_form_says_so_and_keeps_the_rest()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var tasks = await office.Give(Planning, 2);
        var id = await office.OpenReview();
        var form = await office.HeadOfPlanning.Presses(await office.CampaignCard(Planning), "Rà soát");
        await Return(office, tasks[0]);

        var again = await office.HeadOfPlanning.Presses(
            form,
            "Lưu",
            Reviewing.Filled((tasks[0], MarkKind.UnderWay, ""), (tasks[1], MarkKind.UnderWay, ""))
        );
        again.Words.ShouldContain("nay do đơn vị khác chủ trì");
        again.Values[$"mark.{tasks[1]}"].ShouldBe(nameof(MarkKind.UnderWay));
        await office.HeadOfPlanning.Presses(again, "Lưu", ($"mark.{tasks[0]}", ""));

        await office.HeadOfIndustry.Mark(await office.CampaignCard(Industry), "Rà soát", (tasks[0], MarkKind.UnderWay, ""));
        (await office.Campaign(id)).Figures.Unmarked.ShouldBe(0);
    }

    // Planning returns it, and the deputy gives it to Industry.
    private static async Task Return(OfficeDriver office, DutyId task)
    {
        var form = await office.HeadOfPlanning.Types($"trả lại {task}");
        await office.HeadOfPlanning.Presses(
            form,
            "Trả lại",
            ("reason", nameof(ReturnReason.NotOurCompetence)),
            ("competentUnit", Industry.Value),
            ("text", "Cụm công nghiệp thuộc phạm vi quản lý của phòng chuyên ngành.")
        );
        await office.Settled();
        var decision = await office.Deputy.Types($"giao lại {task}");
        await office.Deputy.Presses(decision, "Giao đơn vị khác", ("leadUnit", Industry.Value));
        await office.Settled();
    }

    private static int Told(OfficeDriver office, Person person) => office.Messages(person.Chat).Count(seen => seen.Says(Left));
}
