using DutyBot.Domain.Text;

namespace DutyBot.Domain.Consultations;

/// <summary>An answer that says nothing (R-37; "không trả lời chung chung").</summary>
public static class GenericAnswer
{
    /// <summary>Whether fewer than <paramref name="minLength"/> characters are left without the generic phrases.</summary>
    public static bool IsGeneric(string? text, GenericPhrases phrases, int minLength = Reason.DefaultMinLength) =>
        phrases.RemainingLength(text) < minLength;
}
