using NodaTime;

namespace DutyBot.Domain.Calendar;

/// <summary>Why a date differs from its day of the week.</summary>
public enum CalendarEntryKind
{
    /// <summary>A public holiday (Labour Code 2019 art. 112).</summary>
    Holiday,

    /// <summary>Nghỉ bù: a rest day for a holiday that fell on a weekly rest day (art. 111.3).</summary>
    InLieu,

    /// <summary>Hoán đổi: a working day made a rest day by decision, against a <see cref="SwapWork"/>.</summary>
    SwapOff,

    /// <summary>Làm bù: a Saturday that is worked.</summary>
    SwapWork,
}

/// <summary>One date of the calendar and the document that made it so (D-05).</summary>
public sealed record CalendarEntry(LocalDate Date, CalendarEntryKind Kind, string Name, string Source)
{
    public bool IsWorked => Kind == CalendarEntryKind.SwapWork;
}
