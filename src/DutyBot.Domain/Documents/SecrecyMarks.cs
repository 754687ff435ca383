using System.Text.RegularExpressions;
using DutyBot.Domain.Text;

namespace DutyBot.Domain.Documents;

/// <summary>
/// Recognises a text that declares itself Mật, Tối mật or Tuyệt mật (D-02), so that it is refused before it is stored or posted.
/// It looks for marks, not for the word: <c>bảo mật</c>, <c>mật độ</c> and a sentence about <c>bí mật nhà nước</c> are ordinary text.
/// Where capitals leave it open, it refuses: a text refused in error can be reworded, a secret posted cannot be taken back.
/// </summary>
public static partial class SecrecyMarks
{
    private const string Degree = @"(?:(?:tối|tuyệt)\s+)?mật";

    public static bool Found(string? text)
    {
        var composed = UnicodeText.Composed(text ?? "");
        return Declared().IsMatch(composed) || Stamped().IsMatch(composed);
    }

    /// <summary>Null when the text bears no mark.</summary>
    public static Problem? Check(string? text, string? field = null) => Found(text) ? new Problem("E-SECRET", field) : null;

    /// <summary>A degree in brackets, alone on its line, or after "độ mật:", in any case.</summary>
    [GeneratedRegex(
        $@"[(\[]\s*{Degree}\s*[)\]] | ^[^\p{{L}}\p{{N}}\n]*{Degree}[^\p{{L}}\p{{N}}\n]*$ | \bđộ\s+mật\s*[:=\-–]\s*{Degree}\b",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant
    )]
    private static partial Regex Declared();

    /// <summary>
    /// The stamp in capitals: TỐI MẬT, TUYỆT MẬT; ĐỘ MẬT as a label that is not filled in with Thường or Không; MẬT outside the everyday
    /// compounds.
    /// </summary>
    [GeneratedRegex(
        """
            \b(?:TỐI|TUYỆT)\s+MẬT\b
            | \bĐỘ\s+MẬT\s*(?:[:=.…_\-–]|$)(?!\s*(?i:thường|không))
            | (?<!\b(?:BẢO|BÍ|CƠ|THÂN|KÍN|ĐỘ|MỨC|TÚI|SỎI|GAN|ỐNG|ĐƯỜNG|RỈ)\s+)\bMẬT\b(?!\s+(?:ĐỘ|KHẨU|MÃ|VỤ|THIẾT|DANH|LỆNH|THÁM|BÁO|ONG|NGỌT|HOA|MÍA)\b)
            """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant
    )]
    private static partial Regex Stamped();
}
