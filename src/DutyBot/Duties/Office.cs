using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using NodaTime;

namespace DutyBot.Duties;

/// <summary>The office a decision is taken in: who is who, the calendar and the settings, now. The only holder of the clock.</summary>
internal sealed class Office(OrganisationBook organisation, TimeProvider time)
{
    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public LocalDate Today => VietnamCalendar.Default.DateOf(Now);

    /// <summary>As it is now, with the settings for what starts now.</summary>
    public async ValueTask<DutyContext> Context(CancellationToken cancel)
    {
        var known = await organisation.Current(cancel);
        return new DutyContext(known, known.Calendar, known.PolicyAt(Now));
    }
}
