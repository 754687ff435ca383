using System.Buffers;

namespace DutyBot.Storage;

/// <summary>
/// What fits one atomic write. The limits are those of an Azure Tables entity group transaction (100 rows, 4 MiB on the wire, 1 MiB a row);
/// SQLite keeps the same ones, so that a bot that runs on one adapter runs on the other.
/// </summary>
internal static class AppendLimits
{
    /// <summary>What one atomic write of Azure Tables holds.</summary>
    public const int Rows = 100;
    public const int WireBytes = 4 * 1024 * 1024;

    private const int CharactersPerRow = 480 * 1024;

    /// <summary>Headers, keys and column names of one row in the transaction's body; measured at about 900 bytes, rounded up.</summary>
    private const int WireBytesPerRow = 2048;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,:;.-_{}[]()/!"
    );

    /// <exception cref="ArgumentException">The append cannot be stored; nothing was written.</exception>
    public static void Check(DutyAppend append)
    {
        Refuse(append.Duty.Value is null, "The duty has no id.");
        Refuse(append.Events.Count == 0, "An append without events would leave no trace.");
        var rows = 1 + append.Events.Count + append.Effects.Count;
        Refuse(rows > Rows, $"{rows} rows are more than the {Rows} of one atomic write.");
        Refuse(append.Effects.DistinctBy(effect => effect.Id).Count() != append.Effects.Count, "Two effects have the same id.");
        Refuse(append.After.DistinctBy(owed => owed.Name).Count() != append.After.Count, "Two obligations have the same name.");
        CheckTexts(append);
        CheckSize(append, rows);
    }

    /// <summary>An upper bound of what a row with these texts takes in the body of an atomic write.</summary>
    public static long RowBytes(params ReadOnlySpan<string?> texts)
    {
        long bytes = WireBytesPerRow;
        foreach (var text in texts)
        {
            bytes += WireLength(text ?? "");
        }

        return bytes;
    }

    private static void CheckTexts(DutyAppend append)
    {
        StoredText.Require(append.Title);
        foreach (var recorded in append.Events)
        {
            StoredText.RequireShort(recorded.Type);
            StoredText.RequireShort(recorded.By);
            StoredText.Require(recorded.Json);
        }

        foreach (var effect in append.Effects)
        {
            StoredText.RequireShort(effect.Id);
            StoredText.RequireShort(effect.Lane);
            StoredText.Require(effect.Json);
        }

        foreach (var obligation in append.After)
        {
            StoredText.RequireShort(obligation.Name);
            StoredText.RequireShort(obligation.Owner.Key);
        }
    }

    private static void CheckSize(DutyAppend append, int rows)
    {
        var texts = append.Events.Select(recorded => recorded.Json).Concat(append.Effects.Select(effect => effect.Json)).Append(append.Title);
        var bytes = rows * (long)WireBytesPerRow;
        foreach (var text in texts)
        {
            Refuse(text.Length > CharactersPerRow, $"A text of {text.Length} characters is longer than the {CharactersPerRow} of one row.");
            bytes += WireLength(text);
        }

        // The rows of the obligations repeat the title, in groups of their own.
        bytes = Math.Max(bytes, append.After.Count * (WireBytesPerRow + WireLength(append.Title)));
        Refuse(bytes > WireBytes, $"{bytes} bytes are more than the {WireBytes} of one atomic write.");
    }

    /// <summary>An upper bound of what System.Text.Json writes: six bytes for each character that it escapes.</summary>
    private static long WireLength(string text)
    {
        var rest = text.AsSpan();
        long bytes = text.Length;
        while (rest.IndexOfAnyExcept(Plain) is var escaped and >= 0)
        {
            bytes += 5;
            rest = rest[(escaped + 1)..];
        }

        return bytes;
    }

    private static void Refuse(bool refused, string why)
    {
        if (refused)
        {
            throw new ArgumentException(why);
        }
    }
}
