using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Policies;
using NodaTime;

namespace DutyBot.Duties;

/// <summary>The office a decision is taken in: who is who, the calendar and the settings, now. The only holder of the clock.</summary>
internal sealed class Office(OrganisationBook organisation, TimeProvider time)
{
    /// <summary>The office's working calendar; from its data file until an office edits its own.</summary>
    public WorkingCalendar Calendar { get; } = VietnamCalendar.Default;

    public Policy Policy { get; } = Policy.Default;

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public LocalDate Today => Calendar.DateOf(Now);

    public async ValueTask<DutyContext> Context(CancellationToken cancel) => new(await organisation.Current(cancel), Calendar, Policy);
}
