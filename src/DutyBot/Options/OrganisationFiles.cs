using System.CommandLine;
using DutyBot.Domain.Organisations;
using DutyBot.Hosting;
using NodaTime;
using NodaTime.Text;

namespace DutyBot.Options;

/// <summary>The commands that read and write the organisation as files: import-organisation and export-organisation.</summary>
internal static class OrganisationFiles
{
    private static readonly Option<FileInfo> Units = new("--units") { Description = "CSV file of the units." };

    private static readonly Option<FileInfo> People = new("--people") { Description = "CSV file of the people and their positions." };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would become of each line and record nothing." };

    private static readonly Option<DirectoryInfo> Folder = new("--out") { Description = "Folder for units.csv and people.csv.", Required = true };

    private static readonly Option<string?> Date = new("--date") { Description = "The day as of which, yyyy-mm-dd. Default: today." };

    private static readonly Option<string> Language = new("--language")
    {
        Description = "Language of the report and of what is written: vi or en (vietnamese and english do as well).",
        DefaultValueFactory = _ => "vi",
    };

    public static Command Import(Option<string?> data, Func<ParseResult, ImportOptions, Task<int>> import)
    {
        Language.AcceptOnlyFromAmong("vi", "en", "vietnamese", "english");
        Units.AcceptExistingOnly();
        People.AcceptExistingOnly();
        var command = new Command("import-organisation", "Import units and people from CSV files.") { Units, People, DryRun, Language, data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Units) is null && result.GetValue(People) is null)
            {
                result.AddError("Name a file with --units, --people or both.");
            }
        });
        command.SetAction(parsed =>
            import(parsed, new ImportOptions(parsed.GetValue(Units), parsed.GetValue(People), parsed.GetValue(DryRun), Chosen(parsed)))
        );
        return command;
    }

    public static Command Export(Option<string?> data, Func<ParseResult, ExportOptions, Task<int>> export)
    {
        Date.Validators.Add(result =>
        {
            if (result.Tokens is [var given, ..] && !LocalDatePattern.Iso.Parse(given.Value).Success)
            {
                result.AddError("--date takes a day such as 2026-11-25.");
            }
        });
        var command = new Command("export-organisation", "Write units and people as CSV files.") { Folder, Date, Language, data };
        command.SetAction(parsed => export(parsed, new ExportOptions(parsed.GetValue(Folder)!, Day(parsed), Chosen(parsed))));
        return command;
    }

    private static LocalDate? Day(ParseResult parsed) =>
        parsed.GetValue(Date) is { } given && LocalDatePattern.Iso.Parse(given) is { Success: true } day ? day.Value : null;

    private static Language Chosen(ParseResult parsed) =>
        parsed.GetValue(Language) is "en" or "english"
            ? DutyBot.Domain.Organisations.Language.English
            : DutyBot.Domain.Organisations.Language.Vietnamese;
}
