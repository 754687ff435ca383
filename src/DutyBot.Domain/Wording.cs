using DutyBot.Domain.Documents;
using DutyBot.Domain.Text;

namespace DutyBot.Domain;

/// <summary>What every text that somebody wrote is held against: it says something, and it is no state secret (D-02).</summary>
internal static class Wording
{
    /// <summary>Null when the text is a reason of the length the office asks for (<c>reason.minLength</c>).</summary>
    public static Problem? NotAReason(this DutyContext context, string? text, string field) =>
        SecrecyMarks.Check(text, field)
        ?? (Reason.LengthOf(text) >= context.Policy.ReasonMinLength ? null : new("E-REASON-REQUIRED", field, ("n", context.Policy.ReasonMinLength)));

    /// <summary>Null when the text says anything at all.</summary>
    public static Problem? NotSaid(string? text, string field, string key) =>
        SecrecyMarks.Check(text, field) ?? (Reason.LengthOf(text) > 0 ? null : new(key, field));

    public static bool HasSecrecyMark(params IEnumerable<string> texts) => texts.Any(SecrecyMarks.Found);
}
