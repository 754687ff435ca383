using DutyBot.Storage.Copying;

namespace DutyBot.Copying;

/// <summary>One of the two stores, as it was named on the command line.</summary>
/// <param name="Side"><c>from</c> or <c>to</c>, as in the names of the options.</param>
/// <param name="Azure">The table endpoint, or <c>env:NAME</c> for the variable that holds a connection string.</param>
internal sealed record NamedStore(string Side, string? Sqlite, string? Azure)
{
    private const string Variable = "env:";

    private string Option => $"--{Side}-{(Azure is null ? "sqlite" : "azure")}";

    private bool IsVariable => Azure?.StartsWith(Variable, StringComparison.OrdinalIgnoreCase) == true;

    private string VariableName => Azure![Variable.Length..];

    public bool IsEndpoint => Azure is not null && !IsVariable;

    /// <summary>Two names with the same place are one store.</summary>
    public string Place(Func<string, string?> environment) =>
        Sqlite is not null ? Path.GetFullPath(Sqlite)
        : IsVariable ? environment(VariableName) ?? ""
        : Azure!.TrimEnd('/').ToUpperInvariant();

    /// <summary>Sentences; the value of an Azure option is not repeated, because it may be a secret in the wrong place.</summary>
    public IEnumerable<string> Refusals(Func<string, string?> environment)
    {
        if (Sqlite is null == Azure is null)
        {
            yield return $"--{Side}-sqlite or --{Side}-azure must be given, and not both.";
        }
        else if (Sqlite is not null && string.IsNullOrWhiteSpace(Sqlite))
        {
            yield return $"{Option} names no file.";
        }
        else if (IsVariable && string.IsNullOrWhiteSpace(environment(VariableName)))
        {
            yield return $"{Option} names an environment variable that is not set.";
        }
        else if (IsEndpoint && !(Uri.TryCreate(Azure, UriKind.Absolute, out var endpoint) && endpoint.Scheme == Uri.UriSchemeHttps))
        {
            yield return $"{Option} takes an endpoint such as https://name.table.core.windows.net, or env:NAME for the environment variable "
                + "that holds a connection string.";
        }
    }

    public ICopyableStore Named(string? identity, Func<string, string?> environment) =>
        Sqlite is not null ? CopyableStore.Sqlite(Sqlite)
        : IsVariable ? CopyableStore.AzureTables(environment(VariableName)!)
        : CopyableStore.AzureTables(new Uri(Azure!), identity);

    /// <summary>The option and, for a file, where it was looked for.</summary>
    public override string ToString() => Sqlite is null ? Option : $"{Option} {Path.GetFullPath(Sqlite)}";
}

/// <summary>What <c>dutybot copy-store</c> was asked for.</summary>
/// <param name="Identity">Client id of the managed identity that opens endpoints; null for whoever runs the program.</param>
internal sealed record CopyRequest(NamedStore Source, NamedStore Target, string? Identity, bool IsDryRun)
{
    /// <summary>All that is wrong with it, as sentences.</summary>
    public IEnumerable<string> Refusals(Func<string, string?> environment)
    {
        var refusals = Source.Refusals(environment).Concat(Target.Refusals(environment)).ToList();
        if (refusals.Count == 0 && Source.Place(environment) == Target.Place(environment))
        {
            refusals.Add("Source and target are the same store.");
        }

        if (Identity is not null && !Guid.TryParse(Identity, out _))
        {
            refusals.Add("--managed-identity is not a GUID; it is the client id of the identity, not its name.");
        }
        else if (Identity is not null && !Source.IsEndpoint && !Target.IsEndpoint)
        {
            refusals.Add("--managed-identity needs an endpoint to open; a connection string has its own key.");
        }

        return refusals;
    }
}
