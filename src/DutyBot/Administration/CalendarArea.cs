using System.Collections.Immutable;
using System.Globalization;
using DutyBot.Cards;
using DutyBot.Duties;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>The days of this year and the next that differ from their day of the week, each with its source (D-05).</summary>
internal sealed class CalendarArea() : AdminArea(Name)
{
    private const string Name = "calendar";

    /// <summary>The extras that show this area.</summary>
    public static IReadOnlyDictionary<string, string> Shown { get; } = new Dictionary<string, string> { [Extra] = Name };

    public override string Title(Scene scene) => scene.Texts["admin.calendar"];

    // What the calendar would move stands first: it waits for a word of the admin.
    public override async ValueTask<IReadOnlyList<AdminSection>> Sections(AdminPage page, CancellationToken cancel) =>
        [
            .. await page.Affected(cancel) is { IsEmpty: false } affected ? [Recount(affected, page.Scene)] : Array.Empty<AdminSection>(),
            Year(page.Scene.Names.Today.Year, page.Scene),
            Year(page.Scene.Names.Today.Year + 1, page.Scene) with
            {
                Buttons =
                [
                    Open(page.Scene, "btn.setDay", "org.setCalendarEntry"),
                    Open(page.Scene, "btn.removeDay", "org.removeCalendarEntry"),
                    Open(page.Scene, "btn.importCalendar", "org.importCalendar"),
                ],
            },
        ];

    private static AdminSection Recount(ImmutableArray<AffectedDuty> affected, Scene scene) =>
        new(
            scene.Texts.Format("lbl.recount", ("n", RecountWords.Count(affected))),
            [scene.Texts["lbl.recountHow"], .. RecountWords.Lines(affected, scene.Names)],
            [RecountForm.Opener(affected, scene)]
        );

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
