using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>A form about one thing that could not be sent.</summary>
internal abstract class LetterForm : OrganisationFeature
{
    private protected LetterForm(string verb)
        : base(verb) { }

    public override CardAction Opening(Visit visit, CardAction action) => base.Opening(visit, action) with { Nonce = visit.Ids.NewPress() };

    protected sealed override Form? Form(Visit visit, CardAction action) =>
        action.Nonce is { Length: > 0 } && DutyId.TryParse(OfIn(action), out _) && LetterIn(action).Length > 0 ? Asking(visit, action) : null;

    protected abstract Form Asking(Visit visit, CardAction action);

    protected static DutyId DutyIn(CardAction action) => DutyId.Parse(OfIn(action));

    protected static string LetterIn(CardAction action) => action.Extras?.GetValueOrDefault(LettersArea.LetterExtra) ?? "";

    private static string OfIn(CardAction action) => action.Extras?.GetValueOrDefault(LettersArea.OfExtra) ?? "";
}

/// <summary>It is sent again, at once.</summary>
internal sealed class RetryLetterForm() : LetterForm("org.retryLetter")
{
    protected override Form Asking(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.retryLetter"],
            Intro = [visit.Texts["admin.retryLetter"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.retryLetter"],
            Items = [],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new OrganisationCommand.RetryLetter(visit.Act, action.Nonce ?? "", DutyIn(action), LetterIn(action));
}

/// <summary>It is not sent any more, for a reason that is recorded.</summary>
internal sealed class DismissLetterForm() : LetterForm("org.dismissLetter")
{
    private const int ReasonLength = 500;

    protected override Form Asking(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.dismissLetter"],
            Intro = [visit.Texts["admin.dismissLetter"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.dismissLetter"],
            Items = [new TextField(Fields.Reason, visit.Texts["fld.reason"], ReasonLength) { Required = true, Multiline = true }],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new OrganisationCommand.DismissLetter(visit.Act, action.Nonce ?? "", DutyIn(action), LetterIn(action), values.Text(Fields.Reason));
}
