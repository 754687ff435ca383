using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Duties;
using DutyBot.Teams.Graph;
using DutyBot.Tests.Cards;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Teams.Graph;

namespace DutyBot.Tests.Host;

/// <summary>Leaders are picked from the whole tenant by the host's own search, and what DutyBot may do with Graph is seen in one place.</summary>
public sealed class PickerStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>, IAsyncLifetime
{
    private const string An = "a0000000-0000-4000-8000-000000000001";
    private const string Guest = "a0000000-0000-4000-8000-000000000003";

    private readonly FakeGraph graph = new();

    public ValueTask InitializeAsync() => graph.InitializeAsync();

    [Fact]
    public async Task The_form_asks_the_host_for_people_and_registers_and_appoints_whom_it_names()
    {
        await using var office = await Open();
        graph.Users.Enqueue(GraphUnderTest.User(An, "Nguyễn Đức An"));
        var form = await office.OpensForm("Cán bộ, chức vụ", "Chọn lãnh đạo");
        form.Card.ToString().ShouldContain("graph.microsoft.com/users");

        await office.HeadOfOffice.Presses(
            form,
            "Ghi nhận",
            ("unit", SampleOrganisation.Planning.Value),
            ("head", An.ToUpperInvariant()),
            ("deputies", $"{SampleOrganisation.HeadOfPlanning},{SampleOrganisation.OfficerOfPlanning}")
        );

        var organisation = await office.Organisation();
        organisation.HeadOf(SampleOrganisation.Planning, Today(office)).ShouldBe(new PersonId(An));
        organisation.PersonOf(new PersonId(An))!.Name.ShouldBe("Nguyễn Đức An");
        organisation
            .DeputiesOf(SampleOrganisation.Planning, Today(office))
            .ShouldBe([SampleOrganisation.HeadOfPlanning, SampleOrganisation.OfficerOfPlanning], ignoreOrder: true);
    }

    [Fact]
    public async Task D_04_A_guest_who_was_picked_is_refused_and_the_form_keeps_the_rest()
    {
        await using var office = await Open();
        graph.Users.Enqueue(GraphUnderTest.User(Guest, "Khách", type: "Guest"));
        var form = await office.OpensForm("Cán bộ, chức vụ", "Chọn lãnh đạo");

        var refused = await office.HeadOfOffice.Presses(form, "Ghi nhận", ("unit", SampleOrganisation.Planning.Value), ("head", Guest));

        refused.Words.ShouldContain("Chỉ chọn người của cơ quan");
        refused.Values["unit"].ShouldBe(SampleOrganisation.Planning.Value);
        (await office.Organisation()).PersonOf(new PersonId(Guest)).ShouldBeNull();
    }

    [Fact]
    public async Task Without_Graph_a_picked_member_of_a_team_has_the_name_of_the_roster_and_others_are_refused_with_the_reason()
    {
        await using var office = await Open(isOn: false);
        await new Team(office).With([(new PersonId(An), "Nguyễn Đức An")]).Installs(office.HeadOfOffice, "add");
        var form = await office.OpensForm("Cán bộ, chức vụ", "Chọn lãnh đạo");
        (string, string) unit = ("unit", SampleOrganisation.Planning.Value);

        var refused = await office.HeadOfOffice.Presses(form, "Ghi nhận", unit, ("head", Guest));
        // As the Playground names people.
        await office.HeadOfOffice.Presses(form, "Ghi nhận", unit, ("head", OfficeDriver.ChannelIdOf(new PersonId(An))));

        refused.Words.ShouldContain("Chưa xác định được họ tên của người đã chọn: Cơ quan chưa kết nối DutyBot với Microsoft Graph.");
        (await office.Organisation()).HeadOf(SampleOrganisation.Planning, Today(office)).ShouldBe(new PersonId(An));
    }

    [Fact]
    public async Task The_app_comes_back_to_a_team_it_was_removed_from()
    {
        await using var office = await Open();
        await new Team(office).With([]).Installs(office.HeadOfOffice, "add");
        var form = await office.OpensForm("Khả năng liên hệ", "Cài vào nhóm");

        (await office.HeadOfOffice.Presses(form, "Cài vào nhóm")).Words.ShouldContain("Đề nghị chọn nhóm.");
        (await office.HeadOfOffice.Presses(form, "Cài vào nhóm", ("team", Team.Group))).Words.ShouldBe("Đã cài DutyBot vào nhóm Sở Công Thương.");
        (await office.HeadOfOffice.Presses(form, "Cài vào nhóm", ("team", Team.Group))).Words.ShouldBe("Nhóm Sở Công Thương đã có DutyBot.");
        var installed = graph.Installed.Count;
        (await office.HeadOfPlanning.Presses(form, "Cài vào nhóm", ("team", Team.Group))).Words.ShouldContain("Đồng chí không có quyền");
        (await office.HeadOfPlanning.Presses(form, "Cài vào nhóm", ("team", "x"))).Words.ShouldNotContain("Sở Công Thương");
        graph.NotConsented["teamsApps"] = true;
        (await office.HeadOfOffice.Presses(form, "Cài vào nhóm", ("team", Team.Group))).Words.ShouldContain("AppCatalog.Read.All");
        graph.Installed.Count.ShouldBe(installed);
    }

    [Fact]
    public async Task The_admin_sees_of_each_function_whether_it_works_which_permission_it_lacks_and_what_is_done_without()
    {
        await using var office = await Open();
        await new Team(office).With([]).Installs(office.HeadOfOffice, "add");
        graph.NotConsented["mailboxSettings"] = true;

        var card = await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Microsoft Graph");

        card.Words.ShouldContain("Tìm người trong danh bạ: sử dụng được.");
        card.Words.ShouldContain("Gợi ý từ thư trả lời tự động: thiếu quyền MailboxSettings.Read. Không biết ai đang bật thư trả lời tự động");
        card.Words.ShouldContain("Thông báo trên bảng hoạt động: chưa kiểm tra được (TeamsActivity.Send).");
    }

    [Fact]
    public async Task Without_Graph_every_function_is_listed_with_what_is_done_instead()
    {
        await using var office = await Open(isOn: false);

        var card = await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Microsoft Graph");

        card.Words.ShouldContain("Cơ quan chưa kết nối DutyBot với Microsoft Graph.");
        card.Words.Split(": chưa có. ").Length.ShouldBe(GraphFunctions.All.Length + 1);
    }

    public ValueTask DisposeAsync() => graph.DisposeAsync();

    private Task<OfficeDriver> Open(bool isOn = true) =>
        OfficeDriver.Open(issuer, settings: isOn ? graph.Settings : new Dictionary<string, string?>());

    private static NodaTime.LocalDate Today(OfficeDriver office) => office.App.Get<Office>().Today;
}
