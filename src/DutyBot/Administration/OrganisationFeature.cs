using DutyBot.Domain;
using DutyBot.Domain.Authorisation;
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

    public override CardAction Opening(Visit visit, CardAction action) => action with { Duty = DutyId.Organisation };

    public override ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) => new(Form(visit, action));

    public sealed override DutyCommand Command(Visit visit, CardAction action, FormValues values) => Act(visit, action, values);

    /// <summary>The form, where nothing has to be asked for first; null when its button names something that is not there.</summary>
    protected virtual Form? Form(Visit visit, CardAction action) => null;

    /// <summary>Whether the person may administer: who may not is shown nothing that was looked up for it.</summary>
    protected static bool IsAdmin(Visit visit) => visit.Context.Permits(new OrganisationCommand.All(visit.Act, []), out _, out _);

    protected abstract OrganisationCommand Act(Visit visit, CardAction action, FormValues values);
}
