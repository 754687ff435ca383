using DutyBot.Hosting;
using DutyBot.Options;

return await CommandLine.Run(
    args,
    options => InvalidSettings.Reported(Console.Error, () => Start(options)),
    options => InvalidSettings.Reported(Console.Error, () => Check(options)),
    PackageApp.Command()
);

// Arguments are read by CommandLine; the host gets none, so that an option is never understood twice.
static async Task<int> Start(StartOptions options)
{
    await using var app = DutyBotApplication.Build(options);
    await app.RunAsync();
    return 0;
}

static Task<int> Check(StartOptions options) => Verify.Run(DutyBotApplication.Storage(options), Console.Out, CancellationToken.None);
