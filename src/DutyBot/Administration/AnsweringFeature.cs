using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Administration;

/// <summary>A form of an admin that is answered when it is sent: with something to read, or with the form again. It records nothing by itself.</summary>
internal abstract class AnsweringFeature : OrganisationFeature
{
    private protected AnsweringFeature(string verb)
        : base(verb) { }

    public abstract ValueTask<FormAnswer> Answer(Visit visit, Form form, FormValues values, CancellationToken cancel);

    // What an admin may do and nobody else; it changes nothing.
    protected sealed override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new OrganisationCommand.All(visit.Act, []);
}
