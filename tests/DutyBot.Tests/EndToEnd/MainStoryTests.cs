using DutyBot.Tests.Fixtures;
using Microsoft.Playwright;
using NodaTime;
using static DutyBot.Tests.EndToEnd.PlaygroundPage;

namespace DutyBot.Tests.EndToEnd;

/// <summary>One person at one page walks the whole story, in Vietnamese, against the program started as the README says.</summary>
public sealed class MainStoryTests
{
    private const string Work = "Xây dựng phương án di dời cơ sở gây ô nhiễm ra khỏi khu dân cư";
    private const string Question = "Đồng chí cho ý kiến về lộ trình di dời trong 06 tháng";
    private const string Objection = "Lộ trình 06 tháng chưa đủ để bố trí vốn trung hạn theo Luật Đầu tư công, dễ phát sinh nợ đọng";
    private const string Instead = "Kéo dài lộ trình thành 12 tháng, chia hai giai đoạn theo kế hoạch vốn năm 2027";
    private const string Explained = "Giữ lộ trình 06 tháng vì tình trạng ô nhiễm kéo dài, vốn lấy từ nguồn dự phòng đã được bố trí";
    private const string Divisions = "Các phòng chuyên môn";

    [Fact]
    public async Task A_disagreement_travels_from_request_card_to_leadership_decision()
    {
        using var data = new TestFolder();
        await using var program = await StartedProgram.Start(data.Root);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Start(playwright);
        var page = await PlaygroundPage.Open(browser, program.PlaygroundAddress, "main-story");
        var told = false;
        try
        {
            await Assign(page);
            await Accept(page);
            await Consult(page);
            await Answer(page);
            await Close(page);
            await Escalate(page);
            await Decide(page);
            told = true;
        }
        finally
        {
            if (!told)
            {
                await page.Shot("where-it-stopped");
                await File.WriteAllTextAsync(Repository.Path("artifacts", "screenshots", "main-story", "program.log"), program.Output);
            }
        }
    }

