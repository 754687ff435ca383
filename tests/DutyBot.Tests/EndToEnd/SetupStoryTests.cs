using DutyBot.Tests.Fixtures;
using Microsoft.Playwright;
using NodaTime;
using static DutyBot.Tests.EndToEnd.PlaygroundPage;

namespace DutyBot.Tests.EndToEnd;

/// <summary>An admin sets up an organisation from nothing, assigns its first task and merges two units; nobody else is needed for it.</summary>
public sealed class SetupStoryTests
{
    private const string Work = "Rà soát danh mục cụm công nghiệp trên địa bàn tỉnh";
    private const string Basis = "25/QĐ-UBND ngày 20/11/2026";

    [Fact]
    public async Task A_new_organisation_comes_from_nothing_to_its_first_task_and_merges_two_units()
    {
        using var data = new TestFolder();
        await using var program = await StartedProgram.Start(data.Root, options: ["--empty"]);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Start(playwright);
        var page = await PlaygroundPage.Open(browser, program.PlaygroundAddress, "setup-story");
        var told = false;
        try
        {
            await Name(page);
            await RegisterPeople(page);
            await CreateUnits(page);
            await AppointHeads(page);
            await BindChannels(page);
            await Assign(page);
            await Merge(page);
            told = true;
        }
        finally
        {
            if (!told)
            {
                await page.Shot("where-it-stopped");
                await File.WriteAllTextAsync(Repository.Path("artifacts", "screenshots", "setup-story", "program.log"), program.Output);
            }
        }
    }

    private static async Task Name(PlaygroundPage page)
    {
        // The team's channel is opened once, so that DutyBot learns of the team.
        await page.GoTo("Các phòng chuyên môn");
        await Sees(page.Post("DutyBot đã vào nhóm"), "Quản trị viên");
        await page.GoTo("Personal Chat");
        await page.Say("cấu hình");
        var card = page.Card("Các bước thiết lập");
        await Sees(card, "Cơ quan chưa đặt tên");
        await page.Shot("bat-dau");
        await Press(card, "Bước tiếp theo");
        await Fill(page.Card("Tên và ngôn ngữ"), "Tên cơ quan", "Sở Công Thương");
        await Press(page.Card("Tên và ngôn ngữ"), "Ghi nhận");
        await Sees(Setup(page), "Bước 1: Đặt tên cơ quan – đã xong");
    }

    private static async Task RegisterPeople(PlaygroundPage page)
    {
        await Press(Setup(page), "Bước tiếp theo");
        var form = page.Card("Thêm cán bộ từ nhóm Teams");
        foreach (
            var person in new[]
            {
                "Phó Giám đốc Sở",
                "Giám đốc Sở",
                "Chánh Văn phòng Sở",
                "Trưởng phòng Kế hoạch - Tài chính",
                "Trưởng phòng Quản lý công nghiệp",
            }
        )
        {
            await form.GetByText(person, new() { Exact = true }).ClickAsync();
        }

        await page.Shot("them-can-bo");
        await Press(form, "Ghi nhận");
        await Sees(Setup(page), "Bước 2: Thêm cán bộ từ nhóm Teams – đã xong");
    }

    private static async Task CreateUnits(PlaygroundPage page)
    {
        await Create(page, "Ban Giám đốc", "BGĐ", "Lãnh đạo cơ quan");
        await Create(page, "Văn phòng Sở", "VP", "Văn phòng");
        await Create(page, "Phòng Kế hoạch - Tài chính", "KHTC", "Phòng");
        await Create(page, "Phòng Quản lý công nghiệp", "QLCN", "Phòng");
        await Press(Setup(page), "Đơn vị");
        await Sees(page.Card("Cơ cấu tổ chức"), "Phòng Quản lý công nghiệp (chưa có người đứng đầu)");
        await page.Shot("co-cau-to-chuc");
    }

    private static async Task Create(PlaygroundPage page, string name, string shortName, string kind)
    {
        await Press(Setup(page), "Đơn vị");
        await Press(page.Card("Cơ cấu tổ chức"), "Thêm đơn vị");
        var form = page.Card("Tên viết tắt");
        await Press(form, "Ghi nhận");
        await Sees(form, "Chưa gửi được");
        await Fill(form, "Tên đơn vị", name);
        await Fill(form, "Tên viết tắt", shortName);
        await page.Choose(form, "Loại đơn vị", kind);
        await Fill(form, "Văn bản làm căn cứ", Basis);
        await Press(form, "Ghi nhận");
        await Sees(Setup(page), "Đã ghi nhận.");
    }

