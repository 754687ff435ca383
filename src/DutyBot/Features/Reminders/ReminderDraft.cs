using System.Globalization;
using DutyBot.Domain;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>
/// The draft of a formal reminder (<c>overdue.ladder</c>, R-54): what the form of a late task already says when somebody opens it. Facts only, and
/// every word may be changed: it is the one who sends it who reminds (decision D7).
/// </summary>
internal static class ReminderDraft
{
    public static FormValues On(FormValues values, ReminderFact fact, WorkTask task, Visit visit) =>
        values.With("legalBasis", Basis(task, visit)).With("text", Text(fact, visit));

    // The document by which the task was given, and whatever the office has set.
    private static string Basis(WorkTask task, Visit visit)
    {
        var given = task.Content.Document is { } document
            ? visit.Texts.Format(
                "form.remind.document",
                ("symbol", document.Symbol.Value),
                ("date", document.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
                ("body", document.IssuingBody)
            )
            : "";
        var set = visit.Context.Organisation.PolicyAt(visit.Act.At).ReminderBasis;
        return string.Join("; ", new[] { given, set }.Where(part => part.Length > 0));
    }

    private static string Text(ReminderFact fact, Visit visit) =>
        fact.Due is { } due && visit.Names.Calendar.WorkingDaysLate(due, visit.Act.At) is > 0 and var days
            ? visit.Texts.Format(
                "form.remind.draft",
                ("task", fact.Title),
                ("code", fact.Duty.Value),
                ("unit", visit.Names.Of(fact.Unit)),
                ("due", visit.Names.Deadline(due)),
                ("today", visit.Names.Today),
                ("n", days)
            )
            : "";
}
