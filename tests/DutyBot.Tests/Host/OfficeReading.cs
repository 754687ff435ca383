using System.Text;
using DutyBot.Domain;

namespace DutyBot.Tests.Host;

/// <summary>Where else one looks: in a unit's channel, and in the files of the store.</summary>
internal static class OfficeReading
{
    public static IReadOnlyList<Seen> Messages(this OfficeDriver office, UnitId unit) => office.Messages(OfficeDriver.ChannelOf(unit));

    public static Task<Seen> Latest(this OfficeDriver office, UnitId unit, string saying) => office.Latest(OfficeDriver.ChannelOf(unit), saying);

    /// <summary>Whether the bytes of a text are in any file of the store; stop the program first.</summary>
    public static bool FilesContain(this OfficeDriver office, string text) =>
        Directory
            .EnumerateFiles(Path.GetDirectoryName(office.Database)!)
            .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);
}
