using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Teams.Connector;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Host;

/// <summary>With Graph people are reached who could not be before; whatever Graph does, the card is sent once.</summary>
public sealed class GraphStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>, IAsyncLifetime
{
    private readonly FakeGraph graph = new();

    public ValueTask InitializeAsync() => graph.InitializeAsync();

    [Fact]
    public async Task A_leader_sees_a_submission_in_the_activity_feed_and_nothing_of_its_content()
    {
        await using var office = await Open();

        var card = await office.Escalate();

        var entry = await graph.Arrival(office.Cancel);
        entry.Path.ShouldBe($"/v1.0/users/{office.Director.Id}/teamwork/sendActivityNotification");
        entry.Authorization.ShouldBe("Bearer outbound-token");
        entry.Body.ShouldContain(card.Duty.Value);
        foreach (var content in (string[])[Routine.Work, Routine.View, Routine.Objection, Routine.Explanation])
        {
            entry.Json.ToString().ShouldNotContain(content);
        }
    }

    [Fact]
    public async Task A_card_that_is_only_brought_up_to_date_makes_no_entry()
    {
        await using var office = await Open();
        var card = await office.Escalate();

        var form = await office.Director.Presses(card, "Cho ý kiến chỉ đạo");
        await office.Director.Presses(form, "Cho ý kiến chỉ đạo", ("option", "1"));
        await office.Settled();
        office.Messages(office.Director.Chat).ShouldContain(seen => seen.IsUpdate);
        var next = DutyId.Parse("TR-2026-ZZZZZ");
        office.App.Get<FeedWorker>().CardPosted(next, new Effect.ShowCard(CardName.Escalation, new Audience.Leaders(), Attention: true));

        // Entries are sent one after another: one for the update would come before the one for the next submission.
        (await graph.Arrival(office.Cancel)).Body.ShouldContain(card.Duty.Value);
        (await graph.Arrival(office.Cancel)).Body.ShouldContain(next.Value);
    }

    [Fact]
    public async Task An_entry_that_fails_is_logged_by_its_code_and_let_be()
    {
        await using var office = await Open();
        graph.Next(FakeGraph.Refuse(403, "Forbidden", "Missing role permissions on the request."));

        var card = await office.Escalate();
        var line = await Logged(office, "No entry for");
        await office.Pass(NodaTime.Duration.FromMinutes(5));

        line.ShouldBe($"No entry for {card.Duty} in the activity feed: ConsentMissing.");
        graph.Requests.Count.ShouldBe(1);
        Submissions(office).ShouldBe(1);
        (await office.Store.DeadEffects(10, office.Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_says_nothing_holds_up_no_card()
    {
        await using var office = await Open();
        graph.Next(ConnectorReply.Silence);

        await office.Escalate();
        await office.Settled();

        Submissions(office).ShouldBe(1);
        (await graph.Arrival(office.Cancel)).Path.ShouldEndWith("sendActivityNotification");
    }

    [Fact]
    public async Task Switched_off_Graph_is_asked_for_nothing()
    {
        var off = new Dictionary<string, string?>(graph.Settings) { ["Graph:Enabled"] = "false" };
        await using var office = await OfficeDriver.Open(issuer, settings: off);

        await office.Escalate();
        (await ChatOf(office, office.Outsider)).ShouldBeNull();

        graph.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_in_no_channel_gets_the_app_and_with_it_the_notice()
    {
        await using var office = await Open();
        office.Connector.Members.Clear();

        var card = await office.Assign();
        var form = await office.HeadOfPlanning.Presses(card, "Tiếp nhận");
        await office.HeadOfPlanning.Presses(form, "Tiếp nhận", ("officer", office.OfficerOfPlanning.Id.Value));
        await office.Settled();

        var chat = FakeGraph.ChatOf(office.OfficerOfPlanning.Id.Value);
        office.Messages(chat).ShouldHaveSingleItem().Words.ShouldContain("được phân công thực hiện");
        graph.Installed.Keys.ShouldContain(office.OfficerOfPlanning.Id.Value);
    }

    [Fact]
    public async Task Nobody_is_asked_about_more_than_once_an_hour()
    {
        await using var office = await Open();
        await office.Deputy.Types("trợ giúp");
        graph.Next(FakeGraph.Refuse(403, "Forbidden", "Missing role permissions on the request."));

        (await ChatOf(office, office.Outsider)).ShouldBeNull();
        await office.Restart();
        (await ChatOf(office, office.Outsider)).ShouldBeNull();
        office.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        (await ChatOf(office, office.Outsider)).ShouldBeNull();
        graph.Requests.Count.ShouldBe(1);
        office.Time.Advance(TimeSpan.FromSeconds(1));

        var chat = await ChatOf(office, office.Outsider);

        chat.ShouldBe(new ConversationAddress(office.ServiceUrl, FakeGraph.ChatOf(office.Outsider.Id.Value)));
        graph.Requests.Count(request => request.Method == "POST").ShouldBe(1);
        office.App.Logs.Own.ShouldAllBe(line => !line.Line.Contains("Missing role permissions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chat_that_Teams_has_not_made_yet_is_looked_for_again_without_installing_again()
    {
        await using var office = await Open();
        await office.Deputy.Types("trợ giúp");
        graph.Next(
            new ConnectorReply(200, $$"""{"value":[{"id":"{{FakeGraph.CatalogueId}}"}]}"""),
            FakeGraph.Refuse(409, "Conflict"),
            new ConnectorReply(200, """{"value":[]}""")
        );

        (await ChatOf(office, office.Outsider)).ShouldBeNull();
        graph.Installed[office.Outsider.Id.Value] = true;
        (await ChatOf(office, office.Outsider)).ShouldNotBeNull();
        var asked = graph.Requests.Count;
        (await ChatOf(office, office.Outsider)).ShouldNotBeNull("what was found is remembered");

        graph.Requests.Count(request => request.Method == "POST").ShouldBe(1);
        graph.Requests.Count.ShouldBe(asked);
    }

    public ValueTask DisposeAsync() => graph.DisposeAsync();

    private Task<OfficeDriver> Open() => OfficeDriver.Open(issuer, settings: graph.Settings);

    private static async Task<string> Logged(OfficeDriver office, string beginning)
    {
        while (true)
        {
            if (await office.App.Logs.Next(office.Cancel) is { } line && line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line.Trim();
            }
        }
    }

    private static int Submissions(OfficeDriver office) =>
        office.Messages(office.Director.Chat).Count(seen => !seen.IsUpdate && seen.Says("Trình xin ý kiến chỉ đạo"));

    private static async Task<ConversationAddress?> ChatOf(OfficeDriver office, Person person)
    {
        var place = office.App.Get<Office>();
        var organisation = (await place.Context(office.Cancel)).Organisation;
        return await office.App.Get<Addresses>().ChatOf(person.Id, organisation, place.Today, office.Cancel);
    }
}
