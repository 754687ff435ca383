using DutyBot.Domain;
using DutyBot.Domain.Clock;

namespace DutyBot.Storage;

/// <summary>What an append changes in the rows of who owes what. An obligation that keeps its name but changes its due instant or owner is in both lists.</summary>
internal sealed record ObligationChanges(IReadOnlyList<Obligation> Removed, IReadOnlyList<Obligation> Added)
{
    public static ObligationChanges Of(DutyAppend append) =>
        append.Before.Count == 0 && append.After.Count == 0
            ? new([], [])
            : new([.. append.Before.Except(append.After)], [.. append.After.Except(append.Before)]);
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
