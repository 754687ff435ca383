using System.Diagnostics;
using System.Threading.Channels;
using Azure.Identity;
using DutyBot.Hosting;
using DutyBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace DutyBot.Tests.Storage;

/// <summary>In Azure the store is opened by the identity the deployment names, because a machine may have several.</summary>
public sealed class StoreIdentityTests
{
    private const string ClientId = "0f8fad5b-d9cb-469f-a165-70867728950e";

    [Fact]
    public async Task The_started_program_asks_its_machine_for_a_token_of_the_identity_that_is_named()
    {
        var asked = Channel.CreateUnbounded<string>();
        await using var machine = await Machine(asked.Writer);

        using var program = Start(
            ("IDENTITY_ENDPOINT", $"{machine.Urls.Single()}/msi/token"),
            ("IDENTITY_HEADER", "only-for-this-machine"),
            ("Storage__Kind", "AzureTables"),
            ("Storage__Endpoint", "https://127.0.0.1:9"),
            ("Storage__ManagedIdentityClientId", ClientId)
        );
        var query = Uri.UnescapeDataString(await asked.Reader.ReadAsync());
        program.Kill();
        await program.WaitForExitAsync();

        query.ShouldContain($"client_id={ClientId}");
        query.ShouldContain("resource=https://storage.azure.com");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_name_it_is_whoever_runs_the_program(string? clientId) =>
        StorePair.Identity(clientId).ShouldBeOfType<DefaultAzureCredential>();

    /// <summary>The identity service of a container app; it refuses, for the question is all that matters.</summary>
    private static async Task<WebApplication> Machine(ChannelWriter<string> asked)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var machine = builder.Build();
        machine.Run(context =>
        {
            context.Response.StatusCode = 400;
            return asked.WriteAsync(context.Request.QueryString.Value ?? "").AsTask();
        });
        await machine.StartAsync();
        return machine;
    }

    private static Process Start(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DutyBotApplication).Assembly.Location, "verify"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
