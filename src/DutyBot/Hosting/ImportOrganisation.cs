using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Imports;
using DutyBot.Options;
using DutyBot.Teams;

namespace DutyBot.Hosting;

/// <param name="Units">The file of units; null for none.</param>
/// <param name="People">The file of people; null for none.</param>
internal sealed record ImportOptions(FileInfo? Units, FileInfo? People, bool IsDryRun, Language Language);

/// <summary>
/// <c>dutybot import-organisation</c>: reads the two files, says what becomes of each line and, unless it is a dry run, records it. What was
/// recorded before a break is found to be so when the files are read again.
/// </summary>
internal sealed class ImportOrganisation(ImportOptions options, OrganisationStore store, TextWriter output)
{
    private readonly Texts texts = Texts.Of(options.Language);

    /// <returns>0 when every line was accepted, 1 when one was refused.</returns>
    public static async Task<int> Run(StorageOptions storage, ImportOptions options, TextWriter output, TimeProvider time, CancellationToken cancel)
    {
        await using var store = await OrganisationStore.Open(storage, time, cancel);
        var start = time.GetTimestamp();
        var import = new ImportOrganisation(options, store, output);
        var accepted = await import.Both(cancel);
        var seconds = (decimal)Math.Round(time.GetElapsedTime(start).TotalSeconds, 1);
        await output.WriteLineAsync(import.texts.Format(options.IsDryRun ? "n.importDry" : "n.importDone", ("seconds", seconds)));
        return accepted ? 0 : 1;
    }

    private async Task<bool> Both(CancellationToken cancel)
    {
        var context = await store.Office.Context(cancel);
        var moment = new ImportMoment(context.Organisation, context, Act.OfSystem(store.Office.Now), texts);
        var (afterUnits, units) = await One(options.Units, CsvFile.Units, moment, cancel);
        var (_, people) = await One(options.People, CsvFile.People, moment with { Organisation = afterUnits }, cancel);
        return units && people;
    }

    private async Task<(Organisation After, bool Accepted)> One(FileInfo? named, CsvFile file, ImportMoment moment, CancellationToken cancel)
    {
        if (named is null)
        {
            return (moment.Organisation, true);
        }

        if (CsvText.Decode(await File.ReadAllBytesAsync(named.FullName, cancel)) is not { } text)
        {
            await output.WriteLineAsync($"{named.Name}: {texts["E-IMPORT-ENCODING"]}");
            return (moment.Organisation, false);
        }

        var sheet = CsvSheet.Read(text, file);
        var plan = ImportPlan.Of(sheet, file, moment);
        await Tell(named.Name, sheet, plan, new ImportReport(plan.After, moment.Today, texts));
        var recorded = options.IsDryRun || await Record(plan, moment, cancel);
        return (plan.After, recorded && sheet.Missing.IsEmpty && !plan.HasRefusals);
    }

    private async Task Tell(string name, CsvSheet sheet, ImportPlan plan, ImportReport report)
    {
        await output.WriteLineAsync(name);
        foreach (var line in report.Of(sheet).Concat(plan.Lines.Select(report.Of)))
        {
            await output.WriteLineAsync(line);
        }

        await output.WriteLineAsync(report.Summary(plan));
    }

    // Somebody may have changed the organisation since the plan was made: each part is decided again before it is recorded.
    private async Task<bool> Record(ImportPlan plan, ImportMoment moment, CancellationToken cancel)
    {
        foreach (var act in plan.Acts(moment.Act))
        {
            var outcome = await store.Book.Execute(act, moment.Context, cancel);
            if (outcome is not Outcome<Organisation>.Accepted)
            {
                await output.WriteLineAsync(texts["n.importStopped"]);
                return false;
            }
        }

        return true;
    }
}
