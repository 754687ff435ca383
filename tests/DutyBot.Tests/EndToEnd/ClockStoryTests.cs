using DutyBot.Domain.Calendar;
using DutyBot.Tests.Fixtures;
using Microsoft.Playwright;
using NodaTime;
using static DutyBot.Tests.EndToEnd.PlaygroundPage;

namespace DutyBot.Tests.EndToEnd;

/// <summary>Weeks pass in minutes: whoever does nothing is told before the deadline, on it and after it, in the words of an office.</summary>
public sealed class ClockStoryTests
{
    private const string Work = "Lập kế hoạch kiểm tra an toàn hồ đập thủy điện trên địa bàn";

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
            await page.PassTo(Calendar.AddWorkingDays(deadline, 5), "Đề nghị xem xét việc nhắc nhở");
            await page.Shot("qua-han");
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
