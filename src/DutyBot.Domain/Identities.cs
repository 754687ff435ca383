using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DutyBot.Domain;

/// <summary>What kind of history a <see cref="DutyId"/> names.</summary>
public enum DutyKind
{
    Task,
    Consultation,
    Escalation,
    Organisation,

    /// <summary>All formal reminders of one person.</summary>
    Reminders,

    /// <summary>The due notices of one person.</summary>
    Inbox,

    /// <summary>An urging of the Office.</summary>
    Urging,

    /// <summary>A review of all open tasks.</summary>
    Campaign,
}

/// <summary>
/// The code people quote and the key the history is stored under: <c>NV-2026-7K3Q9</c> (nhiệm vụ), <c>YK-…</c> (lấy ý kiến),
/// <c>TR-…</c> (trình xin ý kiến), <c>DD-…</c> (đôn đốc), <c>RS-…</c> (rà soát). The last five characters are Crockford base 32, so nothing in them can be misread
/// aloud. The record of a person's reminders has a code made of the person's id: <c>NN-6M2XK0-V9T4QD</c> (nhắc nhở).
/// </summary>
public readonly partial record struct DutyId
{
    private const string RemindersPrefix = "NN";
    private const string InboxPrefix = "INBOX-";
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private DutyId(string value, DutyKind kind)
    {
        Value = value;
        Kind = kind;
    }

    /// <summary>The one history of units, people, appointments and settings.</summary>
    public static DutyId Organisation { get; } = new("ORGANISATION", DutyKind.Organisation);

    public string Value { get; }

    public DutyKind Kind { get; }

    /// <summary>The inbox of a person; no code that anybody types.</summary>
    public static DutyId InboxOf(PersonId person) => new($"{InboxPrefix}{CodeOf(person)}", DutyKind.Inbox);

    /// <summary>Makes the id of a new duty; <paramref name="entropy"/> comes from the host, which owns randomness.</summary>
    public static DutyId New(DutyKind kind, int year, uint entropy)
    {
        Span<char> tail = stackalloc char[5];
        for (var i = 0; i < tail.Length; i++)
        {
            tail[i] = Alphabet[(int)((entropy >> (i * 5)) & 31)];
        }

        return new DutyId($"{Prefix(kind)}-{year:0000}-{tail}", kind);
    }

    /// <summary>The record of a person's formal reminders: there is exactly one, and whoever knows the person finds it.</summary>
    /// <remarks>Sixty bits of a hash: of a million people, two share a code with a probability of one in two million.</remarks>
    public static DutyId OfReminders(PersonId person) => new($"{RemindersPrefix}-{CodeOf(person)}", DutyKind.Reminders);

    // Not the person's id itself: codes of duties are written into logs.
    private static string CodeOf(PersonId person)
    {
        var bits = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(person.Value)));
        Span<char> code = stackalloc char[12];
        for (var i = 0; i < code.Length; i++)
        {
            code[i] = Alphabet[(int)((bits >> (i * 5)) & 31)];
        }

        return $"{code[..6]}-{code[6..]}";
    }

    /// <summary>Reads a code as a person types it: case and surrounding blanks do not matter.</summary>
    public static bool TryParse(string? text, out DutyId id)
    {
        var value = text?.Trim().ToUpperInvariant() ?? "";
        if (value == Organisation.Value)
        {
            id = Organisation;
            return true;
        }

        if (value.StartsWith(InboxPrefix, StringComparison.Ordinal) && value.Length > InboxPrefix.Length)
        {
            id = new DutyId(value, DutyKind.Inbox);
            return true;
        }

        var match = Code().Match(value);
        id =
            match.Success ? new DutyId(value, KindOf(match.Groups[1].Value))
            : RemindersCode().IsMatch(value) ? new DutyId(value, DutyKind.Reminders)
            : default;
        return id.Value is not null;
    }

    public static DutyId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a duty id.");

    public override string ToString() => Value;

    private static string Prefix(DutyKind kind) =>
        kind switch
        {
            DutyKind.Task => "NV",
            DutyKind.Consultation => "YK",
            DutyKind.Escalation => "TR",
            DutyKind.Urging => "DD",
            DutyKind.Campaign => "RS",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is one organisation, and one record of reminders a person."),
        };

    private static DutyKind KindOf(string prefix) =>
        prefix switch
        {
            "NV" => DutyKind.Task,
            "YK" => DutyKind.Consultation,
            "DD" => DutyKind.Urging,
            "RS" => DutyKind.Campaign,
            _ => DutyKind.Escalation,
        };

    [GeneratedRegex("^(NV|YK|TR|DD|RS)-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("^NN-[0-9A-HJKMNP-TV-Z]{6}-[0-9A-HJKMNP-TV-Z]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex RemindersCode();
}

/// <summary>A person's Entra object id in lower case; never the channel's <c>29:…</c> id.</summary>
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The identity of a unit over time; it outlives renaming.</summary>
public readonly record struct UnitId(string Value)
{
    public override string ToString() => Value;
}
