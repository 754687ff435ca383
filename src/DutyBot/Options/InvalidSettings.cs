using Microsoft.Extensions.Options;

namespace DutyBot.Options;

/// <summary>Settings with which the program does not start are told in plain sentences, not with a stack trace.</summary>
internal static class InvalidSettings
{
    /// <returns>2 when the settings are invalid, otherwise what <paramref name="run"/> returns.</returns>
    public static async Task<int> Reported(TextWriter errors, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OptionsValidationException invalid)
        {
            await Tell(errors, [invalid]);
        }
        catch (AggregateException several) when (several.InnerExceptions.All(one => one is OptionsValidationException))
        {
            await Tell(errors, several.InnerExceptions.Cast<OptionsValidationException>());
        }

        return 2;
    }

    private static Task Tell(TextWriter errors, IEnumerable<OptionsValidationException> invalid) =>
        errors.WriteLineAsync(string.Join(Environment.NewLine, invalid.SelectMany(one => one.Failures).Distinct()));
}
