using CsCheck;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Text;
using DutyBot.Tests.Domain.Text;
using NodaTime;

namespace DutyBot.Tests.Domain.Documents;

public sealed class DocumentSymbolTests
{
    [Theory]
    [InlineData("280/CĐ-TTg", "280", null, "CĐ-TTg")]
    [InlineData("1965/UBND-VP", "1965", null, "UBND-VP")]
    [InlineData("30/2020/NĐ-CP", "30", 2020, "NĐ-CP")]
    [InlineData("42/2014/QĐ-TTg", "42", 2014, "QĐ-TTg")]
    [InlineData("28/2026/QH16", "28", 2026, "QH16")]
    [InlineData("202/2025/QH15", "202", 2025, "QH15")]
    [InlineData("924-TB/TU", "924", null, "TB/TU")]
    [InlineData("80-NQ/TW", "80", null, "NQ/TW")]
    [InlineData("3031/UBND-TKBT", "3031", null, "UBND-TKBT")]
    [InlineData("12a/GUQ-SCT", "12a", null, "GUQ-SCT")]
    [InlineData("/SCT-VP", "", null, "SCT-VP")]
    public void R_01_A_symbol_gives_its_number_year_and_notation(string text, string number, int? year, string notation)
    {
        var symbol = DocumentSymbol.Parse(text);
        (symbol.Number, symbol.Year, symbol.Notation).ShouldBe((number, year, notation));
        symbol.IsNumbered.ShouldBe(number.Length > 0);
        symbol.Value.ShouldBe(text);
    }

    [Theory]
    [InlineData("924 -TB/TU", "924-TB/TU")]
    [InlineData(" 1965 / UBND – VP ", "1965/UBND-VP")]
    [InlineData("280/CĐ‑TTg\u200b", "280/CĐ-TTg")]
    [InlineData("2/CT-UBND", "02/CT-UBND")]
    [InlineData("0002/CT-UBND", "02/CT-UBND")]
    [InlineData("8/2026/QH16", "08/2026/QH16")]
    public void R_01_Blanks_dashes_and_leading_zeros_are_put_in_order(string typed, string value) =>
        DocumentSymbol.Parse(typed).Value.ShouldBe(value);

    [Fact]
    public void R_01_Decomposed_letters_are_the_same_symbol() =>
        DocumentSymbol.Parse(UnicodeText.Decomposed("30/2020/NĐ-CP")).ShouldBe(DocumentSymbol.Parse("30/2020/NĐ-CP"));

    [Theory]
    [InlineData("1965UBND")]
    [InlineData("1965")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1965/")]
    [InlineData("123456/UBND-VP")]
    [InlineData("1965/UBND-VP; DROP")]
    [InlineData("1965/UBND--VP")]
    [InlineData("28/QH16")]
    [InlineData("30/1820/NĐ-CP")]
    [InlineData("٣/CT-TTg")]
    public void R_01_What_is_not_a_symbol_is_refused(string? text) => DocumentSymbol.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void R_01_A_normal_form_reads_back_as_itself() =>
        Gen.Select(Gen.Int[0, 99999], Gen.Bool, Gen.OneOf("CĐ-TTg", "UBND-VP", "QyĐ-SCT", "KH-ĐKKDCD"))
            .Sample(
                (number, dated, notation) =>
                {
                    var symbol = DocumentSymbol.Parse($"{number}{(dated ? "/2026" : "")}/{notation}");
                    return DocumentSymbol.Parse(symbol.ToString()) == symbol;
                }
            );

    [Fact]
    public void R_01_Reading_never_fails_whatever_the_text() =>
        AnyText.UpTo(30).Sample(text => DocumentSymbol.TryParse(text, out var symbol) == symbol is not null);

    [Fact]
    public void R_01_A_second_1965_UBND_VP_of_the_same_issuer_and_year_is_the_same_document()
    {
        var known = new DocumentRef(DocumentSymbol.Parse("1965/UBND-VP"), new LocalDate(2026, 6, 1), "UBND tỉnh Hoà Bình");

        (known with { Date = new LocalDate(2026, 6, 2), IssuingBody = "UBND Tỉnh Hòa Bình" }).IsSameDocumentAs(known).ShouldBeTrue();
        (known with { Date = new LocalDate(2025, 6, 1) }).IsSameDocumentAs(known).ShouldBeFalse();
        (known with { IssuingBody = "Sở Công Thương" }).IsSameDocumentAs(known).ShouldBeFalse();
        (known with { Symbol = DocumentSymbol.Parse("1966/UBND-VP") }).IsSameDocumentAs(known).ShouldBeFalse();
    }

    [Fact]
    public void R_01_Two_drafts_without_a_number_are_two_documents()
    {
        var draft = new DocumentRef(DocumentSymbol.Parse("/SCT-VP"), new LocalDate(2026, 6, 1), "Sở Công Thương");
        (draft with { Subject = "V/v khác" }).IsSameDocumentAs(draft).ShouldBeFalse();
    }

    [Fact]
    public void R_02_The_degrees_of_urgency_rise() =>
        new[] { Urgency.Flash, Urgency.Normal, Urgency.VeryUrgent, Urgency.Urgent }
            .Order()
            .ShouldBe([Urgency.Normal, Urgency.Urgent, Urgency.VeryUrgent, Urgency.Flash]);
}
