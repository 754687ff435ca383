namespace DutyBot.Teams.Cards;

/// <summary>Lines of a file to copy, shown to one admin alone: in an input, which keeps every character and every line break.</summary>
public static class CsvCard
{
    public static AdaptiveCard Of(string title, string csv, Texts texts) =>
        new(
            texts.Language.Code(),
            [
                CardParts.Header(texts, texts["card.admin"], null, title),
                new TextInput(texts["lbl.csv.copy"])
                {
                    Id = "csv",
                    IsMultiline = true,
                    Value = csv,
                },
                CardParts.OnlyYou(texts),
            ]
        )
        {
            FallbackText = title,
        };
}
