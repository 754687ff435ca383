using System.CommandLine;
using Azure;
using Azure.Identity;
using DutyBot.Storage.Copying;

namespace DutyBot.Copying;

/// <summary><c>dutybot copy-store</c>: moves a tenant's whole record from one store into another.</summary>
internal static class CopyStore
{
    private const int Refused = 2;

    private static readonly Option<string?> FromSqlite = new("--from-sqlite") { Description = "File of the SQLite store to copy." };

    private static readonly Option<string?> FromAzure = new("--from-azure")
    {
        Description =
            "Table endpoint of the store to copy (managed identity or az login), or env:NAME for the environment variable with a connection string.",
    };

    private static readonly Option<string?> ToSqlite = new("--to-sqlite")
    {
        Description = "File of the SQLite store to write; it may not exist yet.",
    };

    private static readonly Option<string?> ToAzure = new("--to-azure")
    {
        Description = "Table endpoint of the store to write, or env:NAME; its tables need not exist yet.",
    };

    private static readonly Option<string?> Identity = new("--managed-identity")
    {
        Description = "Client id of the user-assigned identity that opens an endpoint. Default: whoever runs the program.",
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only check and count; write nothing." };

    /// <param name="environment">The value of an environment variable.</param>
    public static Command Command(TimeProvider time, Func<string, string?> environment)
    {
        var command = new Command("copy-store", "Copy the whole record into another store, and check the copy by its chains of hashes.")
        {
            FromSqlite,
            FromAzure,
            ToSqlite,
            ToAzure,
            Identity,
            DryRun,
        };
        command.SetAction((parsed, cancel) => Run(Read(parsed), new Surroundings(parsed.InvocationConfiguration, time, environment), cancel));
        return command;
    }

    private static CopyRequest Read(ParseResult parsed) =>
        new(
            new NamedStore("from", parsed.GetValue(FromSqlite), parsed.GetValue(FromAzure)),
            new NamedStore("to", parsed.GetValue(ToSqlite), parsed.GetValue(ToAzure)),
            parsed.GetValue(Identity),
            parsed.GetValue(DryRun)
        );

    private static async Task<int> Run(CopyRequest request, Surroundings around, CancellationToken cancel)
    {
        var refusals = request.Refusals(around.Environment).ToList();
        if (refusals.Count > 0)
        {
            return await around.Refuse(string.Join(Environment.NewLine, refusals));
        }

        try
        {
            await using var source = request.Source.Named(request.Identity, around.Environment);
            await using var target = request.Target.Named(request.Identity, around.Environment);
            return await Run(request, (source, target), around, cancel);
        }
        catch (FormatException malformed)
        {
            return await around.Refuse(malformed.Message);
        }
    }

    private static async Task<int> Run(
        CopyRequest request,
        (ICopyableStore Source, ICopyableStore Target) stores,
        Surroundings around,
        CancellationToken cancel
    )
    {
        if (await TryOpen(request.Source, stores.Source, around, cancel) is not { } isSourceThere)
        {
            return Refused;
        }

        if (!isSourceThere)
        {
            return await around.Refuse($"{request.Source}: there is no store to copy.");
        }

        if (await TryOpen(request.Target, stores.Target, around, cancel) is not { } isTargetThere)
        {
            return Refused;
        }

        if (!isTargetThere && (File.Exists(request.Target.Sqlite) || Directory.Exists(request.Target.Sqlite)))
        {
            return await around.Refuse($"{request.Target}: what is there is no store of DutyBot.");
        }

        return await new StoreCopy(stores.Source, stores.Target, isTargetThere, around.Console.Output).Run(request.IsDryRun, around.Time, cancel);
    }

    /// <returns>Null, with the reason told, when the store does not let us in.</returns>
    private static async Task<bool?> TryOpen(NamedStore named, ICopyableStore store, Surroundings around, CancellationToken cancel)
    {
        try
        {
            return await store.TryOpen(cancel);
        }
        catch (RequestFailedException failure)
        {
            await around.Refuse($"{named}: the service refuses ({failure.Status} {failure.ErrorCode}).");
        }
        catch (AggregateException several) when (several.InnerExceptions.All(one => one is RequestFailedException))
        {
            await around.Refuse($"{named}: the service does not answer.");
        }
        catch (AuthenticationFailedException)
        {
            await around.Refuse($"{named}: nobody is signed in who could open it. Use az login, or --managed-identity inside Azure.");
        }
        catch (InvalidOperationException unknownVersion)
        {
            await around.Refuse($"{named}: {unknownVersion.Message}");
        }

        return null;
    }

    private sealed record Surroundings(InvocationConfiguration Console, TimeProvider Time, Func<string, string?> Environment)
    {
        public async Task<int> Refuse(string why)
        {
            await Console.Error.WriteLineAsync(why);
            return Refused;
        }
    }
}
