using System.Globalization;
using DutyBot.Cards;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>The days of this year and the next that differ from their day of the week, each with its source (D-05).</summary>
internal sealed class CalendarArea() : AdminArea("calendar")
{
    public override string Title(Scene scene) => scene.Texts["admin.calendar"];

    public override IReadOnlyList<AdminSection> Sections(Scene scene) =>
        [
            Year(scene.Names.Today.Year, scene),
            Year(scene.Names.Today.Year + 1, scene) with
            {
                Buttons = [Open(scene, "btn.setDay", "org.setCalendarEntry"), Open(scene, "btn.removeDay", "org.removeCalendarEntry")],
            },
        ];

    private static AdminSection Year(int year, Scene scene) =>
        new(
            scene.Texts.Format("lbl.calendarYear", ("year", year.ToString(CultureInfo.InvariantCulture))),
            [
                .. CalendarWords.Missing(scene.Names.Calendar, year, scene.Texts),
                .. scene.Names.Calendar.EntriesOf(year).Select(entry => CalendarWords.Of(entry, scene.Texts)),
            ],
            []
        );
}
