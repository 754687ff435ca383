using System.Text.Json;
using DutyBot.Teams.Activities;

namespace DutyBot.Teams.Connector;

/// <summary>Bodies of <c>POST /v3/conversations</c>. The tenant stands twice because Teams reads the one and other channels the other.</summary>
internal static class NewConversation
{
    public static void OfChannel(Utf8JsonWriter json, BotAddress bot, string channelId, OutgoingActivity activity)
    {
        json.WriteStartObject();
        json.WriteBoolean("isGroup"u8, true);
        WriteBot(json, bot);
        json.WriteStartObject("channelData"u8);
        WriteId(json, "channel", channelId);
        WriteId(json, "tenant", bot.TenantId);
        json.WriteEndObject();
        json.WritePropertyName("activity"u8);
        activity.WriteTo(json);
        json.WriteEndObject();
    }

    public static void OfPerson(Utf8JsonWriter json, BotAddress bot, string memberId)
    {
        json.WriteStartObject();
        json.WriteBoolean("isGroup"u8, false);
        WriteBot(json, bot);
        json.WriteStartObject("channelData"u8);
        WriteId(json, "tenant", bot.TenantId);
        json.WriteEndObject();
        json.WriteStartArray("members"u8);
        json.WriteStartObject();
        json.WriteString("id"u8, memberId);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBot(Utf8JsonWriter json, BotAddress bot)
    {
        WriteId(json, "bot", bot.BotId);
        json.WriteString("tenantId"u8, bot.TenantId);
    }

    private static void WriteId(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("id"u8, id);
        json.WriteEndObject();
    }
}
