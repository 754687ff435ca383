using System.Net;
using System.Net.Sockets;
using DutyBot.Hosting;
using DutyBot.Options;
using DutyBot.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace DutyBot.Tests.Host;

/// <summary>Where the program listens: where it is told to, and on this machine only when it is told nothing.</summary>
public sealed class ListeningTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task Told_nothing_it_listens_on_its_own_port_of_this_machine()
    {
        var port = FreePort();

        (await Addresses(port)).ShouldBe([$"http://localhost:{port}"]);
    }

    [Fact]
    public async Task In_a_container_it_listens_on_the_port_of_the_container()
    {
        var port = FreePort();

        (await Addresses(FreePort(), settings: ("HTTP_PORTS", $"{port}"))).ShouldBe([$"http://[::]:{port}"]);
    }

    [Fact]
    public async Task Addresses_of_the_environment_hold()
    {
        var port = FreePort();

        (await Addresses(FreePort(), settings: ("URLS", $"http://127.0.0.1:{port}"))).ShouldBe([$"http://127.0.0.1:{port}"]);
    }

    [Fact]
    public async Task A_port_named_on_the_command_line_goes_before_them()
    {
        var port = FreePort();

        (await Addresses(port, isChosen: true, ("HTTP_PORTS", $"{FreePort()}"))).ShouldBe([$"http://localhost:{port}"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true, "--port", "3978")]
    public async Task The_command_line_knows_a_chosen_port_from_the_usual_one(bool isChosen, params string[] arguments)
    {
        StartOptions? read = null;

        await CommandLine.Run(
            arguments,
            new CommandActions(
                options =>
                {
                    read = options;
                    return Task.FromResult(0);
                },
                _ => Task.FromResult(1),
                (_, _) => Task.FromResult(1),
                (_, _) => Task.FromResult(1)
            )
        );

        read.ShouldNotBeNull().IsPortChosen.ShouldBe(isChosen);
        read.Port.ShouldBe(3978);
    }

    public void Dispose() => folder.Dispose();

    /// <param name="settings">As ASPNETCORE_HTTP_PORTS and ASPNETCORE_URLS arrive, without their prefix.</param>
    private async Task<IEnumerable<string>> Addresses(int port, bool isChosen = false, params (string Key, string Value)[] settings)
    {
        var options = new StartOptions("vi", port, PlaygroundPort: 1, WithPlayground: false, folder.Root, isChosen);
        await using var app = DutyBotApplication.Build(
            options,
            "Development",
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
                builder.Logging.ClearProviders();
            }
        );
        await app.StartAsync();
        using var client = new HttpClient();
        (await client.GetAsync(app.Urls.Single().Replace("[::]", "localhost", StringComparison.Ordinal) + "/healthz/live")).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        var addresses = app.Urls.ToList();
        await app.StopAsync();
        return addresses;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
