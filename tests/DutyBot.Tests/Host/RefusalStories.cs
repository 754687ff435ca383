using System.Text;
using System.Text.Json;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Host;

/// <summary>What does not go, and how the person is told.</summary>
public sealed class RefusalStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Forbidden = "Đồng chí không có quyền thực hiện thao tác này.";
    private const string Unreadable = "Không đọc được nội dung gửi lên.";

    [Fact]
    public async Task R_06_Only_the_head_of_the_lead_unit_may_accept()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var card = await office.Assign();

        foreach (var other in new[] { office.HeadOfIndustry, office.OfficerOfPlanning, office.Deputy, office.Outsider })
        {
            (await other.Presses(card, "Tiếp nhận")).Words.ShouldContain(Forbidden);
        }
    }

    [Fact]
    public async Task D_06_A_form_that_somebody_else_opened_gives_no_right()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.HeadOfPlanning.Presses(await office.Assign(), "Tiếp nhận");

        var answer = await office.OfficerOfPlanning.Presses(form, "Tiếp nhận", ("officer", SampleOrganisation.OfficerOfPlanning.Value));

        answer.Words.ShouldContain(Forbidden);
        (await office.Store.Load(form.Duty, office.Cancel)).Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_outside_the_organisation_sees_nothing_and_assigns_nothing()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var card = await office.Assign();

        (await office.Outsider.Types(card.Duty.Value)).Words.ShouldContain($"Không tìm thấy {card.Duty}");
        (await office.Outsider.Types("giao việc")).Words.ShouldContain(Forbidden);
        (await office.Outsider.Types("việc của tôi")).Words.ShouldContain("Hiện không có việc nào cần xử lý.");
    }

    [Fact]
    public async Task D_07_An_old_card_says_that_it_is_old_and_shows_the_way_to_the_new_one()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var old = await office.Assign();
        var form = await office.HeadOfPlanning.Presses(old, "Tiếp nhận");
        await office.HeadOfPlanning.Presses(form, "Tiếp nhận", ("officer", SampleOrganisation.OfficerOfPlanning.Value));

        var answer = await office.HeadOfPlanning.Presses(old, "Trả lại");

        answer.Words.ShouldContain("Nhiệm vụ đã có thay đổi.");
        (await office.HeadOfPlanning.Presses(answer, "Xem chi tiết")).Words.ShouldContain("Đang thực hiện");
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{"dutybot":"task.accept"}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{"dutybot":{"verb":"task.accept"}}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{"dutybot":{"verb":"task.accept","duty":"NV"}}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{"dutybot":{"verb":"task.accept","duty":"NV-2026-00000"}}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{"dutybot":{"verb":"task.accept","duty":"{round}"}}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{"dutybot":{"verb":"form.task.consult","duty":"{round}"}}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{"dutybot":{"verb":"form.task.assign","duty":"ORGANISATION"}}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{"dutybot":{"verb":"form.task.assign","duty":"YK-2026-00000"}}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{"dutybot":{"verb":"task.consult","duty":"{task}"}}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{"dutybot":{"verb":"consult.answer","duty":"{round}"}}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{"dutybot":{"verb":"consult.answer","duty":"{task}"}}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":{"dutybot":{"verb":"escalation.decide","duty":"{task}"}}}}""")]
    public async Task What_no_button_of_ours_sends_is_unreadable_and_changes_nothing(string value)
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.Consult()).Duty;
        var round = (await office.Latest(SampleOrganisation.Industry, Routine.Work)).Duty;
        var forged = value.Replace("{task}", task.Value, StringComparison.Ordinal).Replace("{round}", round.Value, StringComparison.Ordinal);

        (await office.Deputy.Sends(office.Deputy.Chat, JsonElement.Parse(forged))).Words.ShouldContain(Unreadable);

        (await office.Store.Load(task, office.Cancel)).Events.Count.ShouldBe(3);
        (await office.Store.Load(round, office.Cancel)).Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_everything_typed_and_every_problem()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.Deputy.Types("giao việc");
        (string Id, string Value)[] typed =
        [
            .. Routine.TaskFields,
            ("documentSymbol", "số 5"),
            ("deadline", "2026-11-20"),
            ("requirement", "Báo cáo hằng tuần"),
            ("coordinatingUnits", SampleOrganisation.Trade.Value),
        ];

        var again = await office.Deputy.Presses(form, "Giao nhiệm vụ", typed);

        again.Words.ShouldContain("Số, ký hiệu chưa đúng.");
        again.Words.ShouldContain("Thời hạn phải sau thời điểm giao.");
        foreach (var (id, value) in typed.ToLookup(field => field.Id).Select(fields => fields.Last()))
        {
            again.Values[id].ShouldBe(value);
        }

        var mended = await office.Deputy.Presses(again, "Giao nhiệm vụ", ("documentSymbol", "280/CĐ-TTg"), ("deadline", "2026-12-25"));
        mended.Words.ShouldContain("Đã ghi nhận.");
    }

    [Fact]
    public async Task D_02_A_text_that_calls_itself_secret_is_refused_and_kept_nowhere()
    {
        const string secret = "Kế hoạch di chuyển kho số bảy";
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.Deputy.Types("giao việc");

        var answer = await office.Deputy.Presses(form, "Giao nhiệm vụ", [.. Routine.TaskFields, ("requirement", $"TỐI MẬT\n{secret}")]);
        var task = await office.Assign();

        answer.Words.ShouldContain("Không nhập thông tin, tài liệu thuộc bí mật nhà nước");
        task.Words.ShouldNotContain(secret);
        await office.Stop();
        FilesContain(office, Routine.Work).ShouldBeTrue();
        FilesContain(office, secret).ShouldBeFalse();
        office.App.Logs.All.ShouldNotContain(secret);
        office.Connector.Requests.ShouldAllBe(request => !request.Body.Contains(secret));
    }

    [Fact]
    public async Task An_unknown_line_is_answered_with_what_to_do()
    {
        await using var office = await OfficeDriver.Open(issuer);

        (await office.Deputy.Types("làm ơn giúp với")).Words.ShouldContain("Chưa hiểu câu lệnh \"làm ơn giúp với\". Gõ \"trợ giúp\"");
        (await office.Deputy.Types("tiếp nhận")).Words.ShouldContain("Đề nghị ghi thêm mã số");
        (await office.Deputy.Types("xem")).Words.ShouldContain("Đề nghị ghi thêm mã số");
        (await office.Deputy.Types("chỉ đạo NV-2026-00000")).Words.ShouldContain("Mã số này không dùng được");
        (await office.Deputy.Types("NV-2026-00000")).Words.ShouldContain("Không tìm thấy NV-2026-00000");
    }

    // The bytes of a text, in any file of the store of a program that was stopped.
    private static bool FilesContain(OfficeDriver office, string text) =>
        Directory
            .EnumerateFiles(Path.GetDirectoryName(office.Database)!)
            .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);
}
