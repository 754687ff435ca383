using System.Text.Json;
using DutyBot.Domain;
using DutyBot.Features;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using NodaTime;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>The inputs that several forms of the administration have in common.</summary>
internal static class AdminChoices
{
    private const int NameLength = 200;

    /// <summary>Every unit there is or will be, none that has ended.</summary>
    public static ChoicePool Units(Visit visit) => new UnitPool(visit.Context.Organisation, visit.Names.Today, []) { OfAdmin = true };

    public static ChoicePool People(Visit visit) => new PersonPool(visit.Names);

    /// <summary>The values of an enumeration, named by the texts <c>{family}.{value}</c>.</summary>
    public static IReadOnlyList<Choice> Of<T>(Texts texts, string family)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(Name(texts, family, value), value.ToString()))];

    public static string Name<T>(Texts texts, string family, T value)
        where T : struct, Enum => texts[$"{family}.{JsonNamingPolicy.CamelCase.ConvertName(value.ToString())}"];

    public static FormField Unit(Visit visit, string name = Fields.Unit, string label = "fld.orgUnit", bool required = true) =>
        Units(visit).One(name, visit.Texts[label], required);

    public static FormField Person(Visit visit, string name = Fields.Person, string label = "fld.person", bool required = true) =>
        People(visit).One(name, visit.Texts[label], required);

    public static TextField Name(Visit visit) => new(Fields.Name, visit.Texts["fld.unitName"], NameLength) { Required = true };

    public static TextField ShortName(Visit visit) => new(Fields.ShortName, visit.Texts["fld.shortName"], 30);

    public static DateField From(Visit visit) => new(Fields.From, visit.Texts["fld.from"]) { Required = true };

    public static DateField Until(Visit visit, bool required = true) => new(Fields.Until, visit.Texts["fld.until"]) { Required = required };

    public static TextField Basis(Visit visit) =>
        new(Fields.Basis, visit.Texts["fld.orgBasis"], NameLength) { Required = true, Hint = visit.Texts["hint.basis"] };

    /// <summary>A form that starts today.</summary>
    public static FormValues Today(Visit visit, string field = Fields.From) => FormValues.Empty.With(field, (LocalDate?)visit.Names.Today);
}
