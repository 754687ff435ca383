using DutyBot.Hosting;
using DutyBot.Options;
using Microsoft.Extensions.Options;

return await CommandLine.Run(args, Start, Check);

// Arguments are read by CommandLine; the host gets none, so that an option is never understood twice.
static async Task<int> Start(StartOptions options)
{
    await using var app = DutyBotApplication.Build(options);
    try
    {
        await app.RunAsync();
        return 0;
    }
    catch (OptionsValidationException invalid)
    {
        await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, invalid.Failures));
        return 2;
    }
}

static async Task<int> Check(StartOptions options)
{
    await using var app = DutyBotApplication.Build(options);
    return await Verify.Run(app.Services.GetRequiredService<IOptions<StorageOptions>>().Value, Console.Out, CancellationToken.None);
}
