using System.Text.Json;
using System.Text.Json.Serialization;

namespace DutyBot.Teams.Cards;

// The first value of each is what a renderer assumes, so it is never written.

[JsonConverter(typeof(CamelCase<TextSize>))]
public enum TextSize
{
    Default,
    Small,
    Medium,
    Large,
}

[JsonConverter(typeof(CamelCase<TextWeight>))]
public enum TextWeight
{
    Default,
    Bolder,
}

[JsonConverter(typeof(CamelCase<TextColor>))]
public enum TextColor
{
    Default,
    Accent,
    Good,
    Warning,
    Attention,
}

[JsonConverter(typeof(CamelCase<TextStyle>))]
public enum TextStyle
{
    Default,

    /// <summary>Announced as a heading by screen readers.</summary>
    Heading,
}

[JsonConverter(typeof(CamelCase<Spacing>))]
public enum Spacing
{
    Default,
    None,
    Small,
    Medium,
    Large,
}

[JsonConverter(typeof(CamelCase<ContainerStyle>))]
public enum ContainerStyle
{
    Default,
    Emphasis,
    Good,
    Warning,
    Attention,
    Accent,
}

[JsonConverter(typeof(CamelCase<ChoiceStyle>))]
public enum ChoiceStyle
{
    Compact,

    /// <summary>All choices visible, as radio buttons or tick boxes.</summary>
    Expanded,

    /// <summary>A list to type into; for many choices such as units and people.</summary>
    Filtered,
}

[JsonConverter(typeof(CamelCase<ButtonStyle>))]
public enum ButtonStyle
{
    Default,
    Positive,
    Destructive,
}

[JsonConverter(typeof(CamelCase<AssociatedInputs>))]
public enum AssociatedInputs
{
    Auto,

    /// <summary>The press sends no inputs.</summary>
    None,
}

internal sealed class CamelCase<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase)
    where TEnum : struct, Enum;
