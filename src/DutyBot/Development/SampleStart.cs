using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Options;
using NodaTime;

namespace DutyBot.Development;

/// <summary>Creates the sample organisation when the store has none yet; on later starts it finds it there.</summary>
internal sealed partial class SampleStart(OrganisationBook organisation, Office office, StartOptions options, ILogger<SampleStart> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sample = SampleOrganisation.From(new LocalDate(office.Today.Year, 1, 1), LanguageOf(options));
        if (await organisation.Found(sample.Events, office.Now, stoppingToken))
        {
            LogCreated();
        }
    }

    public static Language LanguageOf(StartOptions options) => options.Language == "en" ? Language.English : Language.Vietnamese;

    [LoggerMessage(Level = LogLevel.Information, Message = "Created the sample organisation.")]
    private partial void LogCreated();
}
