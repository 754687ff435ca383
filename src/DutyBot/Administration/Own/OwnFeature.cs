using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using NodaTime;
using NodaTime.Text;

namespace DutyBot.Administration;

/// <summary>
/// A form about the rights or the absence of whoever opens it. Whose it is travels in the button, so that a form which somebody else presses is
/// judged as theirs and refused.
/// </summary>
internal abstract class OwnFeature : OrganisationFeature
{
    private protected OwnFeature(string verb)
        : base(verb) { }

    public sealed override IReadOnlyDictionary<string, string> ViewAfter(CardAction action) => OwnStandIns.Extras;

    protected static PersonId OwnerOf(CardAction action) => PersonIn(action, OwnExtras.Owner);

    protected static PersonId PersonIn(CardAction action, string extra) => new(action.Extras?.GetValueOrDefault(extra) ?? "");

    protected static LocalDate? DateIn(CardAction action, string extra) =>
        LocalDatePattern.Iso.Parse(action.Extras?.GetValueOrDefault(extra) ?? "") is { Success: true } date ? date.Value : null;

    protected static DelegationScope? ScopeIn(CardAction action) =>
        Enum.TryParse<DelegationScope>(action.Extras?.GetValueOrDefault(OwnExtras.Scope), out var scope) ? scope : null;
}

/// <summary>A form that its opener fills in about themself, whoever's card the button was on.</summary>
internal abstract class NewOwnFeature : OwnFeature
{
    private protected NewOwnFeature(string verb)
        : base(verb) { }

    public sealed override CardAction Opening(Visit visit, CardAction action) =>
        base.Opening(visit, action).With(OwnExtras.Owner, visit.Person.Value);
}

/// <summary>Names of what the buttons carry that tell one delegation or absence from another.</summary>
internal static class OwnExtras
{
    public const string Owner = "owner";
    public const string To = "to";
    public const string Scope = "scope";
    public const string From = "since";
}
