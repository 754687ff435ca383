using DutyBot.Domain;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Administration;

/// <summary>
/// A form in two steps: it asks for one thing, looks that up outside the organisation, and comes back with what was found for the admin to
/// confirm. Nothing is looked up for anybody else, however they came by the form.
/// </summary>
internal abstract class AskingForm : OrganisationFeature
{
    private readonly string question;

    /// <param name="question">The name of the first step's field; under the same name its value travels in the button of the second.</param>
    private protected AskingForm(string verb, string question)
        : base(verb) => this.question = question;

    public sealed override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        Asked(action) is { } asked && IsAdmin(visit) ? await Found(visit, action, asked, cancel) : Ask(visit, action);

    public sealed override CardAction? Further(Visit visit, CardAction action, FormValues values) =>
        values.Text(question) is { Length: > 0 } asked && IsAdmin(visit) ? Leading(action.With(question, asked), values) : null;

    public sealed override ValueTask<FormAnswer?> Instead(Visit visit, CardAction action, FormValues values, CancellationToken cancel) =>
        new(Asked(action) is null && IsAdmin(visit) ? new FormAnswer.Show(Ask(visit, action).Refused(values, [NothingAsked])) : null);

    /// <summary>What is said when the first step is sent empty.</summary>
    protected abstract Problem NothingAsked { get; }

    /// <summary>The first step.</summary>
    protected abstract Form Ask(Visit visit, CardAction action);

    /// <summary>The second step: what was found, or what is missing for it and how the same is done without.</summary>
    protected abstract ValueTask<Form> Found(Visit visit, CardAction action, string asked, CancellationToken cancel);

    /// <summary>What the button of the second step carries besides the question.</summary>
    protected virtual CardAction Leading(CardAction action, FormValues values) => action;

    protected string? Asked(CardAction action) => action.Extras?.GetValueOrDefault(question);
}
