using CsCheck;
using DutyBot.Domain.Text;

namespace DutyBot.Tests.Domain.Text;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Hỏa tốc", "hoa toc")]
    [InlineData("Hoả tốc", "hoa toc")]
    [InlineData("HOÀ BÌNH", "hoa binh")]
    [InlineData("hòa  bình", "hoa binh")]
    [InlineData("Điều động", "dieu dong")]
    [InlineData("Phòng Kế hoạch - Tài chính", "phong ke hoach tai chinh")]
    [InlineData("280/CĐ-TTg", "280 cd ttg")]
    [InlineData(" … ", "")]
    public void D_08_Texts_are_compared_without_diacritics_case_and_punctuation(string text, string folded) => SearchText.Fold(text).ShouldBe(folded);

    [Fact]
    public void D_08_Composed_and_decomposed_letters_are_the_same() =>
        SearchText.Fold(UnicodeText.Decomposed("Hỏa tốc")).ShouldBe(SearchText.Fold(UnicodeText.Composed("Hỏa tốc")));

    [Theory]
    [InlineData("hoa toc", "Công văn hoả tốc", true)]
    [InlineData("hỏa tốc", "Cong van HOA TOC", true)]
    [InlineData("toc hoa", "công văn hỏa tốc", true)]
    [InlineData("ke ho", "Phòng Kế hoạch - Tài chính", true)]
    [InlineData("oach", "Phòng Kế hoạch - Tài chính", false)]
    [InlineData("", "Phòng Kế hoạch - Tài chính", true)]
    [InlineData("cong dien 280", "Công điện 280/CĐ-TTg", true)]
    public void D_08_hoa_toc_finds_both_spellings(string query, string text, bool found) => SearchText.Matches(query, text).ShouldBe(found);

    [Fact]
    public void D_08_Folding_twice_changes_nothing_and_never_fails_whatever_the_text() =>
        AnyText.UpTo(40).Sample(text => SearchText.Fold(SearchText.Fold(text)) == SearchText.Fold(text) && SearchText.Matches(text, text));

    [Fact]
    public void Invalid_Unicode_becomes_the_replacement_character() => UnicodeText.Composed("a\ud800b\uFFFE").ShouldBe("a\uFFFDb\uFFFD");
}
