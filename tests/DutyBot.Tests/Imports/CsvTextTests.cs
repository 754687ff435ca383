using System.Text;
using CsCheck;
using DutyBot.Domain.Organisations;
using DutyBot.Imports;
using DutyBot.Teams;

namespace DutyBot.Tests.Imports;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("id;name\r\nvp;Văn phòng\r\n")]
    [InlineData("id,name\nvp,Văn phòng")]
    [InlineData("\uFEFFid\tname\nvp\tVăn phòng\n")]
    [InlineData("\n\nid;name\n\nvp;\"Văn phòng\"\n;\n")]
    public void A_spreadsheet_may_separate_cells_as_it_likes(string text) =>
        CsvText.Read(text).Select(record => string.Join('|', record.Cells)).ShouldBe(["id|name", "vp|Văn phòng"]);

    [Fact]
    public void Quoted_cells_hold_separators_quotes_and_line_breaks()
    {
        var records = CsvText.Read("id;name\na;\"Phòng; \"\"một\"\"\nhai\"\nb;Phòng ba").ToList();

        records[1].Cells.ShouldBe(["a", "Phòng; \"một\"\nhai"]);
        records.Select(record => record.Line).ShouldBe([1, 2, 4]);
        records.ShouldAllBe(record => !record.IsBroken);
    }

    [Fact]
    public void A_misplaced_quotation_mark_breaks_its_own_line_only() =>
        CsvText.Read("id;name\na;Phòng \"một\"\nb;Phòng hai").Select(record => record.IsBroken).ShouldBe([false, true, false]);

    [Theory]
    [InlineData("id;name\na;\"Phòng một\nb;Phòng hai\nc;Phòng ba")]
    [InlineData("id;name\na;Phòng một\nb;\"Phòng hai")]
    public void A_cell_that_is_never_closed_takes_no_line_with_it_unnoticed(string text) =>
        CsvText.Read(text).Last().IsBroken.ShouldBeTrue("What follows is not part of a name.");

    [Theory]
    [InlineData(';', "a,=1+1", "\"a,=1+1\"\r\n")]
    [InlineData(',', "a;=1+1", "\"a;=1+1\"\r\n")]
    [InlineData(';', "a\t=1+1", "\"a\t=1+1\"\r\n")]
    [InlineData(';', "ab", "ab\r\n")]
    public void No_cell_falls_apart_where_another_separator_is_expected(char separator, string cell, string written) =>
        CsvText
            .Write(
                [
                    [cell],
                ],
                separator
            )
            .ShouldBe(written);

    [Fact]
    public void A_file_is_read_as_unicode_or_not_at_all()
    {
        const string text = "mã;tên\nkh;Phòng Kế hoạch";
        Encoding[] known = [new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode];

        CsvText.Decode(new UTF8Encoding(false).GetBytes(text)).ShouldBe(text);
        foreach (var encoding in known)
        {
            var file = encoding.GetPreamble().Concat(encoding.GetBytes(text)).ToArray();
            CsvText.Decode(file).ShouldNotBeNull().TrimStart('\uFEFF').ShouldBe(text);
        }

        CsvText.Decode(Encoding.Latin1.GetBytes("Phòng")).ShouldBeNull();
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+84 24")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("'=1")]
    public void No_cell_is_written_as_a_formula(string cell)
    {
        var written = CsvText.Write(
            [
                [cell],
            ],
            ';'
        );

        written.TrimStart('"').ShouldStartWith("'");
        CsvText.Read(written).ShouldHaveSingleItem().Cells.ShouldBe([cell]);
    }

    [Fact]
    public void What_is_written_is_what_is_read() =>
        Gen.Char["ab =+-@'\";,\n\r\u1EA1"]
            .Array[0, 8]
            .Select(letters => new string(letters).Trim())
            .Array[1, 4]
            .Where(cells => cells.Any(cell => cell.Length > 0))
            .Sample(cells =>
                CsvText
                    .Read(
                        CsvText.Write(
                            [
                                ["h;", .. cells.Select(_ => "h")],
                                ["", .. cells],
                            ],
                            ';'
                        )
                    )
                    .Last()
                    .Cells.Skip(1)
                    .SequenceEqual(cells)
            );

    [Theory]
    [InlineData("Trưởng phòng", Position.Head)]
    [InlineData("truong phong", Position.Head)]
    [InlineData("PHO GIAM DOC", Position.Deputy)]
    [InlineData("acting head", Position.Acting)]
    [InlineData("chuyen vien", Position.Officer)]
    public void Positions_are_read_in_both_languages_without_diacritics(string word, Position position) =>
        CsvWords.Read(word, Enum.GetValues<Position>()).ShouldBe(position);

    [Fact]
    public void What_is_no_position_is_read_as_none() => CsvWords.Read("lái xe", Enum.GetValues<Position>()).ShouldBeNull();

    [Fact]
    public void No_word_means_two_things()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var file in new[] { CsvFile.Units, CsvFile.People })
            {
                file.Columns.ShouldAllBe(column => CsvWords.Read(CsvWords.Word(column, Texts.Of(language)), file.Columns) == column);
            }

            Enum.GetValues<UnitKind>()
                .ShouldAllBe(kind => CsvWords.Read(CsvWords.Word(kind, Texts.Of(language)), Enum.GetValues<UnitKind>()) == kind);
            Enum.GetValues<Position>()
                .ShouldAllBe(post => CsvWords.Read(CsvWords.Word(post, Texts.Of(language)), Enum.GetValues<Position>()) == post);
        }
    }
}
