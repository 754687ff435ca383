using System.Reflection;
using Microsoft.Extensions.Options;

namespace DutyBot.Options;

/// <summary>
/// Looks at a section as it is written, before it is read: a name that nobody reads or a word that means nothing is a mistake, and not a reason
/// to fall back to a default.
/// </summary>
internal static class SettingsCheck
{
    /// <summary>To be called before the options are bound.</summary>
    public static void AddSettingsCheck<TOptions>(this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class =>
        services
            .AddOptions<TOptions>()
            .Configure(_ =>
            {
                if (Problems<TOptions>(configuration.GetSection(section)).ToList() is { Count: > 0 } problems)
                {
                    throw new OptionsValidationException(section, typeof(TOptions), problems);
                }
            });

    private static IEnumerable<string> Problems<TOptions>(IConfigurationSection section)
    {
        var settings = typeof(TOptions).GetProperties().Where(property => property.CanWrite).ToList();
        foreach (var given in section.GetChildren())
        {
            var setting = settings.Find(property => property.Name.Equals(given.Key, StringComparison.OrdinalIgnoreCase));
            if (Problem(given, setting, settings) is { } problem)
            {
                yield return problem;
            }
        }
    }

    // A value is never repeated: it may be a secret in the wrong place.
    private static string? Problem(IConfigurationSection given, PropertyInfo? setting, List<PropertyInfo> settings) =>
        setting is null ? $"{given.Path} is not a setting; there are: {string.Join(", ", settings.Select(property => property.Name).Order())}."
        : setting.PropertyType.IsEnum && !Enum.GetNames(setting.PropertyType).Contains(given.Value, StringComparer.OrdinalIgnoreCase)
            ? $"{given.Path} must be one of: {string.Join(", ", Enum.GetNames(setting.PropertyType))}."
        : setting.PropertyType == typeof(bool) && !bool.TryParse(given.Value, out _) ? $"{given.Path} must be true or false."
        : null;
}
