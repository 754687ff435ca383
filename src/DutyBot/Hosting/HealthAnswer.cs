using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DutyBot.Hosting;

/// <summary>Says what keeps the program from being ready. Of an exception only its type: this page is open to anyone.</summary>
internal static class HealthAnswer
{
    public static async Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", report.Status.ToString());
        foreach (var (name, entry) in report.Entries)
        {
            json.WriteString(name, WordOf(entry));
        }

        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
    }

    private static string WordOf(HealthReportEntry entry) =>
        entry.Status == HealthStatus.Healthy ? "Healthy"
        : entry.Exception is { } fault ? $"It failed with {fault.GetType().Name}; the log says more."
        : entry.Description ?? "It did not answer in time.";
}
