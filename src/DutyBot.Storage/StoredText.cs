using System.Text;

namespace DutyBot.Storage;

/// <summary>What every text must be so that both adapters keep it exactly.</summary>
internal static class StoredText
{
    /// <summary>UTF-8 that refuses a lone surrogate (<see cref="EncoderFallbackException"/>, an <see cref="ArgumentException"/>) instead of storing U+FFFD for it.</summary>
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Names, types and ids; far more than any of them needs, and below the 64 KiB of one table property.</summary>
    private const int ShortLength = 1024;

    /// <summary>The first text after all that begin with <paramref name="prefix"/>, whose last character is an ASCII one.</summary>
    public static string After(string prefix) => $"{prefix[..^1]}{(char)(prefix[^1] + 1)}";

    public static void Require(string? text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _ = Utf8.GetByteCount(text);
    }

    public static void RequireShort(string? text)
    {
        Require(text);
        if (text!.Length > ShortLength)
        {
            throw new ArgumentException($"A name of {text.Length} characters is longer than the {ShortLength} that can be stored.");
        }
    }
}
