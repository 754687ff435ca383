using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using NodaTime;
using NodaTime.Text;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>Whoever holds a right in person delegates it in writing and for a time (D-03).</summary>
internal sealed class OwnDelegateForm() : NewOwnFeature("org.delegateOwn")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.delegate"],
            Intro = [visit.Texts["admin.ownDelegate"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = AdminChoices.Today(visit),
            Items =
            [
                AdminChoices.Person(visit, Fields.Delegate, "fld.delegate"),
                new ChoiceField(Fields.Scope, visit.Texts["fld.scope"], AdminChoices.Of<DelegationScope>(visit.Texts, "scope")) { Required = true },
                AdminChoices.From(visit),
                AdminChoices.Until(visit),
                AdminChoices.Basis(visit),
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new DelegateRights(
            visit.Act,
            OwnerOf(action),
            Person(values, Fields.Delegate),
            Choice<DelegationScope>(values, Fields.Scope),
            values.Date(Fields.From),
            values.Date(Fields.Until),
            values.Text(Fields.Basis)
        );
}

/// <summary>A delegation ends before its time, or is withdrawn before it begins.</summary>
internal sealed class EndOwnDelegationForm() : OwnFeature("org.endOwnDelegation")
{
    public static CardAction Action(Delegation delegation) =>
        new CardAction(OpenVerbOf("org.endOwnDelegation"), DutyId.Organisation)
            .With(OwnExtras.Owner, delegation.Grantor.Value)
            .With(OwnExtras.To, delegation.Delegate.Value)
            .With(OwnExtras.Scope, delegation.Scope.ToString())
            .With(OwnExtras.From, LocalDatePattern.Iso.Format(delegation.Validity.From));

    protected override Form? Form(Visit visit, CardAction action) =>
        DateIn(action, OwnExtras.From) is not { } from || ScopeIn(action) is not { } scope ? null
        : from > visit.Names.Today
            ? OfOne(visit, action, scope, from, "card.withdrawDelegation") with
            {
                Items = [new FormNote(visit.Texts["admin.withdrawNote"])],
            }
        : OfOne(visit, action, scope, from, "card.endDelegation") with
        {
            Values = AdminChoices.Today(visit, Fields.Until),
            Items = [AdminChoices.Until(visit) with { Hint = visit.Texts["hint.endAtOnce"] }],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values)
    {
        var from = DateIn(action, OwnExtras.From)!.Value;
        var last = from > visit.Names.Today ? from.PlusDays(-1) : values.Date(Fields.Until);
        return new EndDelegation(visit.Act, OwnerOf(action), PersonIn(action, OwnExtras.To), last, new OneDelegation(ScopeIn(action)!.Value, from));
    }

    private static Form OfOne(Visit visit, CardAction action, DelegationScope scope, LocalDate from, string title)
    {
        var to = PersonIn(action, OwnExtras.To);
        var meant = visit
            .Context.Organisation.DelegationsGivenSince(OwnerOf(action), visit.Names.Today)
            .FirstOrDefault(d => d.Delegate == to && d.Scope == scope && d.Validity.From == from);
        return new()
        {
            Title = visit.Texts[title],
            Intro = [meant is null ? visit.Names.Of(to) : OwnStandIns.Given(meant, visit.Names)],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Items = [],
        };
    }
}
