using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using NodaTime;

namespace DutyBot.Domain;

/// <summary>What a decision may look at besides the duty's own state: who is who, the working calendar and the settings in force.</summary>
/// <param name="Calendar">Which days are worked; its hours are those of the settings, so that a running duty keeps them .</param>
public sealed record DutyContext(Organisation Organisation, WorkingCalendar Calendar, Policy Policy)
{
    private readonly WorkingCalendar days = Calendar;

    public WorkingCalendar Calendar
    {
        get => days.WithHours(Policy.WorkHours);
        init => days = value;
    }

    public LocalDate DateOf(Act act) => Calendar.DateOf(act.At);

    /// <summary>The same with the settings for a duty that started at an instant: it keeps what was in force then .</summary>
    public DutyContext StartedAt(Instant start) => Organisation.SettingChanges.IsEmpty ? this : this with { Policy = Organisation.PolicyAt(start) };
}
