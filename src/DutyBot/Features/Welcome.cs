using DutyBot.Administration;
using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Teams;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>
/// Greets a team that DutyBot was added to: once for each addition, however often and to however many replicas Teams tells of it, because only the
/// first to write it down greets. Who dies between the two leaves a team without a greeting, which everything can be done without.
/// </summary>
internal sealed class Welcome(DutyDesk desk, Office office, CardDesk cards)
{
    public async ValueTask<ActivityAnswer> Answer(Visit visit, Activity activity, CancellationToken cancel)
    {
        if (activity.ChannelData?.Team is not { Id: { } id } team || Happened(activity) is not { } happened)
        {
            return new ActivityAnswer.Accepted();
        }

        var act = Act.OfSystem(office.Now);
        OrganisationCommand note =
            happened == Change.Left ? new OrganisationCommand.LeaveTeam(act, id) : new OrganisationCommand.JoinTeam(act, id, team.Name);
        var isFirst = (await desk.Execute(DutyId.Organisation, note, cancel)).Changed;
        return isFirst && happened == Change.Joined && !IsAtWork(visit.Context.Organisation, id)
            ? Greeting(visit, activity)
            : new ActivityAnswer.Accepted();
    }

    // A channel reads the language of the office, like every card that is posted to it.
    private ActivityAnswer Greeting(Visit visit, Activity activity)
    {
        var names = visit.Names with { Texts = Texts.Of(visit.Context.Organisation.Language) };
        var channel = activity.ChannelData?.Settings?.SelectedChannel ?? activity.ChannelData?.Channel;
        return Presses.Card(cards.Welcome(channel?.Id ?? activity.Conversation.BaseId, BindChannelForm.KindOf(channel?.Type), names));
    }

    private static Change? Happened(Activity activity) =>
        activity.Read() switch
        {
            Incoming.Installation { Added: true, IsUpgrade: true } => Change.WasThere,
            Incoming.Installation { Added: true } => Change.Joined,
            Incoming.Installation => Change.Left,
            Incoming.MembersChanged { Added: var added } when added.Any(member => member.Id == activity.Recipient.Id) => Change.Joined,
            Incoming.MembersChanged { Removed: var removed } when removed.Any(member => member.Id == activity.Recipient.Id) => Change.Left,
            _ => null,
        };

    // A team whose channels are bound already has nothing left to be told.
    private bool IsAtWork(Organisation organisation, string teamId) =>
        organisation
            .UnitsOn(office.Today)
            .Select(unit => organisation.BoundChannelOf(unit.Id))
            .OfType<BoundChannel>()
            .Any(bound => bound.TeamId == teamId || bound.Id == teamId);

    private enum Change
    {
        Joined,
        WasThere,
        Left,
    }
}
