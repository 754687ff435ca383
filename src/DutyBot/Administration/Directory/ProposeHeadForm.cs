using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using DutyBot.Teams.Graph;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>Who leads the people of a unit according to the directory, for the admin to appoint or not.</summary>
internal sealed class ProposeHeadForm() : AskingForm("org.proposeHead", Fields.Unit)
{
    protected override Problem NothingAsked => new("E-UNIT-UNKNOWN", Fields.Unit);

    protected override Form Ask(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.proposeHead"],
            Intro = [visit.Texts["admin.proposeHead"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.seeProposals"],
            Items = [AdminChoices.Unit(visit)],
        };

    protected override async ValueTask<Form> Found(Visit visit, CardAction action, string asked, CancellationToken cancel)
    {
        var unit = new UnitId(asked);
        var head = visit.Context.Organisation.HeadOf(unit, visit.Names.Today);
        var people = visit.Context.Organisation.MembersOf(unit, visit.Names.Today).Where(person => person != head).ToList();
        var proposals = await visit.Tenant.ProposeHeads(people, cancel);
        return new Form
        {
            Title = visit.Texts["card.proposeHead"],
            Intro =
            [
                Present(visit, unit, head),
                .. GraphWords.Without(visit.Tenant.Failure, GraphFunctions.ProposeHeads, visit.Texts),
                .. proposals is { IsEmpty: true } ? [visit.Texts["admin.noProposal"]] : Array.Empty<string>(),
            ],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices
                .Today(visit)
                .With(Fields.Position, nameof(Position.Head))
                .With(Fields.Person, proposals is [var first, ..] ? first.Person.Id.Value : null),
            Items =
            [
                proposals is { IsEmpty: false } found ? Proposed(visit, found) : AdminChoices.Person(visit),
                new ChoiceField(Fields.Position, visit.Texts["fld.position"], Positions(visit)) { Required = true },
                AdminChoices.From(visit),
                AdminChoices.Until(visit, required: false),
            ],
        };
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values)
    {
        var person = Person(values, Fields.Person);
        return new All(
            visit.Act,
            [
                .. person is { } id ? Registrations.IfUnknown(visit, id) : [],
                new Appoint(
                    visit.Act,
                    person,
                    Asked(action) is { } unit ? new UnitId(unit) : null,
                    Choice<Position>(values, Fields.Position),
                    values.Date(Fields.From),
                    values.Date(Fields.Until)
                ),
            ]
        );
    }

    private static string Present(Visit visit, UnitId unit, PersonId? head) =>
        visit.Texts.Format(
            "admin.presentHead",
            ("unit", visit.Names.Of(unit)),
            ("head", head is { } person ? visit.Names.Of(person) : visit.Texts["admin.noHead"])
        );

    private static ChoiceField Proposed(Visit visit, ImmutableArray<HeadProposal> proposals) =>
        new(
            Fields.Person,
            visit.Texts["fld.proposedHead"],
            [
                .. proposals.Select(proposal => new Choice(
                    visit.Texts.Format("admin.proposal", ("person", Registrations.ChoiceOf(proposal.Person).Title), ("n", proposal.Leads)),
                    proposal.Person.Id.Value
                )),
            ]
        )
        {
            Required = true,
            Style = ChoiceStyle.Expanded,
        };

    private static IReadOnlyList<Choice> Positions(Visit visit) =>
        [.. AdminChoices.Of<Position>(visit.Texts, "pos").Where(choice => choice.Value is nameof(Position.Head) or nameof(Position.Acting))];
}
