using System.Diagnostics;
using System.Security.Cryptography;

namespace DutyBot.Development;

/// <summary>
/// A folder with a <c>package.json</c> and a lock file, installed on first use and again when the lock file changes.
/// The Playground and the tests' peers (Azurite, the card renderer, the manifest schemas) come this way.
/// </summary>
public static class NpmFolder
{
    /// <summary>Installs what the lock file names, once, also when several processes ask at the same time.</summary>
    /// <exception cref="NodeMissingException">Node or npm is not on the PATH, or npm failed; the message says what to do.</exception>
    public static Task Install(string folder, CancellationToken cancel = default) => Task.Run(() => InstallOnce(Path.GetFullPath(folder)), cancel);

    private static void InstallOnce(string folder)
    {
        var wanted = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "package-lock.json"))));
        var stamp = Path.Combine(folder, "node_modules", ".dutybot-lock");

        using var turn = new Mutex(
            initiallyOwned: false,
            $"dutybot-npm-{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(folder)))}"
        );
        TakeTurn(turn);
        try
        {
            if (!File.Exists(stamp) || File.ReadAllText(stamp) != wanted)
            {
                RunNpm(folder);
                File.WriteAllText(stamp, wanted);
            }
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    private static void TakeTurn(Mutex turn)
    {
        try
        {
            turn.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // The process that held it died half-way; the stamp says whether its work counts.
        }
    }

    private static void RunNpm(string folder)
    {
        var start = new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using var npm = Process.Start(start)!;
            var output = npm.StandardOutput.ReadToEndAsync();
            var errors = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode != 0)
            {
                throw new NodeMissingException($"'npm ci' in {folder} ended with code {npm.ExitCode}.\n{errors}{output.GetAwaiter().GetResult()}");
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new NodeMissingException("npm was not found. Install Node.js 20 or newer (Debian: apt-get install nodejs npm) and try again.");
        }
    }
}

/// <summary>Something that runs on Node cannot be had; the message is meant for the person who started the program.</summary>
public sealed class NodeMissingException(string message) : Exception(message);
