using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Text;
using NodaTime;

namespace DutyBot.Development;

/// <summary>
/// A department to try DutyBot with: its leadership, its office and four divisions, people named by their position. Ids are the same in
/// both languages and on every start.
/// </summary>
public sealed record SampleOrganisation
{
    /// <summary>The Playground allows one team: General, whose id is the team's, and one more channel, which the divisions share.</summary>
    public const string GeneralChannel = "19:general@thread.tacv2";

    public const string DivisionsChannel = "19:divisions@thread.tacv2";

    public static readonly UnitId Leadership = new("ban-giam-doc");
    public static readonly UnitId Office = new("van-phong");
    public static readonly UnitId Planning = new("phong-ke-hoach-tai-chinh");
    public static readonly UnitId Industry = new("phong-quan-ly-cong-nghiep");
    public static readonly UnitId Trade = new("phong-quan-ly-thuong-mai");
    public static readonly UnitId Safety = new("phong-ky-thuat-an-toan-moi-truong");

    public static readonly PersonId Director = Id(1);
    public static readonly PersonId DeputyDirector = Id(2);
    public static readonly PersonId HeadOfOffice = Id(3);
    public static readonly PersonId HeadOfPlanning = Id(4);
    public static readonly PersonId OfficerOfPlanning = Id(5);
    public static readonly PersonId HeadOfIndustry = Id(6);
    public static readonly PersonId OfficerOfOffice = Id(7);
    public static readonly PersonId OfficerOfIndustry = Id(8);
    public static readonly PersonId HeadOfTrade = Id(9);
    public static readonly PersonId OfficerOfTrade = Id(10);
    public static readonly PersonId HeadOfSafety = Id(11);
    public static readonly PersonId OfficerOfSafety = Id(12);

    private SampleOrganisation(ImmutableArray<OrganisationEvent> events, string divisionsChannelName)
    {
        Events = events;
        DivisionsChannelName = divisionsChannelName;
    }

    /// <summary>
    /// The six who have a seat in the Playground (its current user first, then exactly five others): enough to assign, accept, consult
    /// and escalate.
    /// </summary>
    public static ImmutableArray<PersonId> PlaygroundPeople { get; } =
    [DeputyDirector, Director, HeadOfOffice, HeadOfPlanning, OfficerOfPlanning, HeadOfIndustry];

    public ImmutableArray<OrganisationEvent> Events { get; }

    public string DivisionsChannelName { get; }

    /// <summary>The organisation as it starts on a date, at 00:00 of that day.</summary>
    public static SampleOrganisation From(LocalDate start, Language language)
    {
        var names = language == Language.English ? SampleNames.English : SampleNames.Vietnamese;
        var act = Act.OfSystem(VietnamCalendar.Default.StartOfDay(start));
        return new(
            [
                new OrganisationEvent.TenantNamed(act, names.Tenant),
                new OrganisationEvent.LanguageSet(act, language),
                .. names.Units.SelectMany(unit => UnitEvents(act, start, unit, names.Basis)),
                .. names.People.SelectMany(person => PersonEvents(act, start, person)),
                new OrganisationEvent.RoleGranted(act, DeputyDirector, Role.Assigner, start),
                new OrganisationEvent.RoleGranted(act, HeadOfOffice, Role.Admin, start),
                new OrganisationEvent.RoleGranted(act, HeadOfOffice, Role.PersonnelBody, start),
            ],
            names.DivisionsChannel
        );
    }

    private static IEnumerable<OrganisationEvent> UnitEvents(Act act, LocalDate start, SampleUnit unit, string basis)
    {
        UnitId? parent = unit.Kind == UnitKind.Leadership ? null : Leadership;
        yield return new OrganisationEvent.UnitCreated(act, unit.Id, unit.Name, unit.ShortName, unit.Kind, parent, start, basis);
        yield return new OrganisationEvent.ChannelBound(act, unit.Id, unit.Kind == UnitKind.Division ? DivisionsChannel : GeneralChannel);
    }

    private static IEnumerable<OrganisationEvent> PersonEvents(Act act, LocalDate start, SamplePerson person)
    {
        var upn = $"{SearchText.Fold(person.Name).Replace(' ', '.')}@sct.example";
        yield return new OrganisationEvent.PersonRegistered(act, person.Id, person.Name, person.Title, upn);
        yield return new OrganisationEvent.Appointed(act, person.Id, person.Unit, person.Position, start, null);
    }

    private static PersonId Id(int number) => new($"d07b0700-0000-4000-8000-{number:x12}");
}
