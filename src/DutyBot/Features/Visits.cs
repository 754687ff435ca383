using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Duties;
using DutyBot.Teams;

namespace DutyBot.Features;

/// <summary>Finds out what there is to know when somebody asks for something: when, in which organisation, in which language.</summary>
internal sealed class Visits(
    Office office,
    DutyDesk desk,
    DutyIds ids,
    Addresses addresses,
    TeamRosters teams,
    TenantDesk tenant,
    Waiting waiting,
    BacklogBoard backlog,
    RunningTerms terms,
    ReachabilityCheck reach
)
{
    public async ValueTask<Visit> Of(PersonId person, CancellationToken cancel)
    {
        var context = await office.Context(cancel);
        var language = await addresses.LanguageOf(person, context.Organisation, cancel);
        return new Visit(person, new Act(office.Now, person), context, Texts.Of(language), desk, ids)
        {
            Rosters = new Rosters(teams),
            Tenant = new TenantLook(tenant),
            Waiting = waiting,
            Backlog = backlog,
            Terms = terms,
            Reach = reach,
        };
    }
}
