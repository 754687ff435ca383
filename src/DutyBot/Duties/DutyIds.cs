using System.Security.Cryptography;
using DutyBot.Domain;

namespace DutyBot.Duties;

/// <summary>Makes ids of new duties. An id is made when a form is opened and travels in it, so that sending the form twice makes one duty.</summary>
internal sealed class DutyIds(Office office)
{
    /// <summary>Of a new unit; like a duty's, made when the form is opened.</summary>
    public static UnitId NewUnit() => new($"u-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}");

    /// <summary>Of a form that was opened: two presses of it are one act.</summary>
    public static string NewPress() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public DutyId New(DutyKind kind) => DutyId.New(kind, office.Today.Year, BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4)));
}
