using DutyBot.Cards;
using DutyBot.Teams.Cards;

namespace DutyBot.Tests.Cards;

/// <summary>A card as a person reads it from top to bottom, so that a reviewer can judge the words.</summary>
internal static class CardReading
{
    public static string Of(RenderedCard rendered) =>
        string.Join('\n', rendered.Card.Body.SelectMany(Lines).Select(line => line.ReplaceLineEndings("\n  ")).Prepend($"({rendered.Summary})"));

    public static IEnumerable<CardButton> ButtonsOf(AdaptiveCard card) => card.Body.OfType<ActionSet>().SelectMany(set => set.Actions);

    public static CardAction ActionOf(CardButton button) =>
        button switch
        {
            ExecuteButton execute => execute.Action,
            SubmitButton submit => submit.Data.Action,
            _ => throw new ArgumentException("A link does nothing."),
        };

    private static IEnumerable<string> Lines(CardElement element) =>
        element switch
        {
            TextBlock { Style: TextStyle.Heading } heading => [$"# {heading.Text}"],
            TextBlock { Weight: TextWeight.Bolder } label => [$"* {label.Text}"],
            TextBlock text => [text.Text],
            Container box => box.Items.SelectMany(Lines),
            FactSet facts => facts.Facts.Select(fact => $"- {fact.Title}: {fact.Value}"),
            Table table => table.Rows.Select(row => $"| {string.Join(" | ", row.Cells.Select(Cell))} |"),
            TextInput input => [$"* {input.Label}", $"> {input.Value?.ReplaceLineEndings(" / ")}"],
            ActionSet set => set.Actions.Select(Button),
            _ => throw new ArgumentException($"No way to read a {element.GetType().Name}."),
        };

    private static string Cell(TableCell cell) => string.Join(' ', cell.Items.Cast<TextBlock>().Select(text => text.Text.ReplaceLineEndings(" / ")));

    private static string Button(CardButton button)
    {
        var action = ActionOf(button);
        var extras = (action.Extras ?? CardAction.EmptyExtras).Select(extra => $" {extra.Key}={extra.Value}");
        return $"[{button.Title}] {action.Verb} {action.Duty}{string.Concat(extras)}".TrimEnd();
    }
}
