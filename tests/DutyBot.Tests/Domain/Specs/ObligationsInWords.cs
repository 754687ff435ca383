using System.Globalization;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Clock;

namespace DutyBot.Tests.Domain.Specs;

internal static class ObligationsInWords
{
    /// <summary>
    /// Exactly these obligations, without the notices that are to be given, for example <c>accept: phong-ke-hoach Accept until 11/11 00:00</c> with the local instant that is too late.
    /// </summary>
    public static void ShouldBeInWords(this IEnumerable<Obligation> obligations, params string[] expected) =>
        obligations.Where(obligation => obligation.Kind != ObligationKind.Notice).Select(Words).ShouldBe(expected);

    private static string Words(Obligation obligation)
    {
        var owner = obligation.Owner.Unit?.Value ?? obligation.Owner.Person?.Value;
        var due = obligation.Due?.InZone(VietnamCalendar.Zone).ToString("dd/MM HH:mm", CultureInfo.InvariantCulture);
        return $"{obligation.Name}: {owner} {obligation.Kind}{(due is null ? "" : " until " + due)}";
    }
}
