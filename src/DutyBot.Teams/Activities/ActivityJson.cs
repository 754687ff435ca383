using System.Text.Json.Serialization;

namespace DutyBot.Teams.Activities;

/// <summary>A parameter without a default is required and not null: what lacks it is not an activity.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(Activity))]
internal sealed partial class ActivityJson : JsonSerializerContext;
