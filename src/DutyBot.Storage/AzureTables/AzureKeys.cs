using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage.Copying;
using NodaTime;

namespace DutyBot.Storage.AzureTables;

/// <summary>
/// Every key of every table. Parts are joined by <c>;</c>, which <see cref="Escape"/> never lets through, so a range from <c>prefix;</c> to
/// <c>prefix&lt;</c> holds exactly the rows of that prefix.
/// </summary>
internal static class AzureKeys
{
    /// <summary>The order of row keys is events, head: so a head that is read together with its events is never older than they are.</summary>
    public const string Head = "head";

    public const string FirstOfPartition = "";
    public const string EndOfPartition = "~";
    public const string FirstOfHistory = "e";
    public const string EndOfHistory = "i";
    public const string FirstEffect = "x";
    public const string EndOfEffects = "y";
    public const string FirstDead = "z";
    public const string FirstCard = "c;";
    public const string DeadPartition = "dead";

    private const int Shards = 16;
    private const int LongestPart = 200;
    private const string Undated = "undated";

    /// <summary>A deadline's row key begins with its due instant after this mark, a wake's after the other.</summary>
    private const string DeadlineMark = "d;";
    private const string WakeMark = "w;";

    public static IEnumerable<string> AllShards => Enumerable.Range(0, Shards).Select(ShardKey);

    public static string Shard(DutyId duty)
    {
        // FNV-1a: the same on every replica and in every version of .NET.
        var hash = 2166136261u;
        foreach (var character in duty.Value)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return ShardKey((int)((hash ^ (hash >> 16)) % Shards));
    }

    public static string Event(long number) => Text($"e{number:D10}");

    public static string Effect(long firstEvent, int position) => Text($"x{firstEvent:D10}{position:D2}");

    /// <summary>Where an effect that was given up on is kept.</summary>
    public static string DeadOf(string effectRow) => FirstDead + effectRow[1..];

    /// <summary>Where an effect lives again that was given up on.</summary>
    public static string RevivedOf(string deadRow) => FirstEffect + deadRow[1..];

    public static string Card(string slot) => FirstCard + Escape(slot);

    public static bool IsEvent(string row) => row.StartsWith(FirstOfHistory, StringComparison.Ordinal);

    /// <summary>Reads back <see cref="Effect"/> and <see cref="DeadOf"/>.</summary>
    public static EffectPlace PlaceOf(string effectRow) =>
        new(long.Parse(effectRow.AsSpan(1, 10), CultureInfo.InvariantCulture), int.Parse(effectRow.AsSpan(11), CultureInfo.InvariantCulture));

    public static string DeadIndex(DutyId duty, string effectRow) => $"{duty};{effectRow}";

    /// <summary>A wake that an append announced; see <see cref="MovedWake"/>.</summary>
    public static string AnnouncedWake(Instant due, DutyId duty) => $"{WakeMark}{SortableTime.Write(due)};{duty};announced";

    /// <summary>A wake put off. Its key differs, lest it replace one announced for the same instant that an append under way counts on.</summary>
    public static string MovedWake(Instant due, DutyId duty) => $"{WakeMark}{SortableTime.Write(due)};{duty};moved";

    public static (string From, string Before) WakesUntil(Instant now) => (WakeMark, JustAfter(WakeMark, now));

    /// <summary>All rows that ever announced this obligation with this due instant; which version announced it follows.</summary>
    public static string DeadlinePrefix(DutyId duty, string name, Instant due) => $"{DeadlineMark}{SortableTime.Write(due)};{duty};{Escape(name)};";

    public static (string From, string Before) DeadlinesUntil(Instant now) => (DeadlineMark, JustAfter(DeadlineMark, now));

    public static string RegisterPartition(Owner owner) => Escape(owner.Key);

    public static string RegisterPrefix(DutyId duty, string name, Instant? due) => $"{SortableTime.Write(due) ?? Undated};{duty};{Escape(name)};";

    public static string Announced(string prefix, long version) => Text($"{prefix}{version:D10}");

    public static long VersionOf(string announcedRow) =>
        long.Parse(announcedRow.AsSpan(announcedRow.LastIndexOf(';') + 1), CultureInfo.InvariantCulture);

    /// <summary>The due instant of a row of <c>Deadlines</c> or <c>Register</c>.</summary>
    public static Instant? DueOf(string row)
    {
        var due = row.StartsWith(DeadlineMark, StringComparison.Ordinal) ? row.Split(';')[1] : row.Split(';')[0];
        return due == Undated ? null : SortableTime.Read(due);
    }

    /// <summary>The first key after all that begin with <paramref name="prefix"/>, which ends in the separator.</summary>
    public static string EndOf(string prefix) => prefix[..^1] + '<';

    /// <summary>
    /// Text as a part of a key: the service refuses / \ # ? and control characters, and clients differ over the rest. What is too long keeps
    /// its beginning for people to read and is told apart by a hash; the whole text stands in a column.
    /// </summary>
    public static string Escape(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ =
                char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or ':' or '|' or '@' or '_'
                    ? key.Append(character)
                    : key.Append(CultureInfo.InvariantCulture, $"!{(int)character:X4}");
        }

        return key.Length <= LongestPart ? key.ToString() : $"{key.ToString(0, LongestPart - 66)}!!{Hash(text)}";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(StoredText.Utf8.GetBytes(text)));

    private static string JustAfter(string mark, Instant now) => $"{mark}{SortableTime.Write(now)}<";

    private static string ShardKey(int shard) => Text($"{shard:x2}");

    private static string Text(FormattableString key) => key.ToString(CultureInfo.InvariantCulture);
}