    private static async Task AppointHeads(PlaygroundPage page)
    {
        await page.Say("cấu hình");
        await Appoint(page, "Giám đốc Sở", "Ban Giám đốc");
        await Appoint(page, "Chánh Văn phòng Sở", "Văn phòng Sở");
        await Appoint(page, "Trưởng phòng Kế hoạch - Tài chính", "Phòng Kế hoạch - Tài chính");
        await ChooseHead(page, "Trưởng phòng Quản lý công nghiệp", "Phòng Quản lý công nghiệp");
        await Sees(Setup(page), "Bước 5: Bổ nhiệm người đứng đầu mỗi đơn vị – đã xong");
    }

    private static async Task Appoint(PlaygroundPage page, string person, string unit)
    {
        await Press(Setup(page), "Cán bộ, chức vụ");
        await Press(page.Card("Danh sách cán bộ"), "Bổ nhiệm");
        var form = page.Card("Bổ nhiệm chức vụ");
        await page.Choose(form, "Cán bộ", person);
        await page.Choose(form, "Đơn vị", unit);
        await page.Choose(form, "Chức vụ", "Người đứng đầu");
        await Press(form, "Ghi nhận");
        await Sees(Setup(page), "Đã ghi nhận.");
    }

    // As Appoint, with the host's own search for people.
    private static async Task ChooseHead(PlaygroundPage page, string person, string unit)
    {
        await Press(Setup(page), "Cán bộ, chức vụ");
        await Press(page.Card("Danh sách cán bộ"), "Chọn lãnh đạo");
        var form = page.Card("Chọn lãnh đạo đơn vị");
        await page.Choose(form, "Đơn vị", unit);
        await page.PickPerson(form, "Người đứng đầu", "Trưởng", person);
        await page.Shot("chon-lanh-dao");
        await Press(form, "Ghi nhận");
        await Sees(Setup(page), "Đã ghi nhận.");
    }

    private static async Task BindChannels(PlaygroundPage page)
    {
        foreach (var unit in new[] { "Văn phòng Sở", "Phòng Kế hoạch - Tài chính", "Phòng Quản lý công nghiệp" })
        {
            await Press(Setup(page), "Kênh làm việc");
            await Press(page.Card("Kênh của từng đơn vị"), "Gắn kênh");
            var form = page.Card("Gắn kênh với đơn vị");
            await page.Choose(form, "Đơn vị", unit);
            await page.Choose(form, "Kênh", "Sở Công Thương – Các phòng chuyên môn");
            await Press(form, "Ghi nhận");
            await Sees(Setup(page), "Đã ghi nhận.");
        }

        await Sees(Setup(page), "Cơ quan đã sẵn sàng giao nhiệm vụ.");
        await page.Shot("san-sang");
    }

    private static async Task Assign(PlaygroundPage page)
    {
        var today = LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(7).Date);
        await page.Play("Giám đốc Sở");
        await page.Say("giao việc");
        var form = page.Card("Giao nhiệm vụ", "Đóng, không gửi");
        await Fill(form, "Nội dung nhiệm vụ", Work);
        await Fill(form, "Sản phẩm phải hoàn thành", "Báo cáo kết quả rà soát");
        await Fill(form, "Số, ký hiệu văn bản giao", "280/CĐ-TTg");
        await Fill(form, "Cơ quan ban hành", "Thủ tướng Chính phủ");
        await page.PickDate(form, "Ngày văn bản giao", today);
        await page.PickDate(form, "Thời hạn hoàn thành", today.PlusDays(30));
        await Tick(form, "Giữ nguyên thời hạn vào ngày nghỉ");
        await page.Choose(form, "Đơn vị chủ trì", "Phòng Kế hoạch - Tài chính");
        await Press(form, "Giao nhiệm vụ");
        await Sees(page.Card(Work), "Đã ghi nhận.");
        await page.Shot("nhiem-vu-dau-tien");
    }

    private static async Task Merge(PlaygroundPage page)
    {
        await page.Play("Phó Giám đốc Sở");
        await page.Say("cấu hình");
        await Assertions.Expect(Setup(page)).Not.ToContainTextAsync("Đã ghi nhận.");
        await Press(Setup(page), "Đơn vị");
        await Press(page.Card("Cơ cấu tổ chức"), "Sáp nhập");
        var form = page.Card("Sáp nhập đơn vị");
        await form.GetByText("Phòng Kế hoạch - Tài chính", new() { Exact = true }).First.ClickAsync();
        await page.Choose(form, "Sáp nhập vào đơn vị hiện có", "Phòng Quản lý công nghiệp");
        await Fill(form, "Văn bản làm căn cứ", Basis);
        await page.Shot("sap-nhap");
        await Press(form, "Ghi nhận");
        await Sees(Setup(page), "Đã ghi nhận.");
        await page.GoTo("Các phòng chuyên môn");
        await Sees(page.Post(Work), "Phòng Quản lý công nghiệp");
        await page.Shot("nhiem-vu-cua-don-vi-ke-thua");
    }

    private static ILocator Setup(PlaygroundPage page) => page.Card("Các bước thiết lập");
}
