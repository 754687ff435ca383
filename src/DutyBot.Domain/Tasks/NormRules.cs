using DutyBot.Domain.Organisations;
using NodaTime;
using static DutyBot.Domain.Tasks.TaskDraft;

namespace DutyBot.Domain.Tasks;

/// <summary>R-12: the time a task gets is measured against what work of its kind normally takes.</summary>
public static class NormRules
{
    /// <summary>The working day by which work of a category would normally be done, issued on a day.</summary>
    public static LocalDate ProposedDeadline(Norm norm, LocalDate on, DutyContext context) => context.Calendar.AddWorkingDays(on, norm.WorkingDays);

    internal static IEnumerable<Problem> Problems(TaskDraft draft, LocalDate on, DutyContext context)
    {
        if (draft.Category.Length == 0)
        {
            yield break;
        }

        if (context.Organisation.NormOf(draft.Category, on) is not { } norm)
        {
            yield return new Problem("E-NO-NORM", Fields.Category, ("text", draft.Category));
        }
        else if (!draft.ShortTermConfirmed && IsShort(draft, norm, on, context))
        {
            yield return new Problem(
                "E-SHORT-TERM",
                Fields.Deadline,
                ("category", norm.Category),
                ("n", norm.WorkingDays),
                ("days", context.Calendar.WorkingDaysBetween(on, draft.Deadline!.Value)),
                ("date", ProposedDeadline(norm, on, context))
            );
        }
    }

    internal static TaskNorm? NormOf(TaskDraft draft, LocalDate on, DutyContext context) =>
        draft.Category.Length > 0 && context.Organisation.NormOf(draft.Category, on) is { } norm
            ? new TaskNorm(norm.Category, norm.WorkingDays, IsShort(draft, norm, on, context))
            : null;

    // A deadline that has passed has its own problem.
    private static bool IsShort(TaskDraft draft, Norm norm, LocalDate on, DutyContext context)
    {
        var fair = (norm.WorkingDays * context.Policy.ShortTermPercent + 99) / 100;
        return draft.Deadline is { } deadline && deadline >= on && deadline < context.Calendar.AddWorkingDays(on, fair);
    }
}
