using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Teams.Graph;

namespace DutyBot.Tests.Host;

/// <summary>What the directory knows is proposed and an admin confirms it; what is missing for that is said, and the same is done without.</summary>
public sealed class DirectoryStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>, IAsyncLifetime
{
    private const string An = "a0000000-0000-4000-8000-000000000001";
    private const string Binh = "a0000000-0000-4000-8000-000000000002";
    private const string Guest = "a0000000-0000-4000-8000-000000000003";
    private const string People = "Cán bộ, chức vụ";

    private readonly FakeGraph graph = new();

    public ValueTask InitializeAsync() => graph.InitializeAsync();

    [Fact]
    public async Task An_admin_looks_up_one_name_after_another_and_registers_whom_was_chosen()
    {
        await using var office = await Open();
        graph.Users.Enqueue(GraphUnderTest.User(An, "Nguyễn Đức An", job: "Chuyên viên"));
        var form = await office.OpensForm(People, "Tìm trong danh bạ");

        form = await office.HeadOfOffice.Presses(form, "Tìm", ("words", "An"));
        form.Words.ShouldContain("Nguyễn Đức An – Chuyên viên");
        graph.Users.Enqueue(GraphUnderTest.User(Binh, "Lê Thị Bình"));
        form = await office.HeadOfOffice.Presses(form, "Ghi nhận", ("person", An), ("words", "Bình"));
        form.Values["person"].ShouldBe(An);
        (await office.Organisation()).PersonOf(new PersonId(An)).ShouldBeNull("nothing is recorded by looking");
        await office.HeadOfOffice.Presses(form, "Ghi nhận", ("person", $"{An},{Binh}"));

        var organisation = await office.Organisation();
        organisation.PersonOf(new PersonId(An)).ShouldBe(new(new PersonId(An), "Nguyễn Đức An", "Chuyên viên", $"{An}@so.example"));
        organisation.PersonOf(new PersonId(Binh))!.Name.ShouldBe("Lê Thị Bình");
    }

    [Fact]
    public async Task An_empty_search_is_asked_again_and_a_search_without_a_find_says_so()
    {
        await using var office = await Open();
        var form = await office.OpensForm(People, "Tìm trong danh bạ");

        var empty = await office.HeadOfOffice.Presses(form, "Tìm");
        empty.Words.ShouldContain("Đề nghị ghi họ tên hoặc địa chỉ thư điện tử");
        (await office.HeadOfOffice.Presses(empty, "Tìm", ("words", "Zz"))).Words.ShouldContain("Không thấy người nào mới theo \"Zz\"");
    }

    [Theory]
    [InlineData(false, "Cơ quan chưa kết nối DutyBot với Microsoft Graph.")]
    [InlineData(true, "chưa chấp thuận quyền User.Read.All")]
    public async Task Without_Graph_the_same_is_found_on_the_rosters_and_what_is_missing_is_said(bool isOn, string reason)
    {
        await using var office = await Open(isOn);
        graph.NotConsented["users"] = true;
        await new Team(office).With([(new PersonId(An), "Nguyễn Đức An"), (new PersonId(Binh), "Lê Thị Bình")]).Installs(office.HeadOfOffice, "add");
        var form = await office.OpensForm(People, "Tìm trong danh bạ");

        form = await office.HeadOfOffice.Presses(form, "Tìm", ("words", "duc an"));

        form.Words.ShouldContain(reason);
        form.Words.ShouldContain("tìm trong thành viên của các nhóm có DutyBot");
        form.Words.ShouldNotContain("Lê Thị Bình");
        await office.HeadOfOffice.Presses(form, "Ghi nhận", ("person", An));
        (await office.Organisation()).PersonOf(new PersonId(An))!.Name.ShouldBe("Nguyễn Đức An");
    }

