using System.Collections.Immutable;
using static DutyBot.Imports.CsvColumn;

namespace DutyBot.Imports;

/// <summary>The columns of both files; their headings, in both languages and with other spellings, stand in the texts.</summary>
internal enum CsvColumn
{
    Id,
    Code,
    Name,
    ShortName,
    Kind,
    Parent,
    From,
    Basis,
    Person,
    Title,
    Upn,
    Unit,
    Position,
    Until,
}

/// <summary>One of the two files an organisation is written in, with its columns in their order.</summary>
internal sealed record CsvFile
{
    private CsvFile(ImmutableArray<CsvColumn> columns, ImmutableArray<CsvColumn> required)
    {
        Columns = columns;
        Required = required;
    }

    public static CsvFile Units { get; } = new([Id, Name, ShortName, Kind, Parent, From, Basis, Code], [Id, Name, Kind]);

    public static CsvFile People { get; } = new([Person, Name, Title, Upn, Unit, Position, From, Until], [Person, Name]);

    public ImmutableArray<CsvColumn> Columns { get; }

    /// <summary>A file without one of these is not what it is said to be.</summary>
    public ImmutableArray<CsvColumn> Required { get; }
}
