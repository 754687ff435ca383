using System.Text;

namespace DutyBot.Tests.Domain.Specs;

/// <summary>Texts people wrote.</summary>
internal static class Texts
{
    /// <summary>Long enough for a reason.</summary>
    public const string Reason = "Đơn vị đang chủ trì việc khác cùng lĩnh vực này.";

    /// <summary>29 characters as a reader counts them, one too few for a reason.</summary>
    public const string TooShort = "Chưa đủ căn cứ để thực hiện ạ";

    /// <summary>As long as <see cref="TooShort"/>, but typed with combining marks and blanks around it.</summary>
    public static readonly string TooShortButManyCodePoints = "   " + TooShort.Normalize(NormalizationForm.FormD) + "   ";

    /// <summary>Exactly 30 characters.</summary>
    public const string JustLongEnough = TooShort + "!";

    public const string Blank = "  \t ";

    /// <summary>Declares itself a state secret (D-02), and is otherwise long enough for anything.</summary>
    public const string Secret = "TUYỆT MẬT: phương án bố trí lực lượng trong tháng 12.";
}
