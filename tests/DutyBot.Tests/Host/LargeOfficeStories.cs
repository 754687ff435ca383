using System.Text;
using System.Text.Json;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;

namespace DutyBot.Tests.Host;

/// <summary>D-08: an office of hundreds of units and thousands of people, whose forms ask for names instead of listing everybody.</summary>
public sealed class LargeOfficeStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const int CardBudget = 24 * 1024;
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Fact]
    public async Task D_08_A_task_goes_to_the_unit_whose_name_was_typed_without_diacritics()
    {
        await using var office = await OpenLarge();
        var form = await office.Deputy.Types("giao việc");
        Size(form).ShouldBeLessThan(CardBudget);

        var found = await office.Deputy.Presses(form, "Giao nhiệm vụ", [.. Routine.TaskFields.Where(NotTheUnit), ("leadUnit.find", "ke hoach tai")]);
        found.Words.ShouldContain("Có một kết quả cho \"ke hoach tai\"");
        found.Values["leadUnit"].ShouldBe(SampleOrganisation.Planning.Value);
        found.Values["work"].ShouldBe(Routine.Work);
        (await office.Deputy.Presses(found, "Giao nhiệm vụ")).Words.ShouldContain("Đã ghi nhận.");

        (await office.Latest(SampleOrganisation.Planning, Routine.Work)).Mentioned.ShouldBe([SampleOrganisation.HeadOfPlanning.Value]);
    }

    [Fact]
    public async Task D_08_Every_unit_of_a_round_is_found_by_name_and_its_row_keeps_its_place()
    {
        await using var office = await OpenLarge();
        await office.Deputy.Presses(
            await office.Deputy.Types("giao việc"),
            "Giao nhiệm vụ",
            [.. Routine.TaskFields.Where(NotTheUnit), ("leadUnit.find", "Phòng Kế hoạch - Tài chính")]
        );
        var accept = await office.HeadOfPlanning.Presses(await office.Latest(SampleOrganisation.Planning, Routine.Work), "Tiếp nhận");
        await office.HeadOfPlanning.Presses(accept, "Tiếp nhận", ("officer", SampleOrganisation.OfficerOfPlanning.Value));
        var form = await office.HeadOfPlanning.Presses(await office.Latest(SampleOrganisation.Planning, Routine.Work), "Lấy ý kiến");
        (string, string)[] round =
        [
            .. Routine.RoundFields.Where(field => !field.Item1.StartsWith("unit.", StringComparison.Ordinal)),
            ("unit.1.find", "nghiệp vụ số 7"),
            ("unit.2.find", "Phòng Quản lý thương mại"),
        ];

        var refused = await office.HeadOfPlanning.Presses(form, "Lấy ý kiến", round);
        refused.Words.ShouldContain("kết quả cho \"nghiệp vụ số 7\"");
        refused.Values["unit.2"].ShouldBe(SampleOrganisation.Trade.Value);
        refused.Values["why.1"].ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_admin_finds_a_person_and_a_unit_by_name_and_same_names_are_told_apart_by_unit()
    {
        await using var office = await OpenLarge();
        var people = await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Cán bộ, chức vụ");
        Size(people).ShouldBeLessThan(CardBudget);
        var form = await office.HeadOfOffice.Presses(people, "Bổ nhiệm");
        Size(form).ShouldBeLessThan(CardBudget);

        var found = await office.HeadOfOffice.Presses(
            form,
            "Ghi nhận",
            ("person.find", "nguyen van binh"),
            ("unit.find", "Phòng Nghiệp vụ số 12"),
            ("position", nameof(Position.Head))
        );
        found.Words.ShouldContain("Nguyễn Văn Bình (Phòng Nghiệp vụ số 13)");
        (await office.HeadOfOffice.Presses(found, "Ghi nhận", ("person", PersonNo(13).Value))).Words.ShouldContain("Đã ghi nhận.");

        var organisation = await office.Organisation();
        organisation.HeadOf(UnitNo(12), Today).ShouldBe(PersonNo(13));
    }

    [Fact]
    public async Task The_admin_reads_all_units_page_by_page()
    {
        await using var office = await OpenLarge();
        var first = await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Đơn vị");
        first.Words.ShouldContain("(96 đơn vị)");
        first.Words.ShouldContain("Phòng Nghiệp vụ số 12");
        first.Buttons.ShouldNotContain("Quay lại");
        var second = await office.HeadOfOffice.Presses(first, "Xem tiếp");
        var third = await office.HeadOfOffice.Presses(second, "Xem tiếp");

        third.Words.ShouldContain("Phòng Nghiệp vụ số 90");
        third.Buttons.ShouldNotContain("Xem tiếp");
        Size(second).ShouldBeLessThan(CardBudget);
        (await office.HeadOfOffice.Presses(third, "Quay lại")).Words.ShouldBe(second.Words);
    }

    [Fact]
    public async Task D_08_Whoever_works_here_finds_units_and_people_without_diacritics()
    {
        await using var office = await OpenLarge();

        var answer = (await office.OfficerOfPlanning.Types("tim ke hoach tai chinh")).Words;
        answer.ShouldContain("Phòng Kế hoạch - Tài chính (KHTC) · người đứng đầu: Trưởng phòng Kế hoạch - Tài chính");
        (await office.OfficerOfPlanning.Types("tìm nghiệp vụ")).Words.ShouldContain("Còn ");
        (await office.OfficerOfPlanning.Types("find nobody")).Words.ShouldContain("Không tìm thấy");
        (await office.Outsider.Types("tìm kế hoạch")).Words.ShouldContain("Đồng chí không có quyền");
    }

    private static bool NotTheUnit((string Name, string Value) field) => field.Name != "leadUnit";

    private static int Size(Seen seen) => Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(seen.Card));

    private static UnitId UnitNo(int no) => new($"nv-{no}");

    private static PersonId PersonNo(int no) => new($"eeeeeeee-0000-4000-8000-{no:d12}");

    // Ten people have the same name, each in another unit.
    private async Task<OfficeDriver> OpenLarge()
    {
        var office = await OfficeDriver.Open(issuer);
        var admin = new Act(Instant.FromDateTimeOffset(office.Time.GetUtcNow()), SampleOrganisation.HeadOfOffice);
        foreach (var numbers in Enumerable.Range(1, 90).Chunk(30))
        {
            var answer = await office
                .App.Get<DutyDesk>()
                .Execute(DutyId.Organisation, new All(admin, [.. numbers.SelectMany(no => Unit(admin, no))]), office.Cancel);
            answer.Problems.ShouldBeEmpty();
        }

        return office;
    }

    private static OrganisationCommand[] Unit(Act admin, int no) =>
        [
            new CreateUnit(admin, new(UnitNo(no), $"Phòng Nghiệp vụ số {no}", $"NV{no}", UnitKind.Division, null), Today, "1/QĐ-SCT"),
            new RegisterPerson(admin, PersonNo(no), no % 9 == 4 ? "Nguyễn Văn Bình" : $"Lê Thị Số {no}", "", null),
            new Appoint(admin, PersonNo(no), UnitNo(no), no % 9 == 4 ? Position.Officer : Position.Head, Today, null),
        ];
}
