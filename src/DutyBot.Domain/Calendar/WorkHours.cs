using NodaTime;

namespace DutyBot.Domain.Calendar;

/// <summary>The two halves of a working day in local time (<c>clock.workHours</c>). The ends do not belong to the hours.</summary>
public sealed record WorkHours
{
    public WorkHours(LocalTime morningFrom, LocalTime morningTo, LocalTime afternoonFrom, LocalTime afternoonTo)
    {
        if (morningFrom >= morningTo || morningTo > afternoonFrom || afternoonFrom >= afternoonTo)
        {
            throw new ArgumentException($"{morningFrom}–{morningTo}, {afternoonFrom}–{afternoonTo} are not the two halves of one day.");
        }

        (MorningFrom, MorningTo, AfternoonFrom, AfternoonTo) = (morningFrom, morningTo, afternoonFrom, afternoonTo);
    }

    public static WorkHours Default { get; } = new(new(8, 0), new(12, 0), new(13, 0), new(17, 0));

    public LocalTime MorningFrom { get; }

    public LocalTime MorningTo { get; }

    public LocalTime AfternoonFrom { get; }

    public LocalTime AfternoonTo { get; }
}
