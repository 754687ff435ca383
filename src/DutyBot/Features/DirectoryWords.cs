using DutyBot.Administration;
using DutyBot.Cards;
using DutyBot.Domain.Organisations;

namespace DutyBot.Features;

/// <summary>"tìm …": units and people by name, without diacritics (D-08). What is told of a person is no more than their posts.</summary>
internal static class DirectoryWords
{
    private const int MostUnits = 10;
    private const int MostPeople = 10;

    public static string Answer(string query, Names names)
    {
        var units = names.Organisation.SearchUnits(query, names.Today);
        var people = names.Organisation.SearchPeople(query, names.Today);
        if (units.IsEmpty && people.IsEmpty)
        {
            return names.Texts.Format("n.foundNobody", ("text", query));
        }

        var left = Math.Max(0, units.Length - MostUnits) + Math.Max(0, people.Length - MostPeople);
        return string.Join(
            "\n\n",
            [
                .. units.Take(MostUnits).Select(unit => Of(unit, names)),
                .. people.Take(MostPeople).Select(person => Of(person, names)),
                .. left > 0 ? [names.Texts.Format("n.foundMore", ("n", left))] : Array.Empty<string>(),
            ]
        );
    }

    private static string Of(UnitView unit, Names names) =>
        Scene.Joined(
            unit.ShortName == unit.Name ? unit.Name : names.Texts.Format("lbl.foundUnit", ("unit", unit.Name), ("short", unit.ShortName)),
            names.Organisation.HeadOf(unit.Id, names.Today) is { } head ? names.Texts.Format("lbl.foundHead", ("person", names.Of(head))) : null,
            unit.Parent is { } parent ? names.Texts.Format("lbl.foundParent", ("unit", names.Of(parent))) : null
        );

    private static string Of(Person person, Names names) =>
        Scene.Joined([
            person.Name,
            .. names
                .Organisation.PostsOf(person.Id, names.Today)
                .Select(post => $"{AdminChoices.Name(names.Texts, "pos", post.Position)}, {names.Of(post.Unit)}"),
        ]);
}
