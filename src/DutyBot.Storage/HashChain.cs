using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using DutyBot.Domain;
using NodaTime.Text;

namespace DutyBot.Storage;

/// <summary>Chains the events of a duty: each hash covers the event's own content and the hash before it, so no past event can be changed unseen.</summary>
public static class HashChain
{
    /// <summary>What the first event's hash is chained to.</summary>
    public const string Seed = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Gives new events their numbers and hashes.</summary>
    public static IReadOnlyList<StoredEvent> Link(DutyId duty, long lastNumber, string lastHash, IReadOnlyList<NewEvent> events)
    {
        var linked = new StoredEvent[events.Count];
        for (var i = 0; i < events.Count; i++)
        {
            var number = lastNumber + i + 1;
            lastHash = Hash(duty, number, events[i], lastHash);
            linked[i] = new StoredEvent(number, events[i].Type, events[i].Json, events[i].At, events[i].By, lastHash);
        }

        return linked;
    }

    /// <summary>The number of the first event whose link is broken (changed, missing or out of order), or null for an intact history.</summary>
    public static long? FirstBrokenLink(StoredDuty history)
    {
        var hash = Seed;
        for (var i = 0; i < history.Events.Count; i++)
        {
            var stored = history.Events[i];
            hash = Hash(history.Duty, i + 1, new NewEvent(stored.Type, stored.Json, stored.At, stored.By), hash);
            if (stored.Number != i + 1 || stored.Hash != hash)
            {
                return i + 1;
            }
        }

        return history.Version.Number == history.Events.Count ? null : history.Events.Count + 1;
    }

    private static string Hash(DutyId duty, long number, NewEvent content, string previous)
    {
        // Lengths are written before texts, so that no two different events can be written as the same bytes; for the same reason a
        // lone surrogate is refused instead of becoming U+FFFD.
        var bytes = new ArrayBufferWriter<byte>(512 + content.Json.Length);
        Write(bytes, $"{previous}|{duty.Value}|{number}");
        foreach (var part in (ReadOnlySpan<string>)[content.Type, InstantPattern.ExtendedIso.Format(content.At), content.By, content.Json])
        {
            Write(bytes, $"|{part.Length}:");
            Write(bytes, part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    private static void Write(ArrayBufferWriter<byte> bytes, string text) => StoredText.Utf8.GetBytes(text, bytes);
}
