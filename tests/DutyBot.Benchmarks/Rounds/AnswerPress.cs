using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DutyBot.Benchmarks.Peers;
using DutyBot.Domain;

namespace DutyBot.Benchmarks.Rounds;

/// <summary>The invoke that Teams sends when the head of a consulted unit presses "issue" in a channel: some 3 KB.</summary>
internal sealed class AnswerPress(string serviceUrl)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="number">Of <see cref="SampleRounds.Answer"/>.</param>
    public byte[] Of(int number)
    {
        var (round, unit, head) = SampleRounds.Answer(number);
        return Press(head, "consult.answer", round, new { unit = unit.Value });
    }

    /// <summary>By this the bot learns where a person's chat is.</summary>
    public byte[] View(PersonId person) => Press(person, "view", SampleRounds.Answer(0).Round, null, "personal");

    private byte[] Press(PersonId person, string verb, DutyId duty, object? extras, string conversationType = "channel") =>
        Encoding.UTF8.GetBytes(
            JsonSerializer.Serialize(
                new
                {
                    type = "invoke",
                    id = "f:7f0d0a11-5555-4444-8888-2f1b7f1f0001",
                    timestamp = "2026-11-23T01:02:03.4567891Z",
                    localTimestamp = "2026-11-23T08:02:03.4567891+07:00",
                    localTimezone = "Asia/Ho_Chi_Minh",
                    channelId = "msteams",
                    serviceUrl,
                    name = "adaptiveCard/action",
                    from = new
                    {
                        id = $"29:1-{person}",
                        name = "Trưởng phòng",
                        aadObjectId = person.Value,
                    },
                    conversation = new
                    {
                        isGroup = conversationType == "channel",
                        conversationType,
                        tenantId = Issuer.TenantId,
                        id = conversationType == "channel" ? "19:divisions@thread.tacv2;messageid=1732323723500" : $"a:1-{person}",
                    },
                    recipient = new { id = $"28:{Issuer.AppId}", name = "DutyBot" },
                    channelData = new
                    {
                        teamsChannelId = "19:divisions@thread.tacv2",
                        teamsTeamId = "19:general@thread.tacv2",
                        channel = new { id = "19:divisions@thread.tacv2" },
                        team = new { id = "19:general@thread.tacv2" },
                        tenant = new { id = Issuer.TenantId },
                        source = new { name = "message" },
                        legacy = new { replyToId = "1:abc" },
                    },
                    value = new
                    {
                        action = new
                        {
                            type = "Action.Execute",
                            title = "Phát hành",
                            verb,
                            data = Inputs(verb, duty, extras),
                        },
                        trigger = "manual",
                    },
                    replyToId = "1732323723500",
                    entities = new[]
                    {
                        new
                        {
                            type = "clientInfo",
                            locale = "vi-VN",
                            country = "VN",
                            platform = "Windows",
                            timezone = "Asia/Ho_Chi_Minh",
                        },
                    },
                    locale = "vi-VN",
                },
                Readable
            )
        );

    private static Dictionary<string, object> Inputs(string verb, DutyId duty, object? extras) =>
        new()
        {
            ["dutybot"] = new
            {
                verb,
                duty = duty.Value,
                version = 1,
                extras = extras ?? new { },
            },
            ["stance.1"] = "AgreeWithChanges",
            ["text.1"] = SampleTexts.Opinion,
            ["stance.2"] = "Agree",
            ["text.2"] = SampleTexts.Remarks,
            ["otherRemarks"] = SampleTexts.Remarks,
            ["reviewed"] = "true",
        };
}
