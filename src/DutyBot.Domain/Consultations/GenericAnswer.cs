using DutyBot.Domain.Text;

namespace DutyBot.Domain.Consultations;

/// <summary>Refuses an answer that says nothing (R-37; "không trả lời chung chung").</summary>
public static class GenericAnswer
{
    /// <summary>Whether fewer than <paramref name="minLength"/> characters are left without the generic phrases.</summary>
    public static bool IsGeneric(string? text, GenericPhrases phrases, int minLength = Reason.DefaultMinLength) =>
        phrases.RemainingLength(text) < minLength;

    /// <summary>For every stance but plain agreement: the text must be specific. Null when it is.</summary>
    public static Problem? CheckOpinion(string? text, string field, GenericPhrases phrases, int minLength = Reason.DefaultMinLength) =>
        IsGeneric(text, phrases, minLength) ? new Problem("E-GENERIC-ANSWER", field) : null;

    /// <summary>
    /// For plain agreement (Thống nhất) no text is asked, but the head confirms "đã xem xét nội dung thuộc phạm vi quản lý". Null when
    /// confirmed.
    /// </summary>
    public static Problem? CheckAgreement(bool remitReviewed, string field) => remitReviewed ? null : new Problem("E-GENERIC-ANSWER", field);
}
