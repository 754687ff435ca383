using System.Text.Json;
using DutyBot.Domain.Effects;

namespace DutyBot.Duties;

/// <summary>Effects as they stand in the store, for those who only look at them.</summary>
internal static class StoredEffects
{
    /// <returns>Null for what this version of the program cannot read; it is dealt with when it is carried out.</returns>
    public static Effect? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Effect>(json, DutyJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            // Without a word for its kind.
            return null;
        }
    }
}
