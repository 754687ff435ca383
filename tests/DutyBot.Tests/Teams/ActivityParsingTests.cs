using System.Text;
using System.Text.Json;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Connector;

namespace DutyBot.Tests.Teams;

/// <summary>Captured activities in, meaning out.</summary>
public sealed class ActivityParsingTests
{
    public static TheoryData<string> WellFormed => [.. Captured.Names("teams."), .. Captured.Names("playground.")];

    public static TheoryData<string> Malformed => [.. Captured.Names("malformed.")];

    [Theory]
    [MemberData(nameof(WellFormed))]
    public void Every_captured_activity_is_read(string name)
    {
        var activity = Captured.Activity(name);

        activity.Tenants.ShouldNotBeEmpty();
        activity.Tenants.ShouldAllBe(tenant => tenant == "11111111-0000-0000-0000-000000000001");
        activity.From.AadObjectId.ShouldNotBeNullOrEmpty();
        activity.Recipient.Id.ShouldBe("28:00000000-0000-0000-0000-0000000000b0");
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_is_not_an_activity_is_a_value_and_not_an_exception(string name)
    {
        Activity.TryParse(Captured.Utf8(Captured.Json(name)), out var activity, out var malformedAt).ShouldBeFalse();

        activity.ShouldBeNull();
        malformedAt.ShouldStartWith("$");
    }

    [Fact]
    public void A_body_in_several_pieces_is_read_as_one()
    {
        var utf8 = Encoding.UTF8.GetBytes(Captured.Json("teams.channel-mention"));
        var first = new Piece(utf8.AsMemory(0, 301), null);
        var last = new Piece(utf8.AsMemory(301), first);

        Activity.TryParse(new(first, 0, last, last.Memory.Length), out var activity, out _).ShouldBeTrue();

        activity!.PlainText().ShouldBe("giao việc cho <at>Trần Văn Minh</at>");
    }

    [Theory]
    [InlineData("teams.personal-text", "việc của tôi")]
    [InlineData("playground.personal-text", "việc của tôi")]
    [InlineData("teams.channel-mention", "giao việc cho <at>Trần Văn Minh</at>")]
    [InlineData("playground.channel-mention", "giao việc")]
    [InlineData("teams.thread-reply", "xong")]
    [InlineData("playground.thread-reply", "xong")]
    public void A_text_is_read_without_the_mention_of_the_bot_itself(string name, string words) =>
        Captured.Activity(name).Read().ShouldBe(new Incoming.Text(words));

    [Theory]
    [InlineData("teams.execute", "accept")]
    [InlineData("playground.execute", "accept")]
    [InlineData("teams.submit", null)]
    [InlineData("playground.submit", null)]
    public void A_button_is_a_card_action_whether_the_host_knows_Execute_or_falls_back_to_Submit(string name, string? verb)
    {
        var action = Captured.Activity(name).Read().ShouldBeOfType<Incoming.CardAction>();

        action.Verb.ShouldBe(verb);
        action.Data.GetProperty("duty").GetString().ShouldBe("NV-2026-7K3Q9");
    }

    [Fact]
    public void A_button_without_data_has_an_empty_object()
    {
        var activity = Parse(Captured.Json("teams.execute", json => json["value"]!["action"]!.AsObject().Remove("data")));

        activity.Read().ShouldBeOfType<Incoming.CardAction>().Data.ToString().ShouldBe("{}");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"action":{}}""")]
    [InlineData("""{"action":{"verb":7,"data":{}}}""")]
    [InlineData("""{"action":{"verb":"accept","data":"text"}}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void An_execute_without_a_usable_action_is_not_for_us(string value)
    {
        var activity = Parse(Captured.Json("teams.execute", json => json["value"] = System.Text.Json.Nodes.JsonNode.Parse(value)));

        activity.Read().ShouldBe(new Incoming.Other());
    }

    [Fact]
    public void Dialogs_are_fetched_and_sent_with_the_data_of_their_button()
    {
        Data(Captured.Activity("teams.task-fetch").Read().ShouldBeOfType<Incoming.DialogFetch>().Data, "action").ShouldBe("report");
        Data(Captured.Activity("teams.task-submit").Read().ShouldBeOfType<Incoming.DialogSubmit>().Data, "text").ShouldBe("Đã hoàn thành");
        Captured.Activity("teams.task-submit").IsDialog.ShouldBeTrue();
        Captured.Activity("teams.execute").IsDialog.ShouldBeFalse();
    }

    [Fact]
    public void The_app_s_coming_and_going_is_told_apart()
    {
        Captured.Activity("teams.installation-update").Read().ShouldBe(new Incoming.Installation(Added: true));
        Parse(Captured.Json("teams.installation-update", json => json["action"] = "remove")).Read().ShouldBe(new Incoming.Installation(Added: false));
    }

    [Theory]
    [InlineData("teams.conversation-update", 2)]
    [InlineData("playground.conversation-update", 1)]
    public void Members_who_joined_are_listed(string name, int count)
    {
        var changed = Captured.Activity(name).Read().ShouldBeOfType<Incoming.MembersChanged>();

        changed.Added.Length.ShouldBe(count);
        changed.Removed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("teams.unknown-invoke")]
    [InlineData("teams.reaction")]
    public void The_unknown_is_not_for_us(string name) => Captured.Activity(name).Read().ShouldBe(new Incoming.Other());

    [Theory]
    [InlineData("teams.personal-text", ConversationKind.Personal, "a:1-personal", null)]
    [InlineData("teams.channel-mention", ConversationKind.Channel, "19:tong-hop@thread.tacv2", "1732323723500")]
    [InlineData("playground.thread-reply", ConversationKind.Channel, "19:tong-hop@thread.tacv2", "1795457848455")]
    [InlineData("teams.installation-update", ConversationKind.Channel, "19:tong-hop@thread.tacv2", null)]
    public void A_conversation_knows_its_kind_its_channel_and_its_thread(string name, ConversationKind kind, string baseId, string? root)
    {
        var conversation = Captured.Activity(name).Conversation;

        conversation.Kind.ShouldBe(kind);
        conversation.BaseId.ShouldBe(baseId);
        conversation.ThreadRoot.ShouldBe(root);
    }

    [Fact]
    public void A_thread_is_addressed_by_its_channel_and_its_root()
    {
        var activity = Captured.Activity("teams.channel-mention");
        var channel = new ConversationAddress(activity.ServiceUrl, activity.Conversation.BaseId);

        channel.Thread(activity.Conversation.ThreadRoot!).ShouldBe(ConversationAddress.Of(activity));
    }

    [Fact]
    public void Where_the_app_was_added_is_in_the_channel_data()
    {
        var data = Captured.Activity("playground.conversation-update").ChannelData!;

        data.EventType.ShouldBe("teamMemberAdded");
        data.Team!.AadGroupId.ShouldBe("22222222-0000-0000-0000-000000000002");
        data.Settings!.SelectedChannel!.Id.ShouldBe("19:tong-hop@thread.tacv2");
    }

    private static Activity Parse(string json) =>
        Activity.TryParse(Captured.Utf8(json), out var activity, out var at) ? activity : throw new FormatException(at);

    private static string? Data(JsonElement data, string name) => data.GetProperty(name).GetString();

    private sealed class Piece : System.Buffers.ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            if (before is not null)
            {
                before.Next = this;
                RunningIndex = before.RunningIndex + before.Memory.Length;
            }
        }
    }
}
