using System.Text.Json.Serialization;

namespace DutyBot.Teams.Connector;

/// <param name="Id">The channel's id (<c>29:…</c>).</param>
/// <param name="AadObjectId">The Entra object id.</param>
/// <param name="UserRole"><c>user</c>, <c>guest</c> or <c>anonymous</c>.</param>
public sealed record Member(
    string Id,
    string? AadObjectId = null,
    string? Name = null,
    string? Email = null,
    string? UserPrincipalName = null,
    string? UserRole = null,
    string? TenantId = null
);

/// <param name="ContinuationToken">Asks for the next page; null on the last.</param>
public sealed record MemberPage(IReadOnlyList<Member> Members, string? ContinuationToken = null);

/// <param name="Name">None for the General channel.</param>
/// <param name="Type"><c>standard</c>, <c>private</c> or <c>shared</c>; not every host says it.</param>
public sealed record TeamChannel(string Id, string? Name = null, string? Type = null);

public sealed record TeamChannels(IReadOnlyList<TeamChannel> Conversations);

/// <summary>The answer to a new conversation, post or message.</summary>
internal sealed record Created(string? Id = null, string? ActivityId = null);

internal sealed record Opened(string Id);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(MemberPage))]
[JsonSerializable(typeof(TeamChannels))]
[JsonSerializable(typeof(Created))]
[JsonSerializable(typeof(Opened))]
internal sealed partial class ConnectorJson : JsonSerializerContext;
