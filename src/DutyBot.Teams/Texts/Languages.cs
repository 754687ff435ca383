using DutyBot.Domain.Organisations;

namespace DutyBot.Teams;

/// <summary>The two languages as texts and cards name them (D-08: Vietnamese first, English second).</summary>
public static class Languages
{
    /// <summary>The language of an activity's <c>locale</c>; whoever uses a third one reads the organisation's language.</summary>
    public static Language FromLocale(string? locale, Language organisation) =>
        locale switch
        {
            null => organisation,
            _ when IsOf(locale, "vi") => Language.Vietnamese,
            _ when IsOf(locale, "en") => Language.English,
            _ => organisation,
        };

    /// <summary>The ISO 639-1 code: the name of the text resource and the <c>lang</c> of a card.</summary>
    public static string Code(this Language language) => language == Language.English ? "en" : "vi";

    private static bool IsOf(string locale, string code) =>
        locale.StartsWith(code, StringComparison.OrdinalIgnoreCase) && (locale.Length == code.Length || locale[code.Length] is '-' or '_');
}
