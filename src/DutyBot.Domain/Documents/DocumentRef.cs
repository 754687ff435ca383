using System.Text.Json.Serialization;
using DutyBot.Domain.Text;
using NodaTime;

namespace DutyBot.Domain.Documents;

/// <summary>A document that a duty cites. Always of degree Thường: anything above is refused before it is stored (D-02).</summary>
/// <param name="Subject">Trích yếu.</param>
/// <param name="Link">Where the document can be read; DutyBot stores no files.</param>
public sealed record DocumentRef(DocumentSymbol Symbol, LocalDate Date, string IssuingBody, string? Subject = null, Uri? Link = null)
{
    /// <summary>Numbers start again each year (NĐ 30/2020 art. 15), so the year is part of the identity.</summary>
    [JsonIgnore]
    public int Year => Symbol.Year ?? Date.Year;

    /// <summary>Whether both cite one document: issuer, number and symbol, year; however the issuer was typed.</summary>
    public bool IsSameDocumentAs(DocumentRef other) =>
        Year == other.Year
        && Symbol.IsNumbered
        && string.Equals(Symbol.Value, other.Symbol.Value, StringComparison.OrdinalIgnoreCase)
        && SearchText.Fold(IssuingBody) == SearchText.Fold(other.IssuingBody);
}
