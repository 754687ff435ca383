using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Text;
using DutyBot.Teams.Cards;

namespace DutyBot.Features;

/// <summary>The people that may be chosen in a form. Several have the same name: the unit tells them apart.</summary>
/// <param name="among">Null for everybody who is registered.</param>
internal sealed class PersonPool(Names names, IReadOnlyList<PersonId>? among = null) : ChoicePool
{
    private Organisation Organisation => names.Organisation;

    protected override int? KnownCount => among?.Count ?? Organisation.PeopleCount;

    protected override IEnumerable<Choice> All() => among is { } people ? people.Select(Choice) : Matching("").Select(person => Choice(person.Id));

    public override Choice? Find(string value) =>
        new PersonId(value) is var id && Organisation.PersonOf(id) is not null && May(id) ? Choice(id) : null;

    public override IReadOnlyList<Choice> Named(string text)
    {
        var folded = SearchText.Fold(text);
        return [.. Matching(text).Where(person => folded == SearchText.Fold(person.Name)).Select(person => Choice(person.Id))];
    }

    public override IReadOnlyList<Choice> Search(string text) => [.. Matching(text).Select(person => Choice(person.Id))];

    private IEnumerable<Person> Matching(string text) => Organisation.SearchPeople(text, names.Today).Where(person => May(person.Id));

    private bool May(PersonId person) => among?.Contains(person) != false;

    private Choice Choice(PersonId person) =>
        new(
            among is null && Organisation.UnitOf(person, names.Today) is { } unit
                ? names.Texts.Format("name.personOfUnit", ("person", names.AndAbsence(person)), ("unit", names.Of(unit)))
                : names.AndAbsence(person),
            person.Value
        );
}
