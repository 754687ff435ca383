using System.Text.Json.Serialization;

namespace DutyBot.Teams.Cards;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
public abstract record CardElement
{
    private protected CardElement() { }

    public string? Id { get; init; }

    public Spacing Spacing { get; init; }

    /// <summary>A line above the element.</summary>
    public bool Separator { get; init; }
}

public sealed record TextBlock([property: JsonConverter(typeof(LiteralText))] string Text) : CardElement
{
    public TextSize Size { get; init; }

    public TextWeight Weight { get; init; }

    /// <summary>Only ever beside words that say the same.</summary>
    public TextColor Color { get; init; }

    public bool IsSubtle { get; init; }

    public TextStyle Style { get; init; }

    public bool Wrap { get; } = true;
}

public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary>Only ever around words that say the same.</summary>
    public ContainerStyle Style { get; init; }
}

/// <summary>Things side by side; for rows of data use <see cref="Table"/>, which screen readers announce.</summary>
public sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement;

/// <param name="Width"><c>auto</c>, <c>stretch</c> or a weight.</param>
public sealed record Column(string Width, IReadOnlyList<CardElement> Items);

public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement;

public sealed record Fact([property: JsonConverter(typeof(LiteralText))] string Title, [property: JsonConverter(typeof(LiteralText))] string Value);

/// <summary>Rows of data; the first row is the header.</summary>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : CardElement
{
    /// <param name="widths">The weight of each column.</param>
    public static Table Of(IReadOnlyList<int> widths, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows) =>
        new([.. widths.Select(width => new TableColumn(width))], [Row(header, TextWeight.Bolder), .. rows.Select(cells => Row(cells, default))]);

    private static TableRow Row(IReadOnlyList<string> cells, TextWeight weight) =>
        new([.. cells.Select(text => new TableCell([new TextBlock(text) { Weight = weight }]))]);
}

public sealed record TableColumn(int Width);

public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    public string Type { get; } = "TableRow";
}

public sealed record TableCell(IReadOnlyList<CardElement> Items)
{
    public string Type { get; } = "TableCell";
}

public sealed record ActionSet(IReadOnlyList<CardButton> Actions) : CardElement;
