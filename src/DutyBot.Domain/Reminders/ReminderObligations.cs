using System.Globalization;
using DutyBot.Domain.Clock;

namespace DutyBot.Domain.Reminders;

/// <summary>
/// What a record of reminders waits for: the person's explanation, with a term that ends; the issuer's answer; the decision on a file, which has no
/// term, because it is never made by silence.
/// </summary>
public static class ReminderObligations
{
    private const string ExplainPrefix = "explain:";

    public static string Explain(int no) => string.Create(CultureInfo.InvariantCulture, $"{ExplainPrefix}{no}");

    public static string Answer(int no) => string.Create(CultureInfo.InvariantCulture, $"answer:{no}");

    public static string Review(int file) => string.Create(CultureInfo.InvariantCulture, $"review:{file}");

    public static IReadOnlyList<Obligation> Of(ReminderRecord record)
    {
        var open = record.Reminders.SelectMany(reminder => Of(reminder, record)).ToList();
        var notices = record.Reminders.SelectMany(reminder => NoticeRules.Waiting(reminder.Notices, open));
        return [.. open, .. notices, .. record.Files.Where(file => file.IsOpen).SelectMany(Of)];
    }

    /// <summary>The number of the reminder whose explanation is owed under that name; null for any other obligation.</summary>
    public static int? ExplanationIn(string obligation) =>
        obligation.StartsWith(ExplainPrefix, StringComparison.Ordinal)
        && int.TryParse(obligation.AsSpan(ExplainPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var no)
            ? no
            : null;

    private static IEnumerable<Obligation> Of(FormalReminder reminder, ReminderRecord record) =>
        reminder switch
        {
            { Phase: ReminderPhase.Issued, ExplainBy: { } by } =>
            [
                new(Explain(reminder.No), ObligationKind.ExplainReminder, Owner.Of(record.Person!.Value), by),
            ],
            { Phase: ReminderPhase.Explained } => [new(Answer(reminder.No), ObligationKind.AnswerExplanation, Owner.Of(reminder.Issuer), null)],
            _ => [],
        };

    private static IEnumerable<Obligation> Of(PersonnelReviewFile file) =>
        file.Decider is { } decider ? [new(Review(file.No), ObligationKind.ConcludeReview, Owner.Of(decider), null)]
        : file.LeadershipUnit is { } unit ? [new(Review(file.No), ObligationKind.ConcludeReview, Owner.Of(unit), null)]
        : [];
}
