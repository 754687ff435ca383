using DutyBot.Copying;
using DutyBot.Hosting;
using DutyBot.Options;

return await CommandLine.Run(
    args,
    new CommandActions(
        options => InvalidSettings.Reported(Console.Error, () => Start(options)),
        options => InvalidSettings.Reported(Console.Error, () => Check(options)),
        (options, import) => InvalidSettings.Reported(Console.Error, () => Import(options, import)),
        (options, export) => InvalidSettings.Reported(Console.Error, () => Export(options, export))
    ),
    PackageApp.Command(),
    CopyStore.Command(TimeProvider.System, Environment.GetEnvironmentVariable)
);

// Arguments are read by CommandLine; the host gets none, so that an option is never understood twice.
static async Task<int> Start(StartOptions options)
{
    await using var app = DutyBotApplication.Build(options);
    await app.RunAsync();
    return 0;
}

static Task<int> Check(StartOptions options) => Verify.Run(DutyBotApplication.Storage(options), Console.Out, CancellationToken.None);

static Task<int> Import(StartOptions options, ImportOptions import) =>
    ImportOrganisation.Run(DutyBotApplication.Storage(options), import, Console.Out, TimeProvider.System, CancellationToken.None);

static Task<int> Export(StartOptions options, ExportOptions export) =>
    ExportOrganisation.Run(DutyBotApplication.Storage(options), export, Console.Out, TimeProvider.System, CancellationToken.None);
