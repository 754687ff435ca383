using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;
using NodaTime;
using static DutyBot.Tests.Host.Reminding;

namespace DutyBot.Tests.Host;

/// <summary>
/// Five working days after a deadline the head of the Office finds a draft of a formal reminder: of the task that was due on
/// Fri 04/12/2026, on Fri 11/12/2026.
/// </summary>
public sealed class DraftReminderStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Suggestion = "Dự thảo nhắc nhở đã được chuẩn bị";
    private const string Draft = "Soạn nhắc nhở";

    [Fact]
    public async Task R_54_The_draft_opens_filled_in_and_nothing_is_issued_before_a_person_sends_it()
    {
        await using var office = await Reminding.Late(issuer);
        var suggested = await Suggested(office);

        var form = await office.HeadOfOffice.Presses(suggested, Draft);

        form.Values["person"].ShouldBe($"{SampleOrganisation.Planning}|{SampleOrganisation.HeadOfPlanning}");
        form.Values["legalBasis"].ShouldBe("Văn bản số 280/CĐ-TTg ngày 20/11/2026 của Thủ tướng Chính phủ về việc giao nhiệm vụ");
        form.Values["text"].ShouldContain("có thời hạn thứ Sáu, 04/12/2026; đến thứ Sáu, 11/12/2026 đã quá hạn 05 ngày làm việc");
        (await office.EventsOfRecord()).ShouldBeEmpty("D7: a person issues it, or nobody does.");

        (await office.HeadOfOffice.Presses(form, "Nhắc nhở")).Words.ShouldContain("Đã ghi nhận.");
        (await office.Latest(office.HeadOfPlanning.Chat, "đã quá hạn 05 ngày làm việc")).Buttons.ShouldBe(["Giải trình"]);
        (await office.EventsOfRecord()).ShouldBe(["Issued", "Delivered"]);
    }

    [Fact]
    public async Task R_87_What_the_office_has_set_stands_in_the_legal_basis()
    {
        await using var office = await Reminding.Late(issuer);
        await office.Record(
            new OrganisationEvent.SettingChanged(
                new Act(office.Now(), office.HeadOfOffice.Id),
                "reminder.legalBasis",
                "",
                Basis,
                new LocalDate(2026, 12, 7),
                "15/QĐ-SCT"
            )
        );

        var form = await office.HeadOfOffice.Presses(await Suggested(office), Draft);

        form.Values["legalBasis"].ShouldEndWith($"về việc giao nhiệm vụ; {Basis}");
    }

    [Fact]
    public async Task R_54_What_somebody_was_reminded_of_is_not_suggested()
    {
        await using var office = await Reminding.Late(issuer);
        await office.Remind(office.Director, await office.TaskOf());

        await OnTheFifthDay(office);

        office.Messages(office.HeadOfOffice.Chat).ShouldAllBe(seen => !seen.Says(Suggestion));
    }

    [Fact]
    public async Task R_54_What_waits_for_the_decision_on_its_return_is_not_suggested()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var card = await office.Assign(("deadline", "2026-11-25"));
        var form = await office.HeadOfPlanning.Presses(card, "Trả lại");
        await office.HeadOfPlanning.Presses(
            form,
            "Trả lại",
            ("reason", "NotOurCompetence"),
            ("competentUnit", SampleOrganisation.Industry.Value),
            ("text", "Nội dung thuộc lĩnh vực quản lý công nghiệp của phòng khác.")
        );
        await office.Settled();

        await office.PassUntil(12, 2, 8);
        await office.Pass(Duration.FromMinutes(4));

        office.Messages(office.HeadOfOffice.Chat).ShouldAllBe(seen => !seen.Says(Suggestion));
    }

    [Fact]
    public async Task R_15_Of_a_unit_that_was_merged_after_the_deadline_its_head_of_then_is_proposed_and_the_successor_is_not_blamed()
    {
        await using var office = await Reminding.Late(issuer);
        await office.End(SampleOrganisation.Planning, SampleOrganisation.Industry);
        await office.HandedOver();

        var form = await office.HeadOfOffice.Presses(await Suggested(office), Draft);

        form.Values["person"].ShouldBe($"{SampleOrganisation.Planning}|{SampleOrganisation.HeadOfPlanning}");
        (await office.HeadOfOffice.Presses(form, "Nhắc nhở")).Words.ShouldContain("Đã ghi nhận.");
        var board = await office.HeadOfIndustry.Types("tồn đọng");
        board.Words.ShouldContain("Nhận khi đã quá hạn");
        board.Words.ShouldContain("đơn vị nhận khi đã quá hạn (thứ Hai, 07/12/2026), đến nay 04 ngày làm việc");
    }

    [Fact]
    public async Task R_56_One_working_day_before_the_term_to_explain_ends_the_person_is_told_and_nobody_else()
    {
        await using var office = await Reminding.Late(issuer);
        await office.Remind(office.Director, await office.TaskOf());

        await OnTheFifthDay(office);

        const string oneDay = "Còn 01 ngày làm việc là hết thời hạn giải trình";
        var told = await office.Latest(office.HeadOfPlanning.Chat, oneDay);
        (await office.HeadOfPlanning.Presses(told, "Xem chi tiết")).Words.ShouldContain(Text);
        foreach (var chat in new[] { office.Director.Chat, office.HeadOfOffice.Chat, SampleOrganisation.Planning.Value })
        {
            office.Messages(chat).ShouldAllBe(seen => !seen.Says(oneDay));
        }
    }

    [Fact]
    public async Task R_56_Whoever_has_explained_is_not_told_of_the_term()
    {
        await using var office = await Reminding.Late(issuer);
        await office.Remind(office.Director, await office.TaskOf());
        await office.Explain();

        await OnTheFifthDay(office);

        office.Messages(office.HeadOfPlanning.Chat).ShouldAllBe(seen => !seen.Says("là hết thời hạn giải trình"));
    }

    private static async Task<Seen> Suggested(OfficeDriver office)
    {
        await OnTheFifthDay(office);
        return await office.Latest(office.HeadOfOffice.Chat, Suggestion);
    }

    private static async Task OnTheFifthDay(OfficeDriver office)
    {
        await office.PassUntil(12, 11, 8);
        await office.Pass(Duration.FromMinutes(4));
    }
}
