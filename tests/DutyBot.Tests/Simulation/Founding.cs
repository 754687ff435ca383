using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Tests.Host;

namespace DutyBot.Tests.Simulation;

/// <summary>Puts the sample department into an empty store.</summary>
internal static class Founding
{
    public static async Task Of(Town town)
    {
        await town.Store.Prepare(CancellationToken.None);
        using var warm = new WarmDuties();
        var book = new DutyBook<Organisation, OrganisationCommand, OrganisationEvent>(
            DutyTypes.Organisation,
            town.Store,
            warm,
            new OutboxSignal(town.Time)
        );
        await new OrganisationBook(book, town.Store, town.Time).Found(SampleMonday.Events(town.Now), town.Now, CancellationToken.None);
    }
}
