using DutyBot.Development;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Host;

/// <summary>Competences, norms and templates: kept by an admin, used by everybody .</summary>
public sealed class CatalogueStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Forbidden = "Đồng chí không có quyền thực hiện thao tác này.";
    private const string Saved = "Đã ghi nhận.";

    private static readonly (string, string)[] Clusters =
    [
        ("field", "Quản lý cụm công nghiệp"),
        ("action", nameof(CompetenceAction.Decide)),
        ("unit", SampleOrganisation.Industry.Value),
        ("from", "2026-11-01"),
        ("basis", "20/QĐ-UBND"),
    ];

    private static readonly (string, string)[] Norm = [("category", "Báo cáo chuyên đề"), ("workingDays", "10"), ("basis", "22/QĐ-SCT")];

    private static readonly (string, string)[] Monthly =
    [
        ("name", "Báo cáo tháng"),
        ("work", "Báo cáo kết quả công tác tháng"),
        ("deliverable", "Báo cáo theo mẫu"),
        ("workingDays", "5"),
    ];

    [Fact]
    public async Task R_23_Everybody_may_ask_whose_task_it_is()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await Send(office, "Giao lĩnh vực", "Ghi nhận", Clusters);

        var answer = await office.OfficerOfIndustry.Types("việc này của ai cụm công nghiệp");

        answer.Words.ShouldContain("Quản lý cụm công nghiệp: ");
        answer.Words.ShouldContain("quyết định, từ Chủ nhật, 01/11/2026, căn cứ: 20/QĐ-UBND");
        (await office.OfficerOfIndustry.Types("viec nay cua ai đất đai")).Words.ShouldContain("Chưa có đơn vị nào được giao lĩnh vực \"đất đai\"");
    }

    [Fact]
    public async Task R_23_A_second_decider_in_a_field_is_refused_and_filled_in_again()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await Send(office, "Giao lĩnh vực", "Ghi nhận", Clusters);

        var again = await Send(office, "Giao lĩnh vực", "Ghi nhận", [.. Clusters, ("unit", SampleOrganisation.Trade.Value)]);

        again.Words.ShouldContain("Mỗi lĩnh vực tại một thời điểm chỉ có một đơn vị quyết định.");
        again.Values["field"].ShouldBe("Quản lý cụm công nghiệp");
        (await Count<OrganisationEvent.CompetenceAssigned>(office)).ShouldBe(1);
    }

    [Fact]
    public async Task R_23_A_competence_that_ended_is_nobodys()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await Send(office, "Giao lĩnh vực", "Ghi nhận", Clusters);
        var form = await Form(office, "Thôi lĩnh vực");
        (string, string)[] ending =
        [
            ("field", $"Decide:{SampleOrganisation.Industry}:Quản lý cụm công nghiệp"),
            ("until", "2026-11-20"),
            ("basis", "21/QĐ-UBND"),
        ];

        (await office.HeadOfOffice.Presses(form, "Thôi lĩnh vực", [.. ending, ("basis", "")])).Words.ShouldContain("Đề nghị ghi văn bản làm căn cứ");
        (await office.HeadOfOffice.Presses(form, "Thôi lĩnh vực", ending)).Words.ShouldContain(Saved);
        (await office.HeadOfOffice.Presses(form, "Thôi lĩnh vực", ending)).Words.ShouldContain(Saved);

        (await Count<OrganisationEvent.CompetenceEnded>(office)).ShouldBe(1);
        (await office.Deputy.Types("whose task is this cụm công nghiệp")).Words.ShouldContain("Chưa có đơn vị nào");
    }

    [Fact]
    public async Task R_12_A_norm_is_set_on_a_basis()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var again = await Send(office, "Đặt định mức", "Ghi nhận", [.. Norm, ("basis", ""), ("workingDays", "mười")]);
        again.Words.ShouldContain("Số ngày làm việc phải từ 1 đến 500.");
        again.Values["workingDays"].ShouldBe("mười");

        await office.HeadOfOffice.Presses(again, "Ghi nhận", Norm);
        await office.HeadOfOffice.Presses(again, "Ghi nhận", Norm);

        (await Count<OrganisationEvent.NormSet>(office)).ShouldBe(1);
        (await Area(office)).Words.ShouldContain("Báo cáo chuyên đề: 10 ngày làm việc, từ thứ Hai, 23/11/2026, căn cứ: 22/QĐ-SCT");
    }

    [Fact]
    public async Task R_12_The_assignment_proposes_the_norm_and_a_short_term_is_confirmed_on_the_card()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await Send(office, "Đặt định mức", "Ghi nhận", Norm);
        var form = await office.Deputy.Types("giao việc");
        form.Words.ShouldContain("Báo cáo chuyên đề – 10 ngày làm việc, đến thứ Ba, 08/12/2026");
        (string, string)[] hurried = [.. Routine.TaskFields, ("category", "Báo cáo chuyên đề"), ("deadline", "2026-11-27")];

        var refused = await office.Deputy.Presses(form, "Giao nhiệm vụ", hurried);
        refused.Words.ShouldContain("có định mức 10 ngày làm việc; thời hạn này chỉ còn 03 ngày làm việc");
        await office.Deputy.Presses(refused, "Giao nhiệm vụ", ("shortTermConfirmed", "true"));

        (await office.Latest(SampleOrganisation.Planning, Routine.Work)).Words.ShouldContain(
            "Báo cáo chuyên đề (định mức 10 ngày làm việc; người giao xác nhận thời hạn ngắn)"
        );
    }

    [Fact]
    public async Task A_template_opens_the_assignment_filled_in_with_a_date_of_the_offices_calendar()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await Send(office, "Lưu mẫu", "Ghi nhận", Monthly);

        var form = await office.Deputy.Types("giao viec bao cao thang");

        form.Values["work"].ShouldBe("Báo cáo kết quả công tác tháng");
        form.Values["deliverable"].ShouldBe("Báo cáo theo mẫu");
        // Five working days after 23/11, and 24/11 is a public holiday.
        form.Values["deadline"].ShouldBe("2026-12-01");
        (await office.Deputy.Types("assign nothing of the kind")).Words.ShouldContain("Không có mẫu giao việc tên \"nothing of the kind\"");
    }

    [Fact]
    public async Task A_template_is_saved_once_and_removed()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await Form(office, "Lưu mẫu");
        (await office.HeadOfOffice.Presses(form, "Ghi nhận", [.. Monthly, ("work", "")])).Values["name"].ShouldBe("Báo cáo tháng");
        await office.HeadOfOffice.Presses(form, "Ghi nhận", Monthly);
        (await office.HeadOfOffice.Presses(form, "Ghi nhận", Monthly)).Words.ShouldContain(Saved);
        var removing = await Form(office, "Xóa mẫu");

        (await office.HeadOfOffice.Presses(removing, "Xóa mẫu")).Words.ShouldContain("Đề nghị ghi tên.");
        (await office.HeadOfOffice.Presses(removing, "Xóa mẫu", ("name", "Báo cáo tháng"))).Words.ShouldContain(Saved);
        await office.HeadOfOffice.Presses(removing, "Xóa mẫu", ("name", "Báo cáo tháng"));

        (await Count<OrganisationEvent.TemplateSaved>(office)).ShouldBe(1);
        (await Count<OrganisationEvent.TemplateRemoved>(office)).ShouldBe(1);
    }

    [Fact]
    public async Task Only_an_admin_keeps_the_catalogue()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var area = await Area(office);

        foreach (
            var (button, send) in new[]
            {
                ("Giao lĩnh vực", "Ghi nhận"),
                ("Thôi lĩnh vực", "Thôi lĩnh vực"),
                ("Đặt định mức", "Ghi nhận"),
                ("Lưu mẫu", "Ghi nhận"),
                ("Xóa mẫu", "Xóa mẫu"),
            }
        )
        {
            (await office.Deputy.Presses(area, button)).Words.ShouldContain(Forbidden);
            (await office.Deputy.Presses(await office.HeadOfOffice.Presses(area, button), send)).Words.ShouldContain(Forbidden);
        }
    }

    private static async Task<Seen> Area(OfficeDriver office) =>
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Danh mục");

    private static async Task<Seen> Form(OfficeDriver office, string button) => await office.HeadOfOffice.Presses(await Area(office), button);

    private static async Task<Seen> Send(OfficeDriver office, string button, string send, (string, string)[] typed) =>
        await office.HeadOfOffice.Presses(await Form(office, button), send, typed);

    private static async Task<int> Count<T>(OfficeDriver office)
        where T : OrganisationEvent => (await office.App.Get<OrganisationBook>().History(office.Cancel)).OfType<T>().Count();
}
