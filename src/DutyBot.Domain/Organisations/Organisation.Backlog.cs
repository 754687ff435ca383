using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <content>The backlog that every head is told of once a week .</content>
public sealed partial record Organisation
{
    /// <summary>The day on which the heads were last told.</summary>
    public LocalDate? BacklogToldOn { get; private init; }

    /// <summary>
    /// The first working day of the week after the one in which the heads were last told, or after there has been an admin. Null while there never
    /// was one.
    /// </summary>
    public LocalDate? NextBacklogDay =>
        (BacklogToldOn ?? FirstAdminDay) is { } last ? Calendar.NextWorkingDayOnOrAfter(last.Next(IsoDayOfWeek.Monday)) : null;

    /// <summary>When the heads are told on a day, by the setting that holds on that day (UTC).</summary>
    public Instant BacklogTimeOn(LocalDate day) => Calendar.At(day, PolicyAt(Calendar.EndOfDay(day) - Duration.Epsilon).BacklogAt);

    private Organisation AfterBacklog(BacklogTold told) =>
        BacklogToldOn is null || told.Day > BacklogToldOn ? this with { BacklogToldOn = told.Day } : this;
}
