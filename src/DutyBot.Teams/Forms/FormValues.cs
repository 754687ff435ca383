using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace DutyBot.Teams.Forms;

/// <summary>What is filled in, by field name: read from a submission, or set to show a form filled in. Empty fields have no entry.</summary>
public sealed record FormValues
{
    private ImmutableDictionary<string, string> entries = ImmutableDictionary<string, string>.Empty;
    private ImmutableDictionary<string, Rows> groups = ImmutableDictionary<string, Rows>.Empty;

    public static FormValues Empty { get; } = new();

    /// <summary>The value as the inputs of a card hold it, or null.</summary>
    internal string? Raw(string name) => entries.GetValueOrDefault(name);

    internal int ShownRows(string group) => groups.GetValueOrDefault(group).Shown;

    public string Text(string name) => Raw(name) ?? "";

    public LocalDate? Date(string name) => Raw(name) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value : null;

    public string? Choice(string name) => Raw(name);

    public ImmutableArray<string> Choices(string name) => Raw(name) is { } list ? [.. list.Split(',')] : [];

    public bool Toggle(string name) => Raw(name) == "true";

    /// <summary>The numbers of the rows up to the last one filled in, from 1; one before it may be empty.</summary>
    public IEnumerable<int> RowsOf(string group) => Enumerable.Range(1, groups.GetValueOrDefault(group).Last);

    public FormValues With(string name, string? value) =>
        this with
        {
            entries = string.IsNullOrEmpty(value) ? entries.Remove(name) : entries.SetItem(name, value),
        };

    public FormValues With(string name, LocalDate? date) => With(name, date is { } day ? LocalDatePattern.Iso.Format(day) : null);

    public FormValues With(string name, bool ticked) => With(name, ticked ? "true" : null);

    public FormValues With(string name, IEnumerable<string> choices) => With(name, string.Join(',', choices));

    /// <param name="last">The last row that has a value.</param>
    /// <param name="shown">How many rows the form shows, when more.</param>
    public FormValues WithRows(string group, int last, int shown = 0) =>
        this with
        {
            groups = groups.SetItem(group, new Rows(last, Math.Max(last, shown))),
        };

    public bool Equals(FormValues? other) => other is not null && Same(entries, other.entries) && Same(groups, other.groups);

    public override int GetHashCode() => HashCode.Combine(entries.Count, groups.Count);

    private static bool Same<TValue>(ImmutableDictionary<string, TValue> one, ImmutableDictionary<string, TValue> other)
        where TValue : notnull =>
        one.Count == other.Count && one.All(entry => other.TryGetValue(entry.Key, out var value) && entry.Value.Equals(value));

    private readonly record struct Rows(int Last, int Shown);
}
