using System.Net;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Auth;
using DutyBot.Teams.Connector;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Teams;

/// <summary>Every operation as it stands on the wire, and every answer as the value it becomes.</summary>
public sealed class ConnectorRequestTests(FakeConnector connector) : IClassFixture<FakeConnector>, IAsyncDisposable
{
    private const string Channel = "19:tong-hop@thread.tacv2";
    private const string ChannelPath = "/apac/_connector/v3/conversations/19%3Atong-hop%40thread.tacv2";
    private static readonly OutgoingActivity Hello = OutgoingActivity.OfText("Chào");
    private readonly ConnectorUnderTest bot = new();

    private ConversationAddress At(string conversationId) => new(connector.ServiceUrl, conversationId);

    private BotAddress Bot => new(connector.ServiceUrl, "28:b0", LocalIssuer.TenantId);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task A_text_is_posted_under_the_service_url_s_own_path(string slash)
    {
        var to = new ConversationAddress(connector.ServiceUrl + slash, Channel);

        var outcome = await bot.Client.Send(to, Hello, default);

        var request = await connector.Arrival();
        (request.Method, request.Target).ShouldBe(("POST", $"{ChannelPath}/activities"));
        request.Body.ShouldBe("""{"type":"message","text":"Chào"}""");
        outcome.Value.ShouldNotBeNull().Conversation.ShouldBe(to);
        outcome.Value.ActivityId.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_reply_goes_to_the_thread()
    {
        await bot.Client.Send(At(Channel).Thread("1732323723500"), Hello, default);

        (await connector.Arrival()).Target.ShouldBe($"{ChannelPath}%3Bmessageid%3D1732323723500/activities");
    }

    [Fact]
    public async Task A_card_is_sent_alone_with_its_summary()
    {
        var card = OutgoingActivity.OfCard("""{"type":"AdaptiveCard"}"""u8.ToArray(), "NV-2026-7K3Q9: quá hạn") with { ReplyToId = "5" };

        await bot.Client.Send(At("a:1"), card, default);

        (await connector.Arrival()).Body.ShouldBe(
            """{"type":"message","summary":"NV-2026-7K3Q9: quá hạn","replyToId":"5","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}]}"""
        );
    }

    [Fact]
    public async Task A_mention_stands_in_the_text_and_beside_it()
    {
        var minh = new Mention("29:1-minh", "Minh & <Co>");

        await bot.Client.Send(At("a:1"), OutgoingActivity.OfText($"{minh.Text} xem giúp", minh), default);

        (await connector.Arrival()).Body.ShouldBe(
            """{"type":"message","text":"<at>Minh &amp; &lt;Co&gt;</at> xem giúp","entities":[{"type":"mention","text":"<at>Minh &amp; &lt;Co&gt;</at>","mentioned":{"id":"29:1-minh","name":"Minh & <Co>"}}]}"""
        );
    }

    [Fact]
    public void A_mention_outside_the_text_is_a_mistake_of_the_program() =>
        Should.Throw<ArgumentException>(() => OutgoingActivity.OfText("xem giúp", new Mention("29:1", "Minh")));

    [Fact]
    public async Task An_edit_is_a_put_on_the_message()
    {
        var outcome = await bot.Client.Update(At(Channel).Thread("17"), "1732/3", Hello, default);

        var request = await connector.Arrival();
        (request.Method, request.Target).ShouldBe(("PUT", $"{ChannelPath}%3Bmessageid%3D17/activities/1732%2F3"));
        outcome.Value.ShouldBe(new Sent(At(Channel).Thread("17"), "1732/3"));
    }

    [Fact]
    public async Task A_channel_post_begins_a_conversation_and_gives_its_thread()
    {
        var outcome = await bot.Client.PostToChannel(Bot, Channel, Hello, default);

        var request = await connector.Arrival();
        (request.Method, request.Target).ShouldBe(("POST", "/apac/_connector/v3/conversations"));
        request.Body.ShouldBe(
            $$$"""{"isGroup":true,"bot":{"id":"28:b0"},"tenantId":"{{{LocalIssuer.TenantId}}}","channelData":{"channel":{"id":"{{{Channel}}}"},"tenant":{"id":"{{{LocalIssuer.TenantId}}}"}},"activity":{"type":"message","text":"Chào"}}"""
        );
        var sent = outcome.Value.ShouldNotBeNull();
        sent.Conversation.ShouldBe(At(Channel).Thread(sent.ActivityId!));
    }

    [Fact]
    public async Task A_chat_is_opened_with_one_person_of_our_tenant()
    {
        var outcome = await bot.Client.OpenChat(Bot, "29:1-minh", default);

        (await connector.Arrival()).Body.ShouldBe(
            $$$"""{"isGroup":false,"bot":{"id":"28:b0"},"tenantId":"{{{LocalIssuer.TenantId}}}","channelData":{"tenant":{"id":"{{{LocalIssuer.TenantId}}}"}},"members":[{"id":"29:1-minh"}]}"""
        );
        outcome.Value.ShouldBe(At("a:1-29:1-minh"));
    }

    [Fact]
    public async Task A_member_is_found_by_the_channel_s_id()
    {
        connector.Members["19:x"] = ["""{"id":"29:1-minh","aadObjectId":"b","name":"Trần Văn Minh","userRole":"user","tenantId":"t"}"""];

        var found = await bot.Client.GetMember(At("19:x"), "29:1-minh", default);

        (await connector.Arrival()).Target.ShouldBe("/apac/_connector/v3/conversations/19%3Ax/members/29%3A1-minh");
        found.Value.ShouldBe(new Member("29:1-minh", "b", "Trần Văn Minh", UserRole: "user", TenantId: "t"));
    }

    [Fact]
    public async Task A_roster_comes_in_pages()
    {
        connector.Next(
            new ConnectorReply(200, """{"continuationToken":"a+b/c=","members":[{"id":"29:1"}]}"""),
            new ConnectorReply(200, """{"members":[{"id":"29:2"}]}""")
        );

        var first = await bot.Client.GetMembers(At("19:x"), null, default);
        var last = await bot.Client.GetMembers(At("19:x"), first.Value!.ContinuationToken, default);

        (await connector.Arrival()).Target.ShouldBe("/apac/_connector/v3/conversations/19%3Ax/pagedmembers?pageSize=500");
        (await connector.Arrival()).Target.ShouldBe(
            "/apac/_connector/v3/conversations/19%3Ax/pagedmembers?pageSize=500&continuationToken=a%2Bb%2Fc%3D"
        );
        last.Value!.Members.ShouldHaveSingleItem().Id.ShouldBe("29:2");
        last.Value.ContinuationToken.ShouldBeNull();
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster","message":"-"}}""", "BotNotInConversationRoster")]
    [InlineData(
        403,
        """{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"-\"\r\n}"}""",
        "MessageWritesBlocked"
    )]
    [InlineData(404, """{"code":"ConversationNotFound","message":"-"}""", "ConversationNotFound")]
    [InlineData(413, """{"error":{"code":"MessageSizeTooBig"}}""", "MessageSizeTooBig")]
    [InlineData(400, "<html>", null)]
    [InlineData(401, "", null)]
    [InlineData(302, "", null)]
    public async Task A_refusal_keeps_the_service_s_own_word_and_is_not_tried_again(int status, string body, string? code)
    {
        connector.Next(new ConnectorReply(status, body));

        var outcome = await bot.Client.Send(At("a:1"), Hello, default);

        outcome.Failure.ShouldBe(new ConnectorFailure.Refused((HttpStatusCode)status, code));
        (await connector.Arrival()).Authorization.ShouldBeNull();
        bot.Time.Waits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public async Task A_message_without_an_id_is_sent_all_the_same(string body)
    {
        connector.Next(new ConnectorReply(202, body));

        (await bot.Client.Send(At("a:1"), Hello, default)).Value.ShouldBe(new Sent(At("a:1"), null));
        await connector.Arrival();
    }

    [Fact]
    public async Task Every_request_carries_the_bot_s_token()
    {
        var credential = new StaticCredential();
        await using var signed = new ConnectorUnderTest(new TeamsOptions { AppId = LocalIssuer.AppId }, credential);

        await signed.Client.Send(At("a:1"), Hello, default);

        (await connector.Arrival()).Authorization.ShouldBe("Bearer outbound-token");
        credential.Scopes.ShouldBe(["https://api.botframework.com/.default"]);
    }

    [Fact]
    public async Task The_token_does_not_leave_without_https()
    {
        await using var signed = new ConnectorUnderTest(new TeamsOptions { AppId = LocalIssuer.AppId }, new StaticCredential());

        await Should.ThrowAsync<InvalidOperationException>(() => signed.Client.Send(new("http://smba.example/apac", "a:1"), Hello, default));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();
}
