using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Organisations;

namespace DutyBot.Features;

/// <summary>Tells an admin who asks whom DutyBot cannot reach now, and what it has given up sending.</summary>
internal sealed class ReachabilityDesk(ReachabilityCheck check, ReachReport report)
{
    public async ValueTask<RenderedCard> Card(Visit visit, CancellationToken cancel)
    {
        if (!visit.Context.Permits(new OrganisationCommand.All(visit.Act, []), out _, out var refused))
        {
            return CardDesk.Refusal([refused], null, visit.Names);
        }

        var findings = await check.Run(visit.Context.Organisation, visit.Names.Today, cancel);
        return await report.Asked(findings, visit.Names, cancel);
    }
}
