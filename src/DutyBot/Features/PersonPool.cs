using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Text;
using DutyBot.Teams.Cards;

namespace DutyBot.Features;

/// <summary>The people that may be chosen in a form. Several have the same name: the unit tells them apart.</summary>
/// <param name="Among">Null for everybody who is registered.</param>
internal sealed record PersonPool(Names Names, IReadOnlyList<PersonId>? Among = null) : ChoicePool
{
    private Organisation Organisation => Names.Organisation;

    protected override int? KnownCount => Among?.Count ?? Organisation.PeopleCount;

    protected override IEnumerable<Choice> All() => Among is { } people ? people.Select(Choice) : Matching("").Select(person => Choice(person.Id));

    public override Choice? Find(string value) =>
        new PersonId(value) is var id && Organisation.PersonOf(id) is not null && May(id) ? Choice(id) : null;

    public override IReadOnlyList<Choice> Named(string text)
    {
        var folded = SearchText.Fold(text);
        return [.. Matching(text).Where(person => folded == SearchText.Fold(person.Name)).Select(person => Choice(person.Id))];
    }

    public override IReadOnlyList<Choice> Search(string text) => [.. Matching(text).Select(person => Choice(person.Id))];

    private IEnumerable<Person> Matching(string text) => Organisation.SearchPeople(text, Names.Today).Where(person => May(person.Id));

    private bool May(PersonId person) => Among?.Contains(person) != false;

    private Choice Choice(PersonId person) =>
        new(
            Among is null && Organisation.UnitOf(person, Names.Today) is { } unit
                ? Names.Texts.Format("name.personOfUnit", ("person", Names.AndAbsence(person)), ("unit", Names.Of(unit)))
                : Names.AndAbsence(person),
            person.Value
        );
}
