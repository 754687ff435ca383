using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Host;

namespace DutyBot.Tests.Copying;

/// <summary>What stories about copies begin with.</summary>
internal static class CopyOffice
{
    /// <summary>An office with one task, after its program has ended.</summary>
    public static async Task<OfficeDriver> Stopped(LocalIssuer issuer)
    {
        var office = await OfficeDriver.Open(issuer);
        await office.Assign();
        await office.Settled();
        await office.Stop();
        return office;
    }

    /// <summary>Adds an event to the organisation's history, as another program would.</summary>
    public static async Task Note(string database, string by, string? json = null)
    {
        await using var store = await CopyRun.Open(database);
        await Note(store, by, json);
    }

    public static async Task Note(IDutyStore store, string by, string? json = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        var seen = await store.Load(DutyId.Organisation, cancel);
        var note = new NewEvent(seen.Events[^1].Type, json ?? seen.Events[^1].Json, seen.Events[^1].At, by);
        IReadOnlyList<Obligation> owed = DutyOutline.Of(seen.Duty, seen.Events).Owed;
        var append = new DutyAppend(seen.Duty, seen.Version, seen.LastHash, "", note.At, [note], [], owed, owed);
        (await store.Append(append, cancel)).ShouldBeOfType<AppendResult.Appended>();
    }
}

/// <summary>Does something at the moment a line with a certain beginning is said.</summary>
internal sealed class SayingOutput(string beginning, Func<Task> act) : StringWriter
{
    public override async Task WriteLineAsync(string? value)
    {
        await base.WriteLineAsync(value);
        if (value?.StartsWith(beginning, StringComparison.Ordinal) == true)
        {
            await act();
        }
    }
}
