using System.Text.Json.Nodes;
using DutyBot.Development;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>The forms with which an admin ends, withdraws and binds; today is 23/11/2026.</summary>
public sealed class AdministrationFormStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Team = "19:team@thread.tacv2";
    private const string Private = "19:private@thread.tacv2";
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Fact]
    public async Task D_04_A_unit_is_dissolved_and_without_a_successor_its_parent_goes_on()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensUnitForm("Giải thể");
        (string, string)[] dissolution = [("unit", SampleOrganisation.Trade.Value), ("from", "2026-12-01")];
        var refused = await office.HeadOfOffice.Presses(form, "Ghi nhận", dissolution);
        refused.Words.ShouldContain("Đề nghị ghi văn bản làm căn cứ");

        (await office.HeadOfOffice.Presses(refused, "Ghi nhận", ("basis", "25/QĐ-SCT"))).Words.ShouldContain("Đã ghi nhận.");
        (await office.HeadOfOffice.Presses(refused, "Ghi nhận", ("basis", "25/QĐ-SCT"))).Words.ShouldContain("Đã ghi nhận.");

        (await office.Organisation()).SuccessorOf(SampleOrganisation.Trade, new LocalDate(2026, 12, 1)).ShouldBe(SampleOrganisation.Leadership);
    }

    [Fact]
    public async Task D_03_An_admin_ends_a_delegation_and_is_told_when_there_is_none()
    {
        await using var office = await OfficeDriver.Open(issuer);
        (string, string)[] between = [("grantor", SampleOrganisation.HeadOfPlanning.Value), ("delegate", SampleOrganisation.OfficerOfPlanning.Value)];
        var end = await office.OpensForm("Cán bộ, chức vụ", "Chấm dứt ủy quyền");
        (await office.HeadOfOffice.Presses(end, "Ghi nhận", between)).Words.ShouldContain("Không có ủy quyền này vào ngày đã ghi.");
        await office.HeadOfOffice.Presses(
            await office.OpensForm("Cán bộ, chức vụ", "Ủy quyền"),
            "Ghi nhận",
            [.. between, ("scope", nameof(DelegationScope.Headship)), ("until", "2026-11-30"), ("basis", "12/GUQ-SCT")]
        );

        (await office.HeadOfOffice.Presses(end, "Ghi nhận", between)).Words.ShouldContain("Đã ghi nhận.");

        var organisation = await office.Organisation();
        organisation.DelegationsTo(SampleOrganisation.OfficerOfPlanning, Today).ShouldHaveSingleItem();
        organisation.DelegationsTo(SampleOrganisation.OfficerOfPlanning, Today.PlusDays(1)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_admin_records_somebodys_absence_and_ends_it()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm("Cán bộ, chức vụ", "Báo vắng mặt");
        (string, string)[] absence = [("person", SampleOrganisation.HeadOfTrade.Value), ("until", "2026-12-04")];
        (await office.HeadOfOffice.Presses(form, "Ghi nhận", absence)).Words.ShouldContain("Đề nghị chọn mức độ vắng mặt.");
        await office.HeadOfOffice.Presses(form, "Ghi nhận", [.. absence, ("grade", nameof(AbsenceGrade.FullyAway))]);
        var area = await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Cán bộ, chức vụ");
        area.Words.ShouldContain("vắng mặt hoàn toàn đến thứ Sáu, 04/12/2026");

        var end = await office.HeadOfOffice.Presses(area, "Đã trở lại");
        (await office.HeadOfOffice.Presses(end, "Ghi nhận", ("person", SampleOrganisation.HeadOfTrade.Value))).Words.ShouldContain("Đã ghi nhận.");

        (await office.Organisation()).AbsenceOf(SampleOrganisation.HeadOfTrade, Today.PlusDays(1)).ShouldBeNull();
    }

    [Fact]
    public async Task A_unit_without_a_channel_is_reached_through_its_head()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm("Kênh làm việc", "Bỏ gắn kênh");

        (await office.HeadOfOffice.Presses(form, "Ghi nhận", ("unit", SampleOrganisation.Planning.Value))).Words.ShouldContain("Đã ghi nhận.");
        (await office.HeadOfOffice.Presses(form, "Ghi nhận", ("unit", SampleOrganisation.Planning.Value))).Words.ShouldContain("Đã ghi nhận.");

        await office.HeadOfPlanning.Types("trợ giúp");
        await office.Deputy.Presses(await office.Deputy.Types("giao việc"), "Giao nhiệm vụ", Routine.TaskFields);
        (await office.Latest(office.HeadOfPlanning.Chat, Routine.Work)).Buttons.ShouldContain("Tiếp nhận");
        office.Messages(SampleOrganisation.Planning).ShouldBeEmpty();
    }

    [Fact]
    public async Task D_06_A_role_is_withdrawn_but_never_that_of_the_last_admin()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm("Cán bộ, chức vụ", "Thu hồi vai trò");
        (string, string)[] admin = [("person", SampleOrganisation.HeadOfOffice.Value), ("role", nameof(Role.Admin))];
        (await office.HeadOfOffice.Presses(form, "Ghi nhận", admin)).Words.ShouldContain("Đây là quản trị viên cuối cùng.");

        (string, string)[] assigner = [("person", SampleOrganisation.DeputyDirector.Value), ("role", nameof(Role.Assigner))];
        (await office.HeadOfOffice.Presses(form, "Ghi nhận", assigner)).Words.ShouldContain("Đã ghi nhận.");

        var organisation = await office.Organisation();
        organisation.HasRole(SampleOrganisation.DeputyDirector, Role.Assigner, Today).ShouldBeTrue();
        organisation.HasRole(SampleOrganisation.DeputyDirector, Role.Assigner, Today.PlusDays(1)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_private_channel_is_refused_and_a_standard_one_is_bound()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await SeenIn(office, Team);
        office.Connector.Channels[Team] = [$$"""{"id":"{{Team}}"}""", $$"""{"id":"{{Private}}","name":"Họp kín","type":"private"}"""];
        var form = await office.OpensForm("Kênh làm việc", "Gắn kênh");
        form.Words.ShouldContain("Sở Công Thương – Kênh chung");

        var refused = await office.HeadOfOffice.Presses(form, "Ghi nhận", ("unit", SampleOrganisation.Planning.Value), ("channel", Private));
        refused.Words.ShouldContain("DutyBot chưa hỗ trợ kênh riêng tư và kênh dùng chung.");
        refused.Values["unit"].ShouldBe(SampleOrganisation.Planning.Value);
        (await office.HeadOfOffice.Presses(refused, "Ghi nhận", ("channel", Team))).Words.ShouldContain("Đã ghi nhận.");

        (await office.Organisation()).ChannelOf(SampleOrganisation.Planning).ShouldBe(Team);
    }

    [Fact]
    public async Task D_06_Guests_of_a_team_are_not_offered_and_cannot_be_registered()
    {
        const string Guest = "eeeeeeee-0000-4000-8000-000000000001";
        const string Colleague = "eeeeeeee-0000-4000-8000-000000000002";
        await using var office = await OfficeDriver.Open(issuer);
        await SeenIn(office, Team);
        office.Connector.Members[Team] =
        [
            $$"""{"id":"29:g","aadObjectId":"{{Guest}}","name":"Khách mời","userRole":"guest"}""",
            $$"""{"id":"29:c","aadObjectId":"{{Colleague.ToUpperInvariant()}}","name":"Nguyễn Thị Yến","userRole":"user"}""",
            """{"id":"29:a","name":"Ẩn danh","userRole":"anonymous"}""",
        ];
        var form = await office.OpensForm("Cán bộ, chức vụ", "Thêm từ nhóm Teams");
        form.Words.ShouldContain("Nguyễn Thị Yến");
        form.Words.ShouldNotContain("Khách mời");
        form.Words.ShouldNotContain("Ẩn danh");

        (await office.HeadOfOffice.Presses(form, "Ghi nhận", ("person", Guest))).Words.ShouldContain("không có trong danh sách");
        (await office.HeadOfOffice.Presses(form, "Ghi nhận", ("person", Colleague))).Words.ShouldContain("Đã ghi nhận.");

        var organisation = await office.Organisation();
        organisation.PersonOf(new(Guest)).ShouldBeNull();
        organisation.PersonOf(new(Colleague))!.Name.ShouldBe("Nguyễn Thị Yến");
    }

    // The bot knows the teams from which something was said to it.
    private static async Task SeenIn(OfficeDriver office, string team)
    {
        var activity = office.HeadOfOffice.Message(team, "text", "trợ giúp");
        activity["channelData"]!["team"] = new JsonObject
        {
            ["id"] = team,
            ["name"] = "Sở Công Thương",
            ["aadGroupId"] = "dddddddd-0000-4000-8000-000000000001",
        };
        var before = office.Messages(team).Count;
        await office.Post(activity);
        await office.Until(() => office.Messages(team).Count > before);
    }
}
