using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Teams.Graph;

public sealed class ActivityFeedTests
{
    [Fact]
    public async Task An_entry_carries_the_code_and_the_kind_and_opens_the_chat_with_the_bot()
    {
        await using var graph = new FakeGraph();
        await graph.InitializeAsync();
        await using var bot = new GraphUnderTest(graph.Settings);

        var answer = await bot.Feed.TellOfEscalation(GraphUnderTest.An, DutyId.Parse("TR-2026-7K3Q9"), Texts.Of(Language.Vietnamese), default);

        answer.Succeeded.ShouldBeTrue();
        var request = graph.Requests.ShouldHaveSingleItem();
        (request.Method, request.Path).ShouldBe(("POST", $"/v1.0/users/{GraphUnderTest.An}/teamwork/sendActivityNotification"));
        var entry = request.Json;
        entry.EnumerateObject().Select(part => part.Name).ShouldBe(["topic", "activityType", "previewText", "templateParameters"], ignoreOrder: true);
        entry.GetProperty("activityType").GetString().ShouldBe("escalationSubmitted");
        var topic = entry.GetProperty("topic");
        topic.GetProperty("source").GetString().ShouldBe("text");
        topic.GetProperty("value").GetString().ShouldBe("Trình xin ý kiến chỉ đạo");
        topic.GetProperty("webUrl").GetString().ShouldBe($"https://teams.microsoft.com/l/chat/0/0?users=28:{LocalIssuer.AppId}");
        entry
            .GetProperty("previewText")
            .GetProperty("content")
            .GetString()
            .ShouldBe("Nội dung trình TR-2026-7K3Q9 đang chờ ý kiến chỉ đạo. Mở DutyBot để xem.");
        var parameter = entry.GetProperty("templateParameters").EnumerateArray().ShouldHaveSingleItem();
        (parameter.GetProperty("name").GetString(), parameter.GetProperty("value").GetString()).ShouldBe(("code", "TR-2026-7K3Q9"));
    }

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void A_preview_is_short_enough_for_the_feed(Language language) =>
        Texts.Of(language).Format("feed.escalation", ("code", "TR-2026-7K3Q9")).Length.ShouldBeLessThanOrEqualTo(150);
}
