using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DutyBot.Teams.Activities;
using DutyBot.Tests.Fixtures;
using Microsoft.Extensions.Logging;

namespace DutyBot.Tests.Teams;

/// <summary>What the endpoint answers, and what it writes to the log.</summary>
public sealed class EndpointTests(FakeConnector connector) : IClassFixture<FakeConnector>
{
    private static readonly byte[] Card =
        """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Đã tiếp nhận"}]}"""u8.ToArray();

    public static TheoryData<string, ActivityAnswer, string> InvokeAnswers
    {
        get
        {
            var card = Encoding.UTF8.GetString(Card);
            return new TheoryData<string, ActivityAnswer, string>
            {
                {
                    "teams.execute",
                    new ActivityAnswer.Card(Card),
                    $$"""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{{card}}}"""
                },
                {
                    "teams.execute",
                    new ActivityAnswer.Dialog("Báo cáo", Card),
                    $$"""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{{card}}}"""
                },
                {
                    "teams.execute",
                    new ActivityAnswer.Message("Đã \"rõ\""),
                    """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Đã \"rõ\""}"""
                },
                {
                    "teams.execute",
                    new ActivityAnswer.Error(400, "BadRequest", "Thiếu ý kiến"),
                    """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Thiếu ý kiến"}}"""
                },
                { "teams.execute", new ActivityAnswer.Accepted(), "" },
                {
                    "teams.unknown-invoke",
                    new ActivityAnswer.NotForUs(),
                    """{"statusCode":501,"type":"application/vnd.microsoft.error","value":{"code":"NotImplemented","message":"NotImplemented"}}"""
                },
                {
                    "teams.task-fetch",
                    new ActivityAnswer.Dialog("Báo cáo", Card, DialogSize.Large),
                    $$$$$"""{"task":{"type":"continue","value":{"title":"Báo cáo","height":"large","width":"large","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{{{{{card}}}}}}}}}"""
                },
                {
                    "teams.task-submit",
                    new ActivityAnswer.Card(Card, "Lỗi"),
                    $$$$$"""{"task":{"type":"continue","value":{"title":"Lỗi","height":"medium","width":"medium","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{{{{{card}}}}}}}}}"""
                },
                { "teams.task-submit", new ActivityAnswer.Message("Đã gửi"), """{"task":{"type":"message","value":"Đã gửi"}}""" },
                { "teams.task-submit", new ActivityAnswer.Error(500, "Fault", "Có lỗi"), """{"task":{"type":"message","value":"Có lỗi"}}""" },
                { "teams.task-submit", new ActivityAnswer.Accepted(), "" },
            };
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(InvokeAnswers))]
    public async Task An_invoke_is_answered_with_200_and_the_real_code_inside(string name, ActivityAnswer answer, string body)
    {
        await using var host = await Start(answer);

        var response = await host.Post(Captured.Json(name));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe(body);
        (body.Length == 0 || response.Content.Headers.ContentType!.ToString() == "application/json; charset=utf-8").ShouldBeTrue();
    }

    [Fact]
    public async Task To_a_message_the_card_comes_as_a_message_in_the_same_thread()
    {
        await using var host = await Start(new ActivityAnswer.Card(Card, "NV-2026-7K3Q9: đã tiếp nhận"));

        (await host.Post(ToFake("teams.submit"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        var sent = await connector.Arrival();
        sent.Target.ShouldBe("/apac/_connector/v3/conversations/19%3Atong-hop%40thread.tacv2%3Bmessageid%3D1732323723500/activities");
        sent.Json.GetProperty("summary").GetString().ShouldBe("NV-2026-7K3Q9: đã tiếp nhận");
    }

    [Fact]
    public async Task To_a_message_an_error_is_told_as_a_text()
    {
        await using var host = await Start(new ActivityAnswer.Error(400, "BadRequest", "Không hiểu lệnh"));

        await host.Post(ToFake("playground.personal-text"));

        (await connector.Arrival()).Json.GetProperty("text").GetString().ShouldBe("Không hiểu lệnh");
    }

    [Fact]
    public async Task An_answer_that_does_not_arrive_is_logged_with_ids_only()
    {
        connector.Next(new ConnectorReply(403, """{"error":{"code":"BotNotInConversationRoster","message":"bí mật"}}"""));
        await using var host = await Start(new ActivityAnswer.Message("bí mật"));

        await host.Post(ToFake("teams.personal-text"));
        await connector.Arrival();

        (await host.Logs.Next()).ShouldContain("answered a POST with 403 BotNotInConversationRoster");
        (await host.Logs.Next()).ShouldContain("The answer to 1732323723456 did not reach conversation a:1-personal");
        host.Logs.All.ShouldNotContain("bí mật");
    }

    [Theory]
    [InlineData("teams.reaction")]
    [InlineData("teams.unknown-invoke")]
    public async Task The_unknown_is_acknowledged_and_noted_once(string name)
    {
        await using var host = await Start(new ActivityAnswer.NotForUs());

        (await host.Post(Captured.Json(name))).StatusCode.ShouldBe(HttpStatusCode.OK);

        host.Logs.Own.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Information);
    }

    [Theory]
    [MemberData(nameof(ActivityParsingTests.Malformed), MemberType = typeof(ActivityParsingTests))]
    public async Task What_is_not_an_activity_gets_400_and_one_line_without_its_content(string name)
    {
        await using var host = await Start(new ActivityAnswer.Accepted());

        (await host.Post(Captured.Json(name))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        host.Seen.ShouldBeEmpty();
        host.Logs.Own.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Warning);
        host.Logs.All.ShouldNotContain("bí mật");
    }

    [Theory]
    [InlineData(256 * 1024, HttpStatusCode.OK)]
    [InlineData(256 * 1024 + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_has_a_limit(int length, HttpStatusCode status)
    {
        var json = Captured.Json("teams.execute");
        var padded = json + new string(' ', length - Encoding.UTF8.GetByteCount(json));
        await using var host = await Start(new ActivityAnswer.Accepted());

        (await host.Post(padded)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_fault_is_told_with_an_id_that_the_log_has_too()
    {
        await using var host = await BotHost.Start([], Fail, "Development");

        var response = await host.Post(Captured.Json("teams.execute"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var told = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("value").GetString()!;
        var line = host.Logs.Own.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Error);
        line.Line.ShouldContain(told["Lỗi ".Length..]);
        line.Line.ShouldContain("f:7f0d0a11-5555-4444-8888-2f1b7f1f0001");
        line.Line.ShouldContain(nameof(InvalidOperationException));
        line.Line.ShouldContain(nameof(Fail));
        host.Logs.All.ShouldNotContain("nội dung");
    }

    [Fact]
    public async Task A_fault_on_a_typed_command_is_told_in_the_conversation()
    {
        await using var host = await BotHost.Start([], Fail, "Development");

        (await host.Post(ToFake("playground.channel-mention"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await connector.Arrival()).Json.GetProperty("text").GetString().ShouldStartWith("Lỗi ");
    }

    private static Task<BotHost> Start(ActivityAnswer answer) => BotHost.Start([], (_, _) => Task.FromResult(answer), "Development");

    private static async Task<ActivityAnswer> Fail(Activity activity, CancellationToken cancel)
    {
        await Task.Yield();
        throw new InvalidOperationException("nội dung", new FormatException("nội dung"));
    }

    private string ToFake(string name) => Captured.Json(name, json => json["serviceUrl"] = JsonValue.Create(connector.ServiceUrl));
}
