using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Options;

namespace DutyBot.Development;

/// <summary>
/// Begins an organisation of which only the language is said. Comes before the first admin is named, whose name is a word of that language; an
/// organisation that has begun keeps its own.
/// </summary>
internal sealed class EmptyStart(OrganisationBook organisation, Office office, StartOptions options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken) =>
        await organisation.Found(
            [new OrganisationEvent.LanguageSet(Act.OfSystem(office.Now), SampleStart.LanguageOf(options))],
            office.Now,
            cancellationToken
        );

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
