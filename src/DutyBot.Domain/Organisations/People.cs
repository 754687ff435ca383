using System.Collections.Immutable;

namespace DutyBot.Domain.Organisations;

/// <summary>Everybody who was ever registered, found by id, and listed by name for searches.</summary>
internal sealed class People
{
    private readonly ImmutableDictionary<PersonId, Person> byId;
    private ImmutableArray<Person> byName;

    private People(ImmutableDictionary<PersonId, Person> byId)
    {
        this.byId = byId;
    }

    public static People Nobody { get; } = new(ImmutableDictionary<PersonId, Person>.Empty);

    public int Count => byId.Count;

    /// <summary>By name without diacritics; sorted when it is first asked for, since most states of an organisation are never searched.</summary>
    public ImmutableArray<Person> ByName
    {
        get
        {
            if (byName.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(
                    ref byName,
                    [.. byId.Values.OrderBy(p => p.FoldedName, StringComparer.Ordinal).ThenBy(p => p.Id.Value, StringComparer.Ordinal)]
                );
            }

            return byName;
        }
    }

    public Person? Find(PersonId id) => byId.GetValueOrDefault(id);

    public People With(Person person) => new(byId.SetItem(person.Id, person));
}
