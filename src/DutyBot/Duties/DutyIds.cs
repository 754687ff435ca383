using System.Buffers.Binary;
using DutyBot.Domain;

namespace DutyBot.Duties;

/// <summary>Fills bytes that nobody can guess; the host's randomness.</summary>
internal delegate void Entropy(Span<byte> bytes);

/// <summary>Makes ids of new duties. An id is made when a form is opened and travels in it, so that sending the form twice makes one duty.</summary>
internal sealed class DutyIds(Office office, Entropy entropy)
{
    /// <summary>Of a new unit; like a duty's, made when the form is opened.</summary>
    public UnitId NewUnit() => new($"u-{Hex(stackalloc byte[6])}");

    /// <summary>Of a form that was opened: two presses of it are one act.</summary>
    public string NewPress() => Hex(stackalloc byte[8]);

    public DutyId New(DutyKind kind)
    {
        Span<byte> bytes = stackalloc byte[4];
        entropy(bytes);
        return DutyId.New(kind, office.Today.Year, BinaryPrimitives.ReadUInt32LittleEndian(bytes));
    }

    private string Hex(Span<byte> bytes)
    {
        entropy(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
