using DutyBot.Domain.Calendar;
using DutyBot.Domain.Text;
using Ical.Net.CalendarComponents;

namespace DutyBot.Imports.Calendars;

/// <summary>What kind of day an event is, where the file says so: by <c>X-DUTYBOT-KIND</c>, or else by one of its categories.</summary>
internal static class IcsKinds
{
    private const string Property = "X-DUTYBOT-KIND";

    public static CalendarEntryKind? Of(CalendarEvent one) =>
        one
            .Properties.Where(property => property.Name == Property)
            .Select(property => property.Value?.ToString() ?? "")
            .Concat(one.Categories ?? [])
            .Select(Read)
            .FirstOrDefault(kind => kind is not null);

    private static CalendarEntryKind? Read(string word) =>
        SearchText.Fold(word) switch
        {
            "holiday" or "public holiday" or "nghi le" or "nghi tet" or "nghi le tet" or "ngay le" => CalendarEntryKind.Holiday,
            "inlieu" or "in lieu" or "day in lieu" or "nghi bu" => CalendarEntryKind.InLieu,
            "swapoff" or "swap off" or "nghi hoan doi" or "hoan doi" => CalendarEntryKind.SwapOff,
            "swapwork" or "swap work" or "lam bu" or "di lam bu" => CalendarEntryKind.SwapWork,
            _ => null,
        };
}
