using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Administration;

/// <summary>A form about the organisation; its verb begins with <c>org.</c>.</summary>
internal abstract class OrganisationFeature : FormFeature
{
    private protected OrganisationFeature(string verb)
        : base(verb) { }

    public sealed override CardAction Opening(Visit visit, CardAction action) => action with { Duty = DutyId.Organisation };

    public sealed override ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) => new(Form(visit, action));

    public sealed override DutyCommand Command(Visit visit, CardAction action, FormValues values) => Act(visit, action, values);

    /// <summary>The form; null when its button names something that is not there.</summary>
    protected abstract Form? Form(Visit visit, CardAction action);

    protected abstract OrganisationCommand Act(Visit visit, CardAction action, FormValues values);
}
