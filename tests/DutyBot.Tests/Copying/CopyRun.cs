using System.CommandLine;
using DutyBot.Copying;
using DutyBot.Storage;
using DutyBot.Storage.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace DutyBot.Tests.Copying;

/// <summary>Runs <c>copy-store</c> as the command line does.</summary>
internal static class CopyRun
{
    /// <param name="environment">What the only environment variable holds, whatever it is called.</param>
    public static async Task<Said> Run(string[] arguments, string? environment = null, TextWriter? output = null)
    {
        output ??= new StringWriter();
        await using var error = new StringWriter();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
        var command = CopyStore.Command(time, _ => environment);
        var code = await command.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return new Said(code, output.ToString()!, error.ToString());
    }

    public static Task<Said> Files(string source, string target, params string[] more) =>
        Run(["--from-sqlite", source, "--to-sqlite", target, .. more]);

    public static async Task<SqliteStore> Open(string path)
    {
        var store = new SqliteStore(path);
        await store.Prepare(TestContext.Current.CancellationToken);
        return store;
    }

    /// <summary>The digests in the order they were said.</summary>
    public static string[] Digests(this Said said) =>
        [.. said.Output.Split("digest ", StringSplitOptions.None).Skip(1).Select(rest => rest[..rest.IndexOf('.', StringComparison.Ordinal)])];
}

internal sealed record Said(int Code, string Output, string Error);
