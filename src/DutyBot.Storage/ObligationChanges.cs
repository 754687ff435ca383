using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage.Copying;
using NodaTime;

namespace DutyBot.Storage;

/// <summary>
/// What an append or an import changes in the rows of who owes what. An obligation that keeps its name but changes its due instant or owner is
/// in both lists.
/// </summary>
/// <param name="Version">The number of the duty's events after the change.</param>
internal sealed record ObligationChanges(
    DutyId Duty,
    long Version,
    string Title,
    Instant Now,
    IReadOnlyList<Obligation> Removed,
    IReadOnlyList<Obligation> Added
)
{
    public static ObligationChanges Of(DutyAppend append)
    {
        var isIdle = append.Before.Count == 0 && append.After.Count == 0;
        return new ObligationChanges(
            append.Duty,
            append.Expected.Number + append.Events.Count,
            append.Title,
            append.Now,
            isIdle ? [] : [.. append.Before.Except(append.After)],
            isIdle ? [] : [.. append.After.Except(append.Before)]
        );
    }

    public static ObligationChanges Of(DutyImport import) =>
        new(import.Difference.Duty, import.Difference.Version, import.Title, import.Now, import.Ended, import.Missing);
}

/// <summary>Reads back <see cref="Owner.Key"/>.</summary>
internal static class OwnerKey
{
    private const string Unit = "unit|";
    private const string Person = "person|";

    public static Owner Read(string key) =>
        key.StartsWith(Unit, StringComparison.Ordinal) ? Owner.Of(new UnitId(key[Unit.Length..]))
        : key.StartsWith(Person, StringComparison.Ordinal) ? Owner.Of(new PersonId(key[Person.Length..]))
        : throw new FormatException($"'{key}' is not the key of an owner.");
}
