using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>
/// Head and deputies of a unit, picked from everybody in the tenant. The picker is the host's and says only who; their names come from the
/// directory, or without it from the teams that DutyBot is in, and so does whether they are of the organisation at all (D4).
/// </summary>
internal sealed class LeadersForm() : OrganisationFeature("org.setLeaders")
{
    private const string Deputies = "deputies";

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        await visit.Rosters.LoadMembers(cancel);
        List<Choice> near =
        [
            .. Registrations
                .OnRosters(visit)
                .Where(choice => visit.Context.Organisation.PersonOf(new PersonId(choice.Value)) is not null)
                .Take(MostChoices),
        ];
        return new Form
        {
            Title = visit.Texts["card.setLeaders"],
            Intro = [visit.Texts["admin.setLeaders"], visit.Texts["admin.appoint"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit),
            Items =
            [
                AdminChoices.Unit(visit),
                new PeopleField(Fields.Head, visit.Texts["fld.head"], near) { Aliases = Aliases(visit) },
                new PeopleField(Deputies, visit.Texts["fld.deputies"], near) { Aliases = Aliases(visit), Several = true },
                AdminChoices.From(visit),
            ],
        };
    }

    public override async ValueTask<FormAnswer?> Instead(Visit visit, CardAction action, FormValues values, CancellationToken cancel)
    {
        if (!Picked(values).Any() && IsAdmin(visit) && await Form(visit, action, cancel) is { } empty)
        {
            return new FormAnswer.Show(empty.Refused(values, [new Problem("E-PERSON-UNKNOWN", Fields.Head)]));
        }

        var strangers = Picked(values).Where(id => visit.Context.Organisation.PersonOf(id) is null).ToList();
        if (strangers.Count == 0 || !IsAdmin(visit))
        {
            return null;
        }

        var found = await visit.Tenant.Named(strangers, cancel);
        var unknown = strangers.Where(id => found is null ? visit.Rosters.MemberOf(id) is null : visit.Tenant.PersonOf(id) is null).ToHashSet();
        return unknown.Count == 0 || await Form(visit, action, cancel) is not { } form
            ? null
            : new FormAnswer.Show(form.Refused(values, Problems(visit, values, unknown)));
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values)
    {
        var unit = Unit(values, Fields.Unit);
        List<(PersonId Person, Position Position)> named =
        [
            .. values.Choices(Fields.Head).Select(id => (new PersonId(id), Position.Head)),
            .. values.Choices(Deputies).Select(id => (new PersonId(id), Position.Deputy)),
        ];
        return new All(
            visit.Act,
            named.Count == 0
                ? [new Appoint(visit.Act, null, unit, Position.Head, values.Date(Fields.From), null)]
                :
                [
                    .. named.Select(n => n.Person).Distinct().SelectMany(id => Registrations.IfUnknown(visit, id)),
                    .. named.Select(n => new Appoint(visit.Act, n.Person, unit, n.Position, values.Date(Fields.From), null)),
                ]
        );
    }

    /// <summary>Where a host offers no search of its own, it offers these.</summary>
    private const int MostChoices = 50;

    private static IEnumerable<PersonId> Picked(FormValues values) =>
        values.Choices(Fields.Head).Concat(values.Choices(Deputies)).Distinct().Select(id => new PersonId(id));

    // The Playground's picker names people as the channel does (29:…), that of Teams by their Entra object id.
    private static Dictionary<string, string> Aliases(Visit visit) =>
        visit
            .Rosters.Members.DistinctBy(member => member.Id)
            .ToDictionary(member => member.Id, member => Registrations.IdOf(member.AadObjectId!).Value);

    private static IEnumerable<Problem> Problems(Visit visit, FormValues values, HashSet<PersonId> unknown) =>
        from field in new[] { Fields.Head, Deputies }
        where values.Choices(field).Any(id => unknown.Contains(new PersonId(id)))
        select visit.Tenant.Failure is { } failure
            ? new Problem("E-PICKED-NOT-NAMED", field, ("reason", GraphWords.Why(failure, visit.Texts).TrimEnd('.')))
            : new Problem("E-PICKED-OUTSIDE", field);
}
