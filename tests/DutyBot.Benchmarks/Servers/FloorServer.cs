using System.Text.Json;
using System.Text.Json.Serialization;
using DutyBot.Benchmarks.Peers;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace DutyBot.Benchmarks.Servers;

/// <summary>The least that ASP.NET Core needs for the exchange: an invoke of 3 KB in, a card of 4 KB out, nothing looked at and nothing kept.</summary>
internal static class FloorServer
{
    public static WebApplication Build(bool withTokens)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, FloorJson.Default));
        if (withTokens)
        {
            builder.Services.AddAuthorization();
            builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt => Trust(jwt, builder.Configuration));
        }

        var app = builder.Build();
        var endpoint = app.MapPost("/api/messages", (FloorInvoke invoke) => Answer(invoke));
        if (withTokens)
        {
            endpoint.RequireAuthorization();
        }

        return app;
    }

    private static void Trust(JwtBearerOptions jwt, IConfiguration configuration)
    {
        jwt.MetadataAddress = configuration["Teams:OpenIdMetadata"]!;
        jwt.RequireHttpsMetadata = false;
        jwt.TokenValidationParameters.ValidIssuer = Issuer.Name;
        jwt.TokenValidationParameters.ValidAudience = Issuer.AppId;
    }

    private static FloorAnswer Answer(FloorInvoke invoke) =>
        new(
            200,
            "application/vnd.microsoft.card.adaptive",
            new FloorCard("AdaptiveCard", "1.5", "vi", [.. Enumerable.Range(1, 14).Select(no => Block(no, invoke.From.Name))])
        );

    private static FloorBlock Block(int no, string name) =>
        new(
            "TextBlock",
            $"Nội dung xin ý kiến số {no} ({name}): đề nghị quý đơn vị cho ý kiến về phương án quy hoạch cụm công nghiệp, thời hạn và kinh phí.",
            true,
            "Default",
            "Medium"
        );
}

internal sealed record FloorInvoke(
    string Type,
    string Id,
    string ChannelId,
    string ServiceUrl,
    FloorAccount From,
    FloorAccount Recipient,
    FloorConversation Conversation,
    string Name,
    FloorValue Value
);

internal sealed record FloorAccount(string Id, string Name, string? AadObjectId);

internal sealed record FloorConversation(string Id, string ConversationType, string TenantId);

internal sealed record FloorValue(FloorAction Action);

internal sealed record FloorAction(string Type, string Verb, JsonElement Data);

internal sealed record FloorAnswer(int StatusCode, string Type, FloorCard Value);

internal sealed record FloorCard(string Type, string Version, string Lang, IReadOnlyList<FloorBlock> Body);

internal sealed record FloorBlock(string Type, string Text, bool Wrap, string Weight, string Spacing);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FloorInvoke))]
[JsonSerializable(typeof(FloorAnswer))]
[JsonSerializable(typeof(Meter))]
internal sealed partial class FloorJson : JsonSerializerContext;
