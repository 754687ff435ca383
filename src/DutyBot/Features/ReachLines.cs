using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DutyBot.Domain.Organisations;

namespace DutyBot.Features;

/// <summary>Findings of the reachability check in words.</summary>
internal static class ReachLines
{
    /// <summary>So that the card stays within its limit.</summary>
    private const int MostLines = 40;

    /// <summary>A line each; of very many the first ones, and how many more there are.</summary>
    public static IEnumerable<string> Of(ImmutableArray<ReachFinding> findings, Names names) =>
        findings.IsEmpty ? [names.Texts["n.reachAll"]]
        : findings.Length <= MostLines ? findings.Select(finding => Of(finding, names))
        : findings
            .Take(MostLines)
            .Select(finding => Of(finding, names))
            .Append(names.Texts.Format("n.reachMore", ("n", findings.Length - MostLines)));

    private static string Of(ReachFinding finding, Names names)
    {
        var values = new List<(string, object)>();
        if (finding.Unit is { } unit)
        {
            values.Add(("unit", names.Of(unit)));
        }

        if (finding.Person is { } person)
        {
            values.Add(("person", names.Of(person)));
        }

        if (finding.Year is { } year)
        {
            values.Add(("year", year.ToString(CultureInfo.InvariantCulture)));
        }

        return names.Texts.Format($"reach.{JsonNamingPolicy.CamelCase.ConvertName(finding.Problem.ToString())}", [.. values]);
    }
}
