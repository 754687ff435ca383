using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Tests.Fixtures;
using static DutyBot.Development.SampleOrganisation;

namespace DutyBot.Tests.Host;

/// <summary>R-60: the Office has all open tasks reviewed; heads mark them; the report names what is missing.</summary>
public sealed class CampaignStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task R_60_Twenty_open_tasks_eighteen_marked_are_ninety_per_cent_and_two_are_named()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var tasks = await office.Give(Planning, 20);
        var id = await office.OpenReview();

        var list = await office.CampaignCard(Planning);
        foreach (var page in tasks.Take(18).Chunk(6))
        {
            list = await office.HeadOfPlanning.Mark(list, "Rà soát", [.. page.Select(task => (task, MarkKind.UnderWay, ""))]);
        }

        var report = await office.HeadOfOffice.Types($"rà soát {id}");
        report.Words.ShouldContain("đã rà soát 18/20 nhiệm vụ (90 %)");
        report.Words.ShouldContain($"Nhiệm vụ chưa rà soát: “{Reviewing.WorkNo(19)}”, “{Reviewing.WorkNo(20)}”");
        (await office.CampaignCard(Planning)).Words.ShouldContain("đã rà soát 18/20 nhiệm vụ (90 %)");
    }

    [Fact]
    public async Task R_60_Every_unit_gets_its_own_list_with_its_head_mentioned_and_once()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Give(Planning, "Tổng hợp nhu cầu vốn đầu tư công");
        await office.Give(Trade, "Xây dựng quy chế quản lý chợ");
        var form = await office.HeadOfOffice.Types("ra soat");
        form.Words.ShouldContain("02 nhiệm vụ đang thực hiện của 02 đơn vị");
        (string, string)[] filled = [("title", Reviewing.Title), ("answerBy", "2026-11-27"), ("document", "45/VP-TH")];

        (await office.HeadOfOffice.Presses(form, "Mở đợt rà soát", filled)).Words.ShouldContain("Đã ghi nhận.");
        await office.HeadOfOffice.Presses(form, "Mở đợt rà soát", filled);
        await office.Settled();

        var card = office.Messages(Planning).Where(seen => seen.Says("Đợt rà soát nhiệm vụ")).ShouldHaveSingleItem();
        card.Words.ShouldContain("Tổng hợp nhu cầu vốn đầu tư công");
        card.Words.ShouldNotContain("quy chế quản lý chợ");
        card.Words.ShouldContain("45/VP-TH");
        card.Mentioned.ShouldBe([HeadOfPlanning.Value]);
        office.Messages(Industry).ShouldNotContain(seen => seen.Says("Đợt rà soát nhiệm vụ"));
    }

    [Fact]
    public async Task R_60_A_form_without_a_name_or_on_a_day_off_comes_back_filled_in()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Give(Planning, "Tổng hợp nhu cầu vốn đầu tư công");
        var form = await office.HeadOfOffice.Types("review");

        var again = await office.HeadOfOffice.Presses(form, "Mở đợt rà soát", ("answerBy", "2026-11-28"), ("purpose", "Phục vụ họp giao ban"));

        again.Words.ShouldContain("Đề nghị ghi tên đợt rà soát.");
        again.Words.ShouldContain("là ngày nghỉ");
        again.Values["purpose"].ShouldBe("Phục vụ họp giao ban");
        (await office.HeadOfOffice.Presses(again, "Mở đợt rà soát", ("title", Reviewing.Title), ("keepRestDay", "true"))).Words.ShouldContain(
            "Đã ghi nhận."
        );
    }

    [Fact]
    public async Task R_60_What_needs_a_note_comes_back_with_the_reason_beside_it_and_nothing_is_lost()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var tasks = await office.Give(Planning, 2);
        var id = await office.OpenReview();

        var again = await office.HeadOfPlanning.Mark(
            await office.CampaignCard(Planning),
            "Rà soát",
            (tasks[0], MarkKind.Obstacle, ""),
            (tasks[1], MarkKind.UnderWay, "")
        );
        again.Words.ShouldContain("Đề nghị ghi lý do (ít nhất 30 ký tự).");
        again.Values[$"mark.{tasks[1]}"].ShouldBe(nameof(MarkKind.UnderWay));
        (await office.Campaign(id)).Savings.ShouldBe(0);

        (await office.HeadOfPlanning.Presses(again, "Lưu", ($"note.{tasks[0]}", Reviewing.Note))).Words.ShouldContain(
            "Vướng mắc · " + Reviewing.Note
        );
        await office.HeadOfPlanning.Presses(again, "Lưu", ($"note.{tasks[0]}", Reviewing.Note));
        (await office.Campaign(id)).Savings.ShouldBe(1);
    }

    [Fact]
    public async Task R_60_Nobody_else_opens_a_review_marks_for_a_unit_or_reads_its_list()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var tasks = await office.Give(Planning, 1);
        var id = await office.OpenReview();
        var card = await office.CampaignCard(Planning);
        var form = await office.HeadOfPlanning.Presses(card, "Rà soát");

        foreach (var person in new[] { office.HeadOfIndustry, office.OfficerOfPlanning, office.Outsider, office.Director })
        {
            (await person.Presses(card with { Conversation = person.Chat }, "Rà soát")).Words.ShouldContain("không có quyền");
            var answer = await person.Presses(form with { Conversation = person.Chat }, "Lưu", Reviewing.Filled((tasks[0], MarkKind.UnderWay, "")));
            answer.Words.ShouldContain("không có quyền");
            answer.Words.ShouldNotContain(Reviewing.WorkNo(1));
        }

        (await office.Campaign(id)).Savings.ShouldBe(0);
        (await office.HeadOfIndustry.Types(id.Value)).Words.ShouldNotContain(Reviewing.WorkNo(1));
        (await office.HeadOfIndustry.Types("rà soát")).Words.ShouldContain("Hiện không có đợt rà soát nào");
        (await office.Outsider.Types("rà soát")).Words.ShouldContain("Hiện không có đợt rà soát nào");
    }

    [Fact]
    public async Task R_60_The_head_finds_it_in_the_own_work_and_by_the_typed_word_until_all_is_marked()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var tasks = await office.Give(Planning, 1);
        var id = await office.OpenReview();

        (await office.HeadOfPlanning.Types("việc của tôi")).Words.ShouldContain($"Rà soát nhiệm vụ: {Reviewing.Title}");
        (await office.OfficerOfPlanning.Types("việc đơn vị")).Words.ShouldContain($"Tham gia đợt rà soát: {Reviewing.Title}");
        (await office.HeadOfOffice.Types("việc của tôi")).Words.ShouldContain($"Theo dõi đợt rà soát: {Reviewing.Title}");
        var list = await office.HeadOfPlanning.Types("rà soát");
        await office.HeadOfPlanning.Mark(list, "Rà soát", (tasks[0], MarkKind.DoneNotUpdated, ""));
        await office.Settled();

        (await office.HeadOfPlanning.Types("việc của tôi")).Words.ShouldNotContain(Reviewing.Title);
        (await office.OfficerOfPlanning.Types("việc đơn vị")).Words.ShouldContain(Reviewing.Title);
        // Marks may be changed while the review runs.
        var again = await office.HeadOfPlanning.Mark(
            await office.HeadOfPlanning.Types("rà soát"),
            "Rà soát trang này",
            (tasks[0], MarkKind.NeedsExtension, Reviewing.Note)
        );
        again.Words.ShouldContain("Cần gia hạn");
        (await office.Campaign(id)).Savings.ShouldBe(2);
    }

    [Fact]
    public async Task R_60_When_all_is_marked_the_office_gets_the_report()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var tasks = await office.Give(Planning, 1);
        await office.OpenReview();

        await office.HeadOfPlanning.Mark(await office.CampaignCard(Planning), "Rà soát", (tasks[0], MarkKind.UnderWay, ""));

        var report = await office.Latest(office.HeadOfOffice.Chat, "Báo cáo rà soát nhiệm vụ");
        report.Words.ShouldContain("đã rà soát 01/01 nhiệm vụ (100 %)");
        report.Summary.ShouldNotBeNull();
    }

    [Fact]
    public async Task R_60_A_review_of_chosen_units_asks_nobody_else()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Give(Planning, "Tổng hợp nhu cầu vốn đầu tư công");
        await office.Give(Trade, "Xây dựng quy chế quản lý chợ");
        var id = await office.OpenReview(("units", Trade.Value));

        (await office.Campaign(id)).Units.ShouldBe([Trade]);
        office.Messages(Planning).ShouldNotContain(seen => seen.Says("Đợt rà soát nhiệm vụ"));
    }

    [Fact]
    public async Task R_60_A_leader_opens_one_too_and_either_calls_it_off()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Give(Planning, "Tổng hợp nhu cầu vốn đầu tư công");
        var form = await office.Director.Types("rà soát");
        var saved = await office.Director.Presses(form, "Mở đợt rà soát", ("title", Reviewing.Title), ("answerBy", "2026-11-27"));

        var cancel = await office.HeadOfOffice.Types($"hủy {saved.Duty}");
        (
            await office.HeadOfOffice.Presses(cancel, "Hủy đợt rà soát", ("reason", "Trùng với đợt kiểm tra của Sở Nội vụ trong cùng tuần."))
        ).Words.ShouldContain("Đợt rà soát đã được hủy.");

        (await office.CampaignCard(Planning)).Words.ShouldContain("Trùng với đợt kiểm tra");
        (await office.HeadOfPlanning.Types("việc của tôi")).Words.ShouldNotContain(Reviewing.Title);
    }

    [Fact]
    public async Task R_60_The_longest_list_with_the_longest_notes_stays_within_the_size_of_a_card()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var tasks = new List<DutyId>();
        foreach (var no in Enumerable.Range(1, 7))
        {
            tasks.Add(await office.Give(Planning, $"Số {no}: " + string.Concat(Enumerable.Repeat("kiểm tra ", 50)).Trim()));
        }

        await office.OpenReview(("purpose", Long(1_000)));
        var marks = tasks.Take(6).Select(task => (task, MarkKind.Obstacle, Long(300))).ToArray();
        var list = await office.HeadOfPlanning.Mark(await office.CampaignCard(Planning), "Rà soát", marks);
        var next = await office.HeadOfPlanning.Presses(list, "Xem tiếp");
        var form = await office.HeadOfPlanning.Presses(list, "Rà soát trang này");
        var refused = await office.HeadOfPlanning.Presses(
            form,
            "Lưu",
            Reviewing.Filled([.. tasks.Take(5).Append(tasks[6]).Select(task => (task, MarkKind.Obstacle, "?"))])
        );

        refused.Words.ShouldContain("Đề nghị ghi lý do");
        foreach (var card in new[] { list, next, form, refused, await office.CampaignCard(Planning) })
        {
            System.Text.Encoding.UTF8.GetByteCount(card.Card.GetRawText()).ShouldBeLessThan(Cards.CardShould.Budget);
        }
    }

    private static string Long(int length) => string.Concat(Enumerable.Repeat("ế ", length / 2)).Trim();
}
