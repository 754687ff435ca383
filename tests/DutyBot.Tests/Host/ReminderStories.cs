using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Tests.Fixtures;
using static DutyBot.Tests.Host.Reminding;

namespace DutyBot.Tests.Host;

/// <summary>Formal reminders from the late task to the leader's decision, over the signed endpoint (R-54…R-56).</summary>
public sealed class ReminderStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task R_54_A_leader_reminds_the_accountable_head_from_the_late_task_and_it_counts_once_delivered()
    {
        await using var office = await Reminding.Late(issuer);
        var task = (await office.Latest(SampleOrganisation.Planning, Routine.Work)).Duty;
        var card = await office.Director.Types($"xem {task}");

        var form = await office.Director.Presses(card, "Nhắc nhở");
        (await office.Director.Presses(form, "Nhắc nhở", ("legalBasis", Basis), ("text", Text))).Words.ShouldContain("Đã ghi nhận.");
        var received = await office.Latest(office.HeadOfPlanning.Chat, Text);

        received.Words.ShouldContain("lần thứ 01/03, năm 2026");
        received.Words.ShouldContain(Basis);
        received.Words.ShouldContain("14/12/2026");
        received.Buttons.ShouldBe(["Giải trình"]);
        (await office.EventsOfRecord()).ShouldBe(["Issued", "Delivered"]);
        (await office.HeadOfPlanning.Types("việc của tôi")).Words.ShouldContain("Giải trình về việc được nhắc nhở");
        office.Messages(SampleOrganisation.Planning).ShouldAllBe(seen => !seen.Says(Text));
    }

    [Fact]
    public async Task A_reminder_that_is_too_long_comes_back_with_everything_typed()
    {
        await using var office = await Reminding.Late(issuer);
        var form = await office.Director.Types($"nhắc nhở {await office.TaskOf()}");
        var tooLong = string.Concat(Enumerable.Repeat("Chậm. ", 700)) + "Hết.";

        var refused = await office.Director.Presses(form, "Nhắc nhở", ("legalBasis", Basis), ("text", tooLong));

        refused.Words.ShouldContain("Nội dung nhắc nhở: Nội dung dài");
        refused.Values["text"].ShouldBe(tooLong);
        refused.Values["legalBasis"].ShouldBe(Basis);
    }

    [Fact]
    public async Task R_56_The_person_explains_the_issuer_withdraws_and_it_does_not_count()
    {
        await using var office = await Reminding.Late(issuer);
        await office.Remind(office.HeadOfOffice, await office.TaskOf());
        await office.Explain();

        var explained = await office.Latest(office.HeadOfOffice.Chat, Explanation);
        explained.Buttons.ShouldBe(["Giữ nguyên", "Rút"]);
        var form = await office.HeadOfOffice.Presses(explained, "Rút");
        (await office.HeadOfOffice.Presses(form, "Rút", ("reason", "Đồng ý"))).Words.ShouldContain("ít nhất 30 ký tự");
        (await office.HeadOfOffice.Presses(form, "Rút", ("reason", Reason))).Words.ShouldContain("Đã rút, không tính");

        (await office.Latest(office.HeadOfPlanning.Chat, "đã được rút và không tính")).Words.ShouldContain(Routine.Work);
        (await office.Latest(office.HeadOfPlanning.Chat, Text)).Buttons.ShouldBeEmpty();
        (await office.Record()).CountOn(new(2026, 12, 7), default).ShouldBe(0);
    }

    [Fact]
    public async Task R_56_Without_an_explanation_in_time_the_reminder_stands_and_both_are_told_once()
    {
        await using var office = await Reminding.Late(issuer);
        await office.Remind(office.Director, await office.TaskOf());

        await office.PassUntil(12, 15, 8);
        await office.PassUntil(12, 15, 9);

        (await office.EventsOfRecord()).ShouldBe(["Issued", "Delivered", "NoticesGiven", "Upheld"]);
        office.Messages(office.HeadOfPlanning.Chat).Count(seen => seen.Says("Đã hết thời hạn giải trình")).ShouldBe(1);
        office.Messages(office.Director.Chat).Count(seen => seen.Says("không giải trình trong thời hạn")).ShouldBe(1);
        (await office.HeadOfPlanning.Types($"giải trình {RecordId}")).Words.ShouldContain("nay đã qua");
    }

    [Fact]
    public async Task R_54_Two_leaders_at_once_remind_of_one_fact_once_and_a_second_press_does_nothing()
    {
        await using var office = await Reminding.Late(issuer);
        var task = await office.TaskOf();
        var first = await office.Director.Types($"nhắc nhở {task}");
        var second = await office.HeadOfOffice.Types($"nhac nho {task}");

        await office.Director.Presses(first, "Nhắc nhở", ("legalBasis", Basis), ("text", Text));
        await office.Director.Presses(first, "Nhắc nhở", ("legalBasis", Basis), ("text", Text));
        var refused = await office.HeadOfOffice.Presses(second, "Nhắc nhở", ("legalBasis", Basis), ("text", Text + " Lần hai."));

        refused.Words.ShouldContain("đã được nhắc nhở ngày thứ Hai, 07/12/2026");
        refused.Values["text"].ShouldBe(Text + " Lần hai.");
        await office.Settled();
        (await office.EventsOfRecord()).ShouldBe(["Issued", "Delivered"]);
    }

    [Fact]
    public async Task R_54_Of_two_reminders_at_the_same_moment_one_is_the_first_and_one_the_second()
    {
        await using var office = await Reminding.Late(issuer, tasks: 2);
        var tasks = await office.TasksOf();
        var forms = (await office.Director.Types($"nhắc nhở {tasks[0]}"), await office.HeadOfOffice.Types($"nhắc nhở {tasks[1]}"));

        await Task.WhenAll(
            office.Director.Presses(forms.Item1, "Nhắc nhở", ("legalBasis", Basis), ("text", Text)),
            office.HeadOfOffice.Presses(forms.Item2, "Nhắc nhở", ("legalBasis", Basis), ("text", Text))
        );

        var record = await office.Record();
        record.Reminders.Select(reminder => record.OrderOf(reminder, default)).ShouldBe([1, 2]);
        record.CountOn(new(2026, 12, 7), default).ShouldBe(2);
        (await office.Latest(office.HeadOfPlanning.Chat, "lần thứ 02/03")).Buttons.ShouldBe(["Giải trình"]);
    }

    [Fact]
    public async Task D_06_Nobody_else_reminds_sees_explains_or_decides()
    {
        await using var office = await Reminding.Late(issuer);
        var task = await office.TaskOf();
        (await office.Deputy.Types($"nhắc nhở {task}")).Words.ShouldContain("không có quyền");
        (await office.HeadOfIndustry.Types($"nhắc nhở {task}")).Words.ShouldContain("không có quyền");
        (await office.Deputy.Types($"xem {task}")).Buttons.ShouldNotContain("Nhắc nhở");
        await office.Remind(office.Director, task);
        var card = await office.Latest(office.HeadOfPlanning.Chat, Text);

        (await office.OfficerOfPlanning.Types($"xem {RecordId}")).Words.ShouldNotContain(Text);
        (await office.Deputy.Types($"xem {RecordId}")).Words.ShouldContain("Không tìm thấy");
        (await office.OfficerOfPlanning.Presses(card, "Giải trình")).Words.ShouldContain("không có quyền");
        (await office.HeadOfPlanning.Types($"rút {RecordId}")).Words.ShouldContain("không có quyền");
        (await office.Director.Types($"xem {RecordId}")).Words.ShouldContain(Text);
    }

    [Fact]
    public async Task R_54_What_cannot_be_delivered_comes_back_to_the_issuer_and_counts_when_it_arrives()
    {
        await using var office = await Reminding.Late(issuer);
        await office.HeadOfPlanning.Types("việc của tôi");
        var form = await office.Director.Types($"nhắc nhở {await office.TaskOf()}");
        office.Connector.Next(new ConnectorReply(403, """{"error":{"code":"BotNotInConversationRoster","message":"-"}}"""));

        await office.Director.Presses(form, "Nhắc nhở", ("legalBasis", Basis), ("text", Text));
        var back = await office.Latest(office.Director.Chat, "403 BotNotInConversationRoster");
        (await office.Record()).CountOn(new(2026, 12, 7), default).ShouldBe(0);
        var again = await office.Director.Presses(back, "Gửi lại");
        await office.Director.Presses(again, "Gửi lại");

        (await office.Latest(office.HeadOfPlanning.Chat, Text)).Buttons.ShouldBe(["Giải trình"]);
        (await office.EventsOfRecord()).ShouldBe(["Issued", "NotDelivered", "SentAgain", "Delivered"]);
        (await office.Record()).CountOn(new(2026, 12, 7), default).ShouldBe(1);
    }

    [Fact]
    public async Task R_54_In_a_channel_the_form_goes_to_the_leaders_own_chat()
    {
        await using var office = await Reminding.Late(issuer);
        var task = await office.TaskOf();
        await office.Director.Types("trợ giúp");

        (await office.Director.TypesIn(OfficeDriver.ChannelOf(SampleOrganisation.Planning), $"nhắc nhở {task}")).Line.ShouldNotBeNull();

        (await office.Latest(office.Director.Chat, "Nội dung nhắc nhở")).ShouldNotBeNull();
    }

    [Fact]
    public async Task R_54_What_is_not_late_is_not_reminded_of()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.AssignAndAccept()).Duty;

        (await office.Director.Types($"xem {task}")).Buttons.ShouldNotContain("Nhắc nhở");
        (await office.Director.Types($"nhắc nhở {task}")).Words.ShouldContain("chưa quá hạn");
    }

    [Fact]
    public async Task R_39_Of_a_late_answer_the_head_of_the_unit_is_reminded_in_English()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Consult();
        var round = (await office.Latest(SampleOrganisation.Industry, Routine.Work)).Duty;
        await office.PassUntil(12, 7, 8);
        await office.Director.Types("English");
        await office.HeadOfIndustry.Types("English");

        var form = await office.Director.Presses(await office.Director.Types($"show {round}"), "Remind");
        form.Words.ShouldContain("Formal reminder of late work");
        var person = ("person", $"{SampleOrganisation.Industry}|{SampleOrganisation.HeadOfIndustry}");
        await office.Director.Presses(form, "Remind", person, ("legalBasis", Basis), ("text", Text));

        var card = await office.Latest(office.HeadOfIndustry.Chat, Text);
        card.Words.ShouldContain("no. 1/3, the year 2026");
        card.Buttons.ShouldBe(["Explain"]);
        card.Duty.ShouldBe(DutyId.OfReminders(SampleOrganisation.HeadOfIndustry));
    }
}
