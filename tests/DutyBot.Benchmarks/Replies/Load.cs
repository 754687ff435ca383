using System.Diagnostics;
using System.Net.Http.Headers;
using DutyBot.Benchmarks.Servers;

namespace DutyBot.Benchmarks.Replies;

/// <summary>What one variant did in one round with so many callers.</summary>
/// <param name="Cpu">Milliseconds of the server's CPU for 1000 requests.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Kilobytes">Allocated per request.</param>
/// <param name="Answer">Bytes of the last answer.</param>
internal sealed record Sample(double Cpu, double P50, double P99, double Kilobytes, int Answer, IReadOnlyDictionary<string, double> Operations);

/// <summary>Callers that each wait for an answer before they ask again.</summary>
/// <param name="press">Body and token of the next request; null when there is none left.</param>
internal sealed class Load(ServerProcess server, Func<(byte[] Body, string? Token)?> press)
{
    private int answerLength;

    public async Task<Sample> Measure(int callers, int requests)
    {
        var before = await server.Read();
        var latencies = await Send(callers, requests);
        var after = await server.Read();
        Array.Sort(latencies);
        return new Sample(
            (after.CpuMilliseconds - before.CpuMilliseconds) / requests * 1000,
            latencies[latencies.Length / 2],
            latencies[(int)(latencies.Length * 0.99)],
            (after.AllocatedBytes - before.AllocatedBytes) / 1024.0 / requests,
            answerLength,
            Operations(before, after, requests)
        );
    }

    /// <summary>Asks until the time is over or nothing is left to ask.</summary>
    public async Task WarmUp(int callers, TimeSpan time, int atMost)
    {
        var started = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < atMost && Stopwatch.GetElapsedTime(started) < time; sent += 100)
        {
            await Send(callers, 100);
        }
    }

    public static IReadOnlyDictionary<string, double> Operations(Meter before, Meter after, int requests) =>
        after
            .Operations.Select(now => (now.Key, Per: (now.Value - before.Operations.GetValueOrDefault(now.Key)) / (double)requests))
            .Where(now => now.Per > 0)
            .ToDictionary(now => now.Key, now => now.Per);

    private async Task<double[]> Send(int callers, int requests)
    {
        var latencies = new double[requests];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Call()));
        return latencies;

        async Task Call()
        {
            for (var i = Interlocked.Increment(ref next); i < requests; i = Interlocked.Increment(ref next))
            {
                latencies[i] = await Send();
            }
        }
    }

    private async Task<double> Send()
    {
        var (body, token) = press() ?? throw new InvalidOperationException("Too few rounds were prepared.");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        var started = Stopwatch.GetTimestamp();
        using var response = await server.Client.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        response.EnsureSuccessStatusCode();
        answerLength = answer.Length;
        return elapsed;
    }
}
