using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Host;

/// <summary>DutyBot comes to a team, says once what it is, and an admin binds the channel from there.</summary>
public sealed class WelcomeStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Greeting = "DutyBot đã vào nhóm";
    private const string Channel = "19:nang-luong@thread.tacv2";

    [Fact]
    public async Task A_team_is_greeted_once_for_each_addition_in_whichever_way_Teams_says_it()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var team = new Team(office).With([]);

        await team.Installs(office.HeadOfOffice, "add");
        await team.Changes(office.HeadOfOffice, added: true);
        await office.Restart();
        await team.Installs(office.HeadOfOffice, "add");
        await team.Installs(office.HeadOfOffice, "add-upgrade");
        await ShouldBeGreeted(office, team, times: 1);
        await team.Installs(office.HeadOfOffice, "remove");
        await team.Changes(office.HeadOfOffice, added: false);
        await team.Changes(office.HeadOfOffice, added: true);

        await ShouldBeGreeted(office, team, times: 2);
    }

    [Fact]
    public async Task Of_many_reports_at_once_one_is_answered()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var team = new Team(office).With([]);

        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(n => n % 2 == 0 ? team.Installs(office.HeadOfOffice, "add") : team.Changes(office.Deputy, true))
        );

        await ShouldBeGreeted(office, team, times: 1);
    }

    [Fact]
    public async Task An_update_of_the_app_greets_nobody_also_where_nobody_remembers_the_addition()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var team = new Team(office).With([]);

        await team.Installs(office.HeadOfOffice, "add-upgrade");
        await team.Installs(office.HeadOfOffice, "add");

        await ShouldBeGreeted(office, team, times: 0);
    }

    [Fact]
    public async Task An_admin_binds_the_channel_from_the_greeting_and_others_are_told_who_the_admins_are()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var team = new Team(office).With([], ("19:so@thread.tacv2", null, "standard"), (Channel, "Năng lượng", "standard"));
        await team.Installs(office.Deputy, "add", Channel);
        var greeting = await office.Latest(Channel, Greeting);
        greeting.Words.ShouldContain("Quản trị viên: Chánh Văn phòng Sở.");

        (await office.HeadOfPlanning.Presses(greeting, "Gắn kênh với đơn vị")).Words.ShouldContain(
            "Quản trị viên DutyBot của cơ quan: Chánh Văn phòng Sở."
        );
        var form = await office.HeadOfOffice.Presses(greeting, "Gắn kênh với đơn vị");
        form.Values["channel"].ShouldBe(Channel);
        await office.HeadOfOffice.Presses(form, "Ghi nhận", ("unit", SampleOrganisation.Planning.Value));

        (await office.Organisation())
            .BoundChannelOf(SampleOrganisation.Planning)
            .ShouldBe(new BoundChannel(Channel, team.Id, "Sở Công Thương – Năng lượng"));
    }

    [Theory]
    [InlineData("private")]
    [InlineData("shared")]
    public async Task A_private_or_shared_channel_is_refused_with_the_reason_here_and_in_the_form(string type)
    {
        await using var office = await OfficeDriver.Open(issuer);
        var team = new Team(office).With([], (Channel, "Riêng", type));
        await team.Installs(office.HeadOfOffice, "add", Channel, type);

        var greeting = await office.Latest(Channel, Greeting);

        greeting.Words.ShouldContain("Đề nghị dùng kênh tiêu chuẩn.");
        greeting.Buttons.ShouldBeEmpty();
        var form = await office.OpensForm("Kênh làm việc", "Gắn kênh");
        var refused = await office.HeadOfOffice.Presses(form, "Ghi nhận", ("unit", SampleOrganisation.Planning.Value), ("channel", Channel));
        refused.Words.ShouldContain("kênh tiêu chuẩn");
    }

    [Fact]
    public async Task A_team_whose_channels_are_bound_is_not_greeted()
    {
        var act = Act.OfSystem(NodaTime.Instant.FromUtc(2026, 11, 20, 1, 0));
        var bound = new OrganisationEvent.ChannelBound(act, SampleOrganisation.Planning, Channel, "19:so@thread.tacv2");
        await using var office = await OfficeDriver.Open(issuer, "Production", null, bound);
        var team = new Team(office).With([]);

        await team.Installs(office.HeadOfOffice, "add");

        await ShouldBeGreeted(office, team, times: 0);
    }

    [Fact]
    public async Task The_setup_ends_with_the_first_task_and_knows_it_afterwards()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var before = await office.HeadOfOffice.Types("cấu hình");
        before.Words.ShouldContain("Bước 8: Giao nhiệm vụ đầu tiên – chưa có");
        before.Words.ShouldContain("Cơ quan đã sẵn sàng giao nhiệm vụ.");
        before.Buttons.ShouldContain("Giao nhiệm vụ");

        await office.Assign();
        await office.Restart();

        var after = await office.HeadOfOffice.Types("cấu hình");
        after.Words.ShouldContain("Bước 8: Giao nhiệm vụ đầu tiên – đã xong");
        await office.Assign();
        var history = await office.App.Get<DutyBot.Duties.DutyDesk>().OrganisationHistory(office.Cancel);
        history.Count(evt => evt is OrganisationEvent.FirstTaskAssigned).ShouldBe(1);
    }

    [Fact]
    public async Task A_step_of_the_setup_names_the_units_it_is_missing_for()
    {
        var gone = new OrganisationEvent.ChannelUnbound(Act.OfSystem(NodaTime.Instant.FromUtc(2026, 11, 20, 1, 0)), SampleOrganisation.Trade);
        await using var office = await OfficeDriver.Open(issuer, "Production", null, gone);

        (await office.HeadOfOffice.Types("cấu hình")).Words.ShouldContain("Bước 6: Gắn kênh cho mỗi đơn vị – còn thiếu: Phòng Quản lý Thương mại");
    }

    // A greeting goes out after the response to what Teams said; what is written there afterwards is answered after it.
    private static async Task ShouldBeGreeted(OfficeDriver office, Team team, int times)
    {
        await office.Until(() => Greetings() >= times);
        await office.HeadOfOffice.TypesIn(team.Id, "ngày nghỉ");
        Greetings().ShouldBe(times);

        int Greetings() => office.Messages(team.Id).Count(seen => seen.Says(Greeting));
    }
}
