using System.Text.Json;
using System.Text.Json.Nodes;
using DutyBot.Domain;
using DutyBot.Tests.Cards;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Host;

namespace DutyBot.Tests.Simulation;

/// <summary>
/// Somebody who types what can be typed and presses what is there to be pressed, knows no rule, and fills in forms as they are: often wrong, often
/// too late, sometimes twice.
/// </summary>
internal sealed class Official(PersonId id, bool isAssigner, IReadOnlyList<string> channels, Town town, Post post)
{
    private static readonly string[] Words =
    [
        "giao việc",
        "việc của tôi",
        "việc đơn vị",
        "tồn đọng",
        "đôn đốc",
        "báo vắng mặt",
        "ủy quyền",
        "hạn sau 5 ngày",
        "rà soát",
        "kiểm tra",
    ];

    private static readonly string[] Acts =
    [
        "xem",
        "nhắc nhở",
        "lấy ý kiến",
        "trả lời",
        "trình",
        "tiếp nhận",
        "trả lại",
        "chỉ đạo",
        "giải trình",
        "kết thúc",
    ];

    private readonly Dice dice = town.Dice;

    public bool IsAssigner => isAssigner;

    private string Chat => OfficeDriver.ChatOf(id);

    /// <summary>Does one thing, and goes on with the forms it leads to.</summary>
    public async Task Act()
    {
        var (conversation, card) = await Find();
        for (var forms = 0; forms < 8 && card.ValueKind == JsonValueKind.Object; forms++)
        {
            if (Paper.Press(card, cameBack: forms > 1, town.Time.GetUtcNow(), dice) is not { } press)
            {
                return;
            }

            if (await post.Brings(Invoke(conversation, press.Value), press.Tokens) is not { } answer || dice.Chance(0.1))
            {
                return;
            }

            card = answer;
        }
    }

    private async Task<(string, JsonElement)> Find()
    {
        var letters = channels.Append(Chat).SelectMany(town.Mailroom.In).ToList();
        if (letters.Count == 0 || dice.Chance(0.3))
        {
            return (Chat, await post.Brings(Message(Said(letters)), []) ?? default);
        }

        // What came last is answered most.
        var letter = dice.Chance(0.6) ? letters[^Math.Min(letters.Count, dice.Between(1, 8))] : dice.Pick(letters);
        return (letter.Conversation, letter.Card);
    }

    private string Said(IReadOnlyList<Letter> letters)
    {
        if (isAssigner && dice.Chance(0.6))
        {
            return Words[0];
        }

        var codes = letters.SelectMany(letter => Paper.Codes(letter.Card)).Distinct().ToList();
        return codes.Count > 0 && dice.Chance(0.5) ? $"{dice.Pick(Acts)} {dice.Pick(codes)}" : dice.Pick(Words);
    }

    private JsonObject Invoke(string conversation, JsonElement value)
    {
        var activity = Activity(conversation, "invoke");
        activity["name"] = "adaptiveCard/action";
        activity["value"] = JsonObject.Create(value);
        return activity;
    }

    private JsonObject Message(string words)
    {
        var activity = Activity(Chat, "message");
        activity["text"] = words;
        return activity;
    }

    private JsonObject Activity(string conversation, string type)
    {
        var isPersonal = conversation.StartsWith("a:", StringComparison.Ordinal);
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = $"f:{dice.Number(int.MaxValue)}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = "https://teams.example/apac/_connector",
            ["from"] = new JsonObject { ["id"] = OfficeDriver.ChannelIdOf(id), ["aadObjectId"] = id.Value },
            ["conversation"] = new JsonObject
            {
                ["id"] = isPersonal ? conversation : $"{conversation};messageid=1732323000001",
                ["conversationType"] = isPersonal ? "personal" : "channel",
                ["tenantId"] = LocalIssuer.TenantId,
            },
            ["recipient"] = new JsonObject { ["id"] = $"28:{LocalIssuer.AppId}" },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = LocalIssuer.TenantId } },
            ["locale"] = "vi-VN",
        };
    }
}
