using System.Text;
using DutyBot.Domain.Organisations;
using DutyBot.Imports;
using DutyBot.Options;
using DutyBot.Teams;
using NodaTime;

namespace DutyBot.Hosting;

/// <param name="Date">The day as of which; null for today.</param>
internal sealed record ExportOptions(DirectoryInfo Folder, LocalDate? Date, Language Language);

/// <summary><c>dutybot export-organisation</c>: writes the organisation as the two files that an import reads.</summary>
internal static class ExportOrganisation
{
    // With a byte order mark: without it spreadsheets take Vietnamese for something else.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    public static async Task<int> Run(StorageOptions storage, ExportOptions options, TextWriter output, TimeProvider time, CancellationToken cancel)
    {
        await using var store = await OrganisationStore.Open(storage, time, cancel);
        var texts = Texts.Of(options.Language);
        var written = new OrganisationCsv(await store.Book.History(cancel), options.Date ?? store.Office.Today, texts);
        options.Folder.Create();
        foreach (var (name, text) in new[] { ("units.csv", written.Units()), ("people.csv", written.People()) })
        {
            var path = Path.Combine(options.Folder.FullName, name);
            await File.WriteAllTextAsync(path, text, Encoding, cancel);
            await output.WriteLineAsync(path);
        }

        return 0;
    }
}