    [Fact]
    public async Task D_06_Nobody_else_sees_the_directory_however_they_got_the_form()
    {
        await using var office = await Open();
        graph.Users.Enqueue(GraphUnderTest.User(An, "Nguyễn Đức An"));
        var form = await office.OpensForm(People, "Tìm trong danh bạ");
        var second = await office.HeadOfOffice.Presses(form, "Tìm", ("words", "An"));
        var asked = graph.Requests.Count;

        (await office.HeadOfPlanning.Presses(form, "Tìm", ("words", "An"))).Words.ShouldContain("Đồng chí không có quyền");
        var stolen = await office.HeadOfPlanning.Presses(second, "Ghi nhận", ("person", "x"));

        stolen.Words.ShouldNotContain("Nguyễn Đức An");
        graph.Requests.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task R_15_The_manager_of_most_is_proposed_as_head_and_appointed_when_the_admin_says_so()
    {
        await using var office = await Open();
        graph.Users.Enqueue(
            $$"""{"id":"{{SampleOrganisation.OfficerOfPlanning}}","manager":{"@odata.type":"#microsoft.graph.user",{{GraphUnderTest.User(An, "Nguyễn Đức An").Trim()[1..]}}}"""
        );
        var form = await office.OpensForm(People, "Đề xuất lãnh đạo");

        form = await office.HeadOfOffice.Presses(form, "Xem đề xuất", ("unit", SampleOrganisation.Planning.Value));

        form.Words.ShouldContain("Người đứng đầu Phòng Kế hoạch - Tài chính hiện nay: Trưởng phòng Kế hoạch - Tài chính.");
        form.Words.ShouldContain("quản lý 01 người");
        form.Values["person"].ShouldBe(An);
        (await office.HeadOfOffice.Presses(form, "Ghi nhận")).Words.ShouldContain("Đã ghi nhận.");
        (await office.Organisation()).HeadOf(SampleOrganisation.Planning, Today(office)).ShouldBe(new PersonId(An));
    }

    [Fact]
    public async Task Without_a_proposal_the_head_is_chosen_among_the_registered_people()
    {
        await using var office = await Open(isOn: false);
        var form = await office.OpensForm(People, "Đề xuất lãnh đạo");

        form = await office.HeadOfOffice.Presses(form, "Xem đề xuất", ("unit", SampleOrganisation.Planning.Value));

        form.Words.ShouldContain("quản trị viên tự chọn trong danh sách cán bộ");
        await office.HeadOfOffice.Presses(form, "Ghi nhận", ("person", SampleOrganisation.OfficerOfPlanning.Value));
        (await office.Organisation()).HeadOf(SampleOrganisation.Planning, Today(office)).ShouldBe(SampleOrganisation.OfficerOfPlanning);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Members_of_the_teams_channel_become_officers_and_who_works_elsewhere_is_not_ticked(bool isOn)
    {
        var channel = OfficeDriver.ChannelOf(SampleOrganisation.Planning);
        await using var office = await Open(isOn);
        (PersonId, string)[] roster = [(new PersonId(An), "Nguyễn Đức An"), (SampleOrganisation.OfficerOfTrade, "Chuyên viên")];
        await new Team(office).With(roster, (channel, "Kế hoạch", "standard")).Installs(office.HeadOfOffice, "add");
        graph.Members[Team.Group] = [.. roster.Select(person => Member(person.Item1.Value, person.Item2))];
        var form = await office.OpensForm(People, "Thành viên nhóm");

        form = await office.HeadOfOffice.Presses(form, "Xem thành viên", ("unit", SampleOrganisation.Planning.Value));

        form.Values["person"].ShouldBe(An);
        form.Says("dùng danh sách thành viên mà Teams cung cấp").ShouldBe(!isOn);
        await office.HeadOfOffice.Presses(form, "Ghi nhận");
        var organisation = await office.Organisation();
        organisation.OfficersOf(SampleOrganisation.Planning, Today(office)).ShouldContain(new PersonId(An));
        organisation.IsMemberOf(SampleOrganisation.OfficerOfTrade, SampleOrganisation.Planning, Today(office)).ShouldBeFalse();
    }

    [Fact]
    public async Task Automatic_replies_are_a_hint_and_the_admin_records_the_absence()
    {
        await using var office = await Open();
        graph.Mailboxes[SampleOrganisation.HeadOfTrade.Value] = """
            {"automaticRepliesSetting":{"status":"scheduled","scheduledStartDateTime":{"dateTime":"2026-11-22T17:00:00","timeZone":"UTC"},
             "scheduledEndDateTime":{"dateTime":"2026-11-27T17:00:00","timeZone":"UTC"}}}
            """;
        var form = await office.OpensForm(People, "Hộp thư tự động");

        form = await office.HeadOfOffice.Presses(form, "Xem hộp thư", ("person", SampleOrganisation.HeadOfTrade.Value));

        form.Words.ShouldContain("đang trả lời tự động đến 00:00, thứ Bảy, 28/11/2026. Đây chỉ là gợi ý.");
        (form.Values["from"], form.Values["until"]).ShouldBe(("2026-11-23", "2026-11-27"));
        (await office.Organisation()).AbsenceOf(SampleOrganisation.HeadOfTrade, Today(office)).ShouldBeNull();
        await office.HeadOfOffice.Presses(form, "Ghi nhận", ("grade", nameof(AbsenceGrade.FullyAway)));
        (await office.Organisation()).AbsenceOf(SampleOrganisation.HeadOfTrade, Today(office)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_the_mailbox_permission_an_absence_is_recorded_all_the_same()
    {
        await using var office = await Open();
        graph.NotConsented["mailboxSettings"] = true;
        var form = await office.OpensForm(People, "Hộp thư tự động");

        form = await office.HeadOfOffice.Presses(form, "Xem hộp thư", ("person", SampleOrganisation.HeadOfTrade.Value));

        form.Words.ShouldContain("chưa chấp thuận quyền MailboxSettings.Read");
        await office.HeadOfOffice.Presses(form, "Ghi nhận", ("grade", nameof(AbsenceGrade.MayFinish)), ("until", "2026-11-24"));
        (await office.Organisation()).AbsenceOf(SampleOrganisation.HeadOfTrade, Today(office)).ShouldNotBeNull();
    }

    public ValueTask DisposeAsync() => graph.DisposeAsync();

    private Task<OfficeDriver> Open(bool isOn = true) =>
        OfficeDriver.Open(issuer, settings: isOn ? graph.Settings : new Dictionary<string, string?>());

    private static string Member(string id, string name) =>
        $$"""{"@odata.type":"#microsoft.graph.aadUserConversationMember","id":"m-{{id}}","userId":"{{id}}","displayName":"{{name}}","roles":[]}""";

    private static NodaTime.LocalDate Today(OfficeDriver office) => office.App.Get<Office>().Today;
}
