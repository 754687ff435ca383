using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace DutyBot.Imports;

/// <param name="Line">Of the text, from 1, on which the record begins.</param>
/// <param name="IsBroken">A quotation mark stands where none can, or the one that ends a cell is missing and it took the following lines with it.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Cells, bool IsBroken);

/// <summary>
/// Text as spreadsheets write it, separated by semicolons, commas or tabs. A cell that a spreadsheet would run as a formula is written with an
/// apostrophe before it, and read without.
/// </summary>
internal static class CsvText
{
    private const char Apostrophe = '\'';

    /// <summary>
    /// The text of a file in UTF-8, or in UTF-16 with its mark. Null for any other: the names of a file in an old Vietnamese code page would come in
    /// as something else, and nobody would notice.
    /// </summary>
    public static string? Decode(ReadOnlySpan<byte> file)
    {
        Encoding encoding =
            file.StartsWith(Encoding.Unicode.Preamble) ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)
            : file.StartsWith(Encoding.BigEndianUnicode.Preamble)
                ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)
            : new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        try
        {
            return encoding.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public static IEnumerable<CsvRecord> Read(string text)
    {
        var broken = false;
        var reading = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = SeparatorOf(text),
            IgnoreBlankLines = false,
            BadDataFound = _ => broken = true,
        };
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        using var parser = new CsvParser(reader, reading);
        for (var before = 0; parser.Read(); before = parser.RawRow)
        {
            var cells = parser.Record!.Select(cell => AsMeant(cell).Trim()).ToList();
            var record = new CsvRecord(before + 1, cells, broken || int.IsOddInteger(parser.RawRecord.AsSpan().Count('"')));
            broken = false;
            if (cells.Exists(cell => cell.Length > 0))
            {
                yield return record;
            }
        }
    }

    public static string Write(IEnumerable<IEnumerable<string>> records, char separator)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var writing = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator.ToString(), ShouldQuote = NeedsQuotes };
        using (var csv = new CsvWriter(writer, writing))
        {
            foreach (var record in records)
            {
                foreach (var cell in record)
                {
                    csv.WriteField(IsFormula(cell) ? Apostrophe + cell : cell);
                }

                csv.NextRecord();
            }
        }

        return writer.ToString();
    }

    // Whatever separator a spreadsheet expects: a cell it divides would have a second half that it may run as a formula.
    private static bool NeedsQuotes(ShouldQuoteArgs written) =>
        ConfigurationFunctions.ShouldQuote(written) || written.Field.AsSpan().ContainsAny(";,\t");

    private static string AsMeant(string cell) => cell.StartsWith(Apostrophe) && IsFormula(cell) ? cell[1..] : cell;

    // An apostrophe that was there before counts as part of it, so that what is written is always what is read again.
    private static bool IsFormula(string cell) => cell.TrimStart(Apostrophe) is [('=' or '+' or '-' or '@' or '\t' or '\r'), ..];

    // The headings decide: none of ours has a separator in it.
    private static string SeparatorOf(string text)
    {
        var headings = text.AsSpan().TrimStart('\uFEFF').TrimStart("\r\n");
        var end = headings.IndexOfAny('\r', '\n');
        headings = end < 0 ? headings : headings[..end];
        var (semicolons, commas, tabs) = (headings.Count(';'), headings.Count(','), headings.Count('\t'));
        return tabs > Math.Max(semicolons, commas) ? "\t"
            : semicolons >= commas ? ";"
            : ",";
    }
}
