using System.Text.Json.Serialization;
using NodaTime;

namespace DutyBot.Domain.Calendar;

/// <summary>How long something may take, as the settings say it: in working days, or in working hours for what is urgent.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(WorkingDays), "working-days")]
[JsonDerivedType(typeof(WorkingHours), "working-hours")]
public abstract record Term
{
    private Term() { }

    /// <summary>The first instant (UTC) that is too late for something that began at <paramref name="start"/>.</summary>
    public abstract Instant From(Instant start, WorkingCalendar calendar);

    /// <summary>Ends at 24:00 of the <paramref name="Count"/>-th working day after the day of the start.</summary>
    public sealed record WorkingDays(int Count) : Term
    {
        public override Instant From(Instant start, WorkingCalendar calendar) =>
            calendar.EndOfDay(calendar.AddWorkingDays(calendar.DateOf(start), Count));
    }

    /// <summary>Ends when <paramref name="Count"/> hours inside working hours have passed since the start.</summary>
    public sealed record WorkingHours(int Count) : Term
    {
        public override Instant From(Instant start, WorkingCalendar calendar) => calendar.AddWorkingHours(start, Count);
    }
}
