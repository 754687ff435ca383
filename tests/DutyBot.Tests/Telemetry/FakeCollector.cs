using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace DutyBot.Tests.Telemetry;

/// <summary>An OTLP collector on the wire: it keeps every export as it came, over http/protobuf or gRPC.</summary>
internal sealed class FakeCollector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> exports = new();
    private readonly WebApplication server;

    private FakeCollector(WebApplication server)
    {
        this.server = server;
        server.Run(Serve);
    }

    public string Address => server.Urls.Single();

    public IEnumerable<string> Paths => exports.Select(export => export.Path).Distinct().Order(StringComparer.Ordinal);

    /// <summary>All that was exported to a path: the strings of protobuf stand in it as they are.</summary>
    public string Words(string path = "") =>
        string.Concat(
            exports.Where(export => export.Path.Contains(path, StringComparison.Ordinal)).Select(export => Encoding.UTF8.GetString(export.Body))
        );

    public static async Task<FakeCollector> Start(HttpProtocols protocols)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = protocols));
        var collector = new FakeCollector(builder.Build());
        await collector.server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task Serve(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        exports.Enqueue((context.Request.Path, body.ToArray()));
        if (context.Request.ContentType == "application/grpc")
        {
            context.Response.ContentType = "application/grpc";
            // An empty message: not compressed, no bytes.
            await context.Response.Body.WriteAsync(new byte[5]);
            context.Response.AppendTrailer("grpc-status", "0");
        }
        else
        {
            context.Response.ContentType = "application/x-protobuf";
        }
    }
}
