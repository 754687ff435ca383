using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DutyBot.Domain;
using DutyBot.Tests.Cards;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Host;

/// <summary>Somebody before Teams: types, presses buttons, fills in forms, and sees what comes back.</summary>
internal sealed class Person(OfficeDriver office, PersonId id)
{
    public PersonId Id => id;

    /// <summary>Of the person's Teams.</summary>
    public string Locale { get; init; } = "vi-VN";

    public string Chat => OfficeDriver.ChatOf(id);

    /// <summary>Says something to the bot in the personal chat and waits for the answer.</summary>
    public Task<Seen> Types(string words) => TypesIn(Chat, words);

    /// <returns>What the bot answers there.</returns>
    public async Task<Seen> TypesIn(string conversation, string words)
    {
        await office.Settled();
        return await Answered(conversation, Message(conversation, "text", words));
    }

    /// <summary>Presses a button of a card, the inputs as they stand but for what is typed now.</summary>
    public Task<Seen> Presses(Seen on, string button, params (string Id, string Value)[] typed) =>
        Sends(on.Conversation, Presser.Execute(on.Card, button, typed));

    /// <summary>The same on a host that knows only <c>Action.Submit</c>: the answer comes as a message.</summary>
    public async Task<Seen> Submits(Seen on, string button, params (string Id, string Value)[] typed)
    {
        await office.Settled();
        return await Answered(on.Conversation, Message(on.Conversation, "value", JsonObject.Create(Presser.Submit(on.Card, button, typed))));
    }

    /// <param name="activityId">Hosts repeat an invoke under the same id.</param>
    public async Task<Seen> Sends(string conversation, JsonElement value, string? activityId = null)
    {
        var response = await office.Post(Invoke(conversation, value, activityId));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        body.GetProperty("statusCode").GetInt32().ShouldBe(200, body.ToString());
        var answer = body.GetProperty("value");
        return answer.ValueKind == JsonValueKind.String
            ? new Seen(conversation, false, null, answer.GetString(), default)
            : new Seen(conversation, false, null, null, answer);
    }

    /// <summary>As Teams would send it, for a test to send on its own terms.</summary>
    public JsonObject Invoke(string conversation, JsonElement value, string? activityId = null)
    {
        var activity = Activity(conversation, "invoke", activityId);
        activity["name"] = "adaptiveCard/action";
        activity["value"] = JsonObject.Create(value);
        return activity;
    }

    public JsonObject Message(string conversation, string member, JsonNode? content)
    {
        var activity = Activity(conversation, "message", null);
        activity[member] = content;
        return activity;
    }

    private async Task<Seen> Answered(string conversation, JsonObject activity)
    {
        var before = office.Messages(conversation).Count;
        (await office.Post(activity)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await office.Until(() => office.Messages(conversation).Count > before);
        return office.Messages(conversation)[before];
    }

    private JsonObject Activity(string conversation, string type, string? activityId)
    {
        var isPersonal = conversation.StartsWith("a:", StringComparison.Ordinal);
        var json = new JsonObject
        {
            ["type"] = type,
            ["id"] = activityId ?? office.NextActivityId(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = office.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = OfficeDriver.ChannelIdOf(id), ["aadObjectId"] = id.Value },
            ["conversation"] = new JsonObject
            {
                ["id"] = isPersonal ? conversation : $"{conversation};messageid=1732323000001",
                ["conversationType"] = isPersonal ? "personal" : "channel",
                ["tenantId"] = LocalIssuer.TenantId,
            },
            ["recipient"] = new JsonObject { ["id"] = $"28:{LocalIssuer.AppId}" },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = LocalIssuer.TenantId } },
            ["locale"] = Locale,
        };
        return json;
    }
}
