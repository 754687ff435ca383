using System.Text.RegularExpressions;
using DutyBot.Domain.Calendar;
using DutyBot.Tests.Fixtures;
using Microsoft.Playwright;
using NodaTime;
using static DutyBot.Tests.EndToEnd.PlaygroundPage;

namespace DutyBot.Tests.EndToEnd;

/// <summary>Weeks pass in minutes: whoever does nothing is told before the deadline, on it and after it, in the words of an office.</summary>
public sealed partial class ClockStoryTests
{
    private const string Work = "Lập kế hoạch kiểm tra an toàn hồ đập thủy điện trên địa bàn";
    private const string Obstacle = "Chủ đập chưa cung cấp hồ sơ kiểm định theo quy định.";

    private static readonly WorkingCalendar Calendar = VietnamCalendar.Default;

    private static LocalDate Today => Calendar.DateOf(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));

    [Fact]
    public async Task A_task_nobody_does_is_told_to_its_people_before_and_after_its_deadline()
    {
        using var data = new TestFolder();
        await using var program = await StartedProgram.Start(data.Root);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Start(playwright);
        var page = await PlaygroundPage.Open(browser, program.PlaygroundAddress, "clock-story");
        var deadline = Calendar.AddWorkingDays(Today, 20);
        var told = false;
        try
        {
            await Assign(page, deadline);
            await page.PassTo(Calendar.AddWorkingDays(deadline, -5), "ngày làm việc là đến hạn");
            await page.Shot("truoc-han");
            await page.PassTo(deadline, "đến hạn hoàn thành");
            await page.PassTo(Calendar.AddWorkingDays(deadline, 1), "đã quá hạn 01 ngày làm việc");
            await page.PassTo(Calendar.AddWorkingDays(deadline, 5), "Dự thảo nhắc nhở đã được chuẩn bị");
            await page.Shot("qua-han");
            var code = await CodeIn(page.Card("Dự thảo nhắc nhở đã được chuẩn bị"));
            await FollowUp(page);
            await Remind(page, code);
            await Review(page);
            told = true;
        }
        finally
        {
            if (!told)
            {
                await page.Shot("where-it-stopped");
                await File.WriteAllTextAsync(Repository.Path("artifacts", "screenshots", "clock-story", "program.log"), program.Output);
            }
        }
    }

    // The Office sees what is left lying, and urges the unit in its channel.
    private static async Task FollowUp(PlaygroundPage page)
    {
        await page.Play("Chánh Văn phòng Sở");
        await page.Say("tồn đọng");
        await Sees(page.Card("Việc tồn đọng"), "Phòng Quản lý công nghiệp");
        await page.Shot("ton-dong");
        await page.Say("đôn đốc");
        var form = page.Card("Đôn đốc thực hiện nhiệm vụ", "Đóng, không gửi");
        await form.GetByText("an toàn hồ đập").First.ClickAsync();
        await page.Shot("chon-viec-don-doc");
        await Press(form, "Gửi đôn đốc");
        await page.GoTo("Các phòng chuyên môn");
        await Sees(page.Post("Thông báo đôn đốc thực hiện nhiệm vụ"), Work);
        await page.Shot("don-doc");
    }

    // A leader reminds the accountable head, who alone is told.
    private static async Task Remind(PlaygroundPage page, string code)
    {
        await page.Play("Giám đốc Sở");
        await page.Say($"nhắc nhở {code}");
        var form = page.Card("Nhắc nhở việc chậm thực hiện nhiệm vụ", "Đóng, không gửi");
        await Fill(form, "Cơ sở pháp lý", "Quy chế làm việc của Sở Công Thương");
        await Fill(form, "Nội dung nhắc nhở", "Nhiệm vụ quá hạn nhiều ngày, chưa có báo cáo; đề nghị nghiêm túc rút kinh nghiệm");
        await page.Shot("nhac-nho");
        await Press(form, "Nhắc nhở");
        await Sees(page.Card("Gửi: Trưởng phòng Quản lý công nghiệp", "Nhắc nhở việc chậm thực hiện nhiệm vụ"), "Giải trình");
        await page.Shot("da-nhac-nho");
    }

    // The Office has what is open reviewed; the head marks it in the unit's channel, and the report comes by itself.
    private static async Task Review(PlaygroundPage page)
    {
        await page.Play("Chánh Văn phòng Sở");
        await page.Say("rà soát");
        var form = page.Card("Mở đợt rà soát nhiệm vụ", "Đóng, không gửi");
        await Fill(form, "Tên đợt rà soát", "Nhiệm vụ quá hạn trong quý");
        await page.Shot("mo-dot-ra-soat");
        await Press(form, "Mở đợt rà soát");
        await Sees(page.Card("Báo cáo rà soát nhiệm vụ"), "Đã rà soát 00/01 nhiệm vụ (0 %)");
        await page.GoTo("Các phòng chuyên môn");
        await Sees(page.Post("Đợt rà soát nhiệm vụ"), Work);
        await page.Shot("dot-ra-soat");
        await page.Play("Trưởng phòng Quản lý công nghiệp");
        await page.Say("rà soát");
        await Press(page.Card("Đợt rà soát nhiệm vụ"), "Rà soát");
        var marks = page.Card("Rà soát nhiệm vụ của đơn vị", "Đóng, không gửi");
        await page.Choose(marks, "Tình trạng nhiệm vụ số 01", "Vướng mắc");
        await Press(marks, "Lưu");
        await Sees(page.Card("Rà soát nhiệm vụ của đơn vị", "Đóng, không gửi"), "Đề nghị ghi lý do");
        await page.Shot("can-ghi-ly-do");
        await Fill(page.Card("Rà soát nhiệm vụ của đơn vị", "Đóng, không gửi"), "Ghi chú, lý do của nhiệm vụ số 01", Obstacle);
        await Press(page.Card("Rà soát nhiệm vụ của đơn vị", "Đóng, không gửi"), "Lưu");
        await Sees(page.Card("Đợt rà soát nhiệm vụ", "Đã ghi nhận."), Obstacle);
        await page.Shot("da-ra-soat");
        await Sees(page.Card("Gửi: Chánh Văn phòng Sở", "Báo cáo rà soát nhiệm vụ"), "Vướng mắc: 01");
        await page.Shot("bao-cao-ra-soat");
    }

    private static async Task<string> CodeIn(ILocator card) => Code().Match(await card.InnerTextAsync()).Value;

    [GeneratedRegex("NV-[0-9]{4}-[0-9A-Z]{5}")]
    private static partial Regex Code();

    private static async Task Assign(PlaygroundPage page, LocalDate deadline)
    {
        await page.Play("Phó Giám đốc Sở");
        await page.Say("giao việc");
        var form = page.Card("Giao nhiệm vụ", "Đóng, không gửi");
        await Fill(form, "Nội dung nhiệm vụ", Work);
        await Fill(form, "Sản phẩm phải hoàn thành", "Kế hoạch kiểm tra");
        await Fill(form, "Số, ký hiệu văn bản giao", "281/CĐ-TTg");
        await Fill(form, "Cơ quan ban hành", "Thủ tướng Chính phủ");
        await page.PickDate(form, "Ngày văn bản giao", Today);
        await page.PickDate(form, "Thời hạn hoàn thành", deadline);
        await page.Choose(form, "Đơn vị chủ trì", "Phòng Quản lý công nghiệp");
        await Press(form, "Giao nhiệm vụ");
        await Sees(page.Card(Work), "Đã ghi nhận.");
    }
}
