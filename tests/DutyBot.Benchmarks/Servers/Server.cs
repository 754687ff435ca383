namespace DutyBot.Benchmarks.Servers;

internal enum ServerKind
{
    Floor,
    Jwt,
    Channel,
    Sqlite,
    AzureTables,
}

/// <summary>One server in a process of its own: says where it listens, and ends when its starter does.</summary>
internal static class Server
{
    public const string Ready = "ready ";

    public static async Task<int> Run(ServerKind kind)
    {
        var counts = new OperationCounts();
        await using var app = kind switch
        {
            ServerKind.Floor => FloorServer.Build(withTokens: false),
            ServerKind.Jwt => FloorServer.Build(withTokens: true),
            ServerKind.Channel => ChannelServer.Build(),
            _ => await BotServer.Build(counts),
        };
        app.MapGet("/bench/meter", () => Meter.Read(counts));
        await app.StartAsync();
        await Console.Out.WriteLineAsync(Ready + app.Urls.Single());
        await Console.In.ReadToEndAsync();
        return 0;
    }
}

/// <summary>What the process has used up so far.</summary>
/// <param name="CpuMilliseconds">Of all its threads, in the kernel too.</param>
internal sealed record Meter(double CpuMilliseconds, long AllocatedBytes, IReadOnlyDictionary<string, long> Operations)
{
    public static Meter Read(OperationCounts counts) =>
        new(Environment.CpuUsage.TotalTime.TotalMilliseconds, GC.GetTotalAllocatedBytes(), counts.Snapshot());
}
