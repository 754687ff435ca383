using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Imports;
using DutyBot.Imports.Calendars;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using NodaTime;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>
/// Days off from an .ics file, pasted: what would become of each date and, once the admin says so and none is refused, all of it recorded. Until
/// then the form comes back filled in, with the report (D-05, D22).
/// </summary>
internal sealed class CalendarImportForm() : AnsweringFeature("org.importCalendar")
{
    /// <summary>UTF-16 code units: so that what was pasted comes back whole and leaves room for the report.</summary>
    private const int MostCharacters = 10_000;

    private const string Ics = "ics";
    private const string Replace = "replace";
    private const string DryRun = "dryRun";

    protected override Form Form(Visit visit, CardAction action)
    {
        var t = visit.Texts;
        return new Form
        {
            Title = t["card.importCalendar"],
            Intro = [t["lbl.importCalendar"]],
            Submit = action,
            SubmitLabel = t["btn.importCalendar"],
            Values = FormValues.Empty.With(DryRun, ticked: true).With(Fields.Kind, nameof(CalendarEntryKind.Holiday)),
            Items =
            [
                new TextField(Ics, t["fld.ics"], MostCharacters)
                {
                    Required = true,
                    Multiline = true,
                    Hint = t["hint.ics"],
                },
                new ChoiceField(Fields.Kind, t["fld.icsKind"], CalendarWords.Kinds(t)) { Required = true },
                new TextField(Fields.Basis, t["fld.ruleBasis"], ShortText) { Required = true, Multiline = true },
                new ToggleField(Replace, t["fld.icsReplace"]),
                new ToggleField(DryRun, t["fld.dryRun"]),
            ],
        };
    }

    public override async ValueTask<FormAnswer> Answer(Visit visit, Form form, FormValues values, CancellationToken cancel)
    {
        var file = Read(values, visit);
        if (Missing(values, file).ToList() is { Count: > 0 } missing)
        {
            return new FormAnswer.Show(form.Refused(values, missing));
        }

        var terms = new CalendarTerms(Choice<CalendarEntryKind>(values, Fields.Kind)!.Value, values.Text(Fields.Basis), values.Toggle(Replace));
        var plan = CalendarPlan.Of(file!, terms, visit.Context, visit.Act);
        return values.Toggle(DryRun) ? Again(form.Refused(values, []), plan, "n.importChecked", visit)
            : plan.HasRefusals ? Again(form.Refused(values, [new Problem("E-IMPORT-REFUSED")]), plan, "n.importNothing", visit)
            : await Record(visit, plan, cancel) ? new FormAnswer.Read(await Recorded(visit, plan, cancel))
            : Again(form.Refused(values, [new Problem("n.importStopped")]), plan, "n.importPlanned", visit);
    }

    // This year and the two after it: an earlier day moves nothing, and a later one nobody has decided on.
    private static IcsFile? Read(FormValues values, Visit visit)
    {
        var year = visit.Names.Today.Year;
        var period = new DateInterval(new LocalDate(year, 1, 1), new LocalDate(year + 2, 12, 31));
        return IcsFile.Read(values.Text(Ics), period, visit.Context.Calendar.Zone);
    }

    private static IEnumerable<Problem> Missing(FormValues values, IcsFile? file)
    {
        if (values.Text(Ics).Length == 0)
        {
            yield return new Problem("E-ICS-EMPTY", Ics);
        }
        else if (file is null)
        {
            yield return new Problem("E-ICS-UNREADABLE", Ics);
        }
        else if (file.Days.IsEmpty && file.Faults.IsEmpty)
        {
            yield return new Problem("E-ICS-NO-DAYS", Ics);
        }

        if (Choice<CalendarEntryKind>(values, Fields.Kind) is null)
        {
            yield return new Problem("E-CALENDAR-KIND", Fields.Kind);
        }

        if (values.Text(Fields.Basis).Length == 0)
        {
            yield return new Problem("E-BASIS-REQUIRED", Fields.Basis);
        }
    }

    // Somebody may have changed the calendar since the plan was made: each part is decided again before it is recorded.
    private static async ValueTask<bool> Record(Visit visit, CalendarPlan plan, CancellationToken cancel)
    {
        foreach (var act in plan.Acts(visit.Act))
        {
            if (!(await visit.Desk.Execute(DutyId.Organisation, act, cancel)).IsAccepted)
            {
                return false;
            }
        }

        return true;
    }

    private static FormAnswer.Show Again(Form form, CalendarPlan plan, string said, Visit visit)
    {
        var lines = ShownLines.Fit(CalendarReport.Of(plan, visit.Names), shown => FormCard.Render(With(shown), visit.Texts), visit.Texts);
        return new FormAnswer.Show(With(lines));

        Form With(IReadOnlyList<string> shown) => form with { Intro = [visit.Texts[said], .. shown] };
    }

    private static async ValueTask<RenderedCard> Recorded(Visit visit, CalendarPlan plan, CancellationToken cancel)
    {
        var affected = visit.Terms is { } terms ? await terms.Affected(cancel) : [];
        var texts = visit.Texts;
        return new RenderedCard(Card(ShownLines.Fit(CalendarReport.Of(plan, visit.Names), Card, texts)), texts["n.importRecorded"]);

        AdaptiveCard Card(IReadOnlyList<string> shown) =>
            AdminCard.Of(
                new AdminView(
                    texts["card.importCalendar"],
                    [new(texts["n.importRecorded"], shown, []), .. affected.IsEmpty ? [] : new[] { Affected(affected, texts) }]
                ),
                texts
            );
    }

    private static AdminSection Affected(ImmutableArray<AffectedDuty> affected, Texts texts) =>
        new(texts.Format("lbl.recount", ("n", RecountWords.Count(affected))), [texts["n.recountWhere"]], []);
}