    private static async Task Assign(PlaygroundPage page)
    {
        var today = LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(7).Date);
        await page.GoTo("Personal Chat");
        await page.Say("giao việc");
        var form = page.Card("Giao nhiệm vụ", "Đóng, không gửi");
        await Press(form, "Giao nhiệm vụ");
        await Sees(form, "Chưa gửi được");
        await Sees(form, "Chưa xác định đơn vị chủ trì.");
        await Fill(form, "Nội dung nhiệm vụ", Work);
        await Fill(form, "Sản phẩm phải hoàn thành", "Tờ trình và dự thảo quyết định");
        await Fill(form, "Số, ký hiệu văn bản giao", "280/CĐ-TTg");
        await Fill(form, "Cơ quan ban hành", "Thủ tướng Chính phủ");
        await page.PickDate(form, "Ngày văn bản giao", today);
        await page.PickDate(form, "Thời hạn hoàn thành", today.PlusDays(30));
        await Tick(form, "Giữ nguyên thời hạn vào ngày nghỉ");
        await page.Choose(form, "Đơn vị chủ trì", "Phòng Quản lý công nghiệp");
        await page.Choose(form, "Mức độ khẩn", "Khẩn");
        await page.Shot("giao-viec");
        await Press(form, "Giao nhiệm vụ");
        await Sees(page.Card(Work), "Đã ghi nhận.");
        await page.Shot("da-giao");
    }

    private static async Task Accept(PlaygroundPage page)
    {
        await page.Play("Trưởng phòng Quản lý công nghiệp");
        await page.GoTo(Divisions);
        var post = page.Post(Work);
        await Sees(post, "KHẨN");
        await page.Shot("nhiem-vu-moi");
        await Press(post, "Tiếp nhận");
        // The form has the same button as the card it took the place of.
        await Sees(post, "Đóng, không gửi");
        await Press(post, "Tiếp nhận");
        await Sees(post, "Chưa rõ người");
        await page.Choose(post, "Người thực hiện", "Chuyên viên Quản lý công nghiệp");
        await Press(post, "Tiếp nhận");
        await Sees(post, "Đang thực hiện");
        await page.Shot("da-tiep-nhan");
    }

    private static async Task Consult(PlaygroundPage page)
    {
        var form = page.Post(Work);
        await Press(form, "Lấy ý kiến");
        await Fill(form, "Nội dung xin ý kiến số 01", Question);
        await Fill(form, "Quan điểm bước đầu", "Phòng Quản lý công nghiệp đề xuất hoàn thành di dời trong 06 tháng");
        await page.Choose(form, "Đơn vị được lấy ý kiến số 01", "Phòng Kế hoạch - Tài chính");
        await Fill(form, "Lý do cần lấy ý kiến đơn vị số 01", "Phòng thẩm định nguồn vốn và kế hoạch đầu tư của phương án");
        await page.Choose(form, "Đơn vị được lấy ý kiến số 02", "Phòng Quản lý thương mại");
        await Fill(form, "Lý do cần lấy ý kiến đơn vị số 02", "Phòng quản lý mạng lưới cơ sở kinh doanh bị ảnh hưởng bởi việc di dời");
        await page.Shot("lay-y-kien");
        await Press(form, "Lấy ý kiến");
        await Sees(RequestTo(page, "Phòng Kế hoạch - Tài chính"), Question);
        await Sees(RequestTo(page, "Phòng Quản lý thương mại"), Question);
        await page.Shot("phieu-lay-y-kien");
    }

    private static async Task Answer(PlaygroundPage page)
    {
        await page.Play("Chuyên viên Kế hoạch - Tài chính");
        await page.GoTo(Divisions);
        await Press(RequestTo(page, "Phòng Kế hoạch - Tài chính"), "Dự thảo trả lời");
        await page.Choose(Newest(page), "Chính kiến về nội dung số 01", "Không thống nhất");
        await Fill(Newest(page), "Ý kiến về nội dung số 01", Objection);
        await Press(Newest(page), "Lưu dự thảo");
        await page.Play("Trưởng phòng Kế hoạch - Tài chính");
        await page.GoTo(Divisions);
        await Press(RequestTo(page, "Phòng Kế hoạch - Tài chính"), "Trả lời");
        await Press(Newest(page), "Gửi chính thức");
        await Sees(Newest(page), "phương án thay thế");
        await Fill(Newest(page), "Phương án thay thế cho nội dung số 01", Instead);
        await page.Shot("khong-thong-nhat");
        await Press(Newest(page), "Gửi chính thức");

        await page.Play("Trưởng phòng Quản lý thương mại");
        await page.GoTo(Divisions);
        await Press(RequestTo(page, "Phòng Quản lý thương mại"), "Trả lời");
        await page.Choose(Newest(page), "Chính kiến về nội dung số 01", "Thống nhất");
        await Tick(Newest(page), "Đã xem xét nội dung thuộc phạm vi quản lý");
        await Press(Newest(page), "Gửi chính thức");
    }

    // The card on which a form was opened: the only one with a button to close it.
    private static ILocator Newest(PlaygroundPage page) => page.Card("trả lời phiếu lấy ý kiến", "Đóng, không gửi");

    private static ILocator RequestTo(PlaygroundPage page, string unit) => page.Post("Phiếu lấy ý kiến phối hợp", unit);

    private static async Task Close(PlaygroundPage page)
    {
        await page.Play("Trưởng phòng Quản lý công nghiệp");
        var summary = page.Card("Tổng hợp ý kiến tham gia", Objection);
        await page.Shot("tong-hop-y-kien");
        await Press(summary, "Tiếp thu, giải trình");
        var form = page.Card("Tiếp thu, giải trình ý kiến", "Đóng, không gửi");
        await Pick(form, "Giải trình");
        await Fill(form, "Nội dung giải trình ý kiến số 01", Explained);
        await Press(form, "Tiếp thu, giải trình");
        await Press(page.Card("Tổng hợp ý kiến tham gia", Explained), "Kết thúc lấy ý kiến");
        await Press(page.Card("Kết thúc lấy ý kiến", "Đóng, không gửi"), "Kết thúc lấy ý kiến");
        await page.Shot("ket-thuc-lay-y-kien");
    }

    private static async Task Escalate(PlaygroundPage page)
    {
        await Press(page.Card("Tổng hợp ý kiến tham gia", "Đã kết thúc lấy ý kiến"), "Trình lãnh đạo");
        var form = page.Card("Trình xin ý kiến chỉ đạo", "Đóng, không gửi");
        await Fill(form, "Những nội dung còn ý kiến khác nhau", "Thời gian di dời: 06 tháng hay 12 tháng");
        await Fill(form, "Cơ sở pháp lý", "Luật Bảo vệ môi trường; Công điện 280/CĐ-TTg");
        await Fill(form, "Thẩm quyền quyết định", "Giám đốc Sở");
        await Fill(form, "Quan điểm của đơn vị chủ trì", "Phòng Quản lý công nghiệp giữ quan điểm hoàn thành trong 06 tháng");
        await Fill(form, "Phương án số 01", "Di dời trong 06 tháng bằng nguồn dự phòng");
        await Fill(form, "Phương án số 02", "Di dời trong 12 tháng theo kế hoạch vốn năm 2027");
        await page.Choose(form, "Phương án chọn", "Phương án số 01");
        await Fill(form, "Lý do chọn phương án", "Chấm dứt sớm tình trạng ô nhiễm, nguồn vốn đã được bố trí");
        await page.Shot("trinh-lanh-dao");
        await Press(form, "Trình lãnh đạo");
        await page.Play("Giám đốc Sở");
    }

    private static async Task Decide(PlaygroundPage page)
    {
        var escalation = page.Card("Trình xin ý kiến chỉ đạo", Objection, Explained);
        await Sees(escalation, Instead);
        await page.Shot("the-trinh");
        await Press(escalation, "Cho ý kiến chỉ đạo");
        var form = page.Card("Cho ý kiến chỉ đạo", "Đóng, không gửi");
        await Pick(form, "Phương án số 01");
        await Press(form, "Cho ý kiến chỉ đạo");
        await Sees(page.Card("Trình xin ý kiến chỉ đạo", Objection), "Đã có ý kiến chỉ đạo");
        await page.Say("việc của tôi");
        await Sees(page.Card("Hiện không có việc nào cần xử lý."), "Việc của tôi");
        await page.GoTo(Divisions);
        await Sees(page.Post("Ý kiến chỉ đạo của lãnh đạo"), "Di dời trong 06 tháng bằng nguồn dự phòng");
        await page.Shot("y-kien-chi-dao");
    }
}
