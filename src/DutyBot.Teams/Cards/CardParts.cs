using DutyBot.Domain;
using DutyBot.Domain.Documents;

namespace DutyBot.Teams.Cards;

/// <summary>The parts all cards share, so that every card of DutyBot reads the same from top to bottom.</summary>
public static class CardParts
{
    /// <summary>The band of urgency in words, the title, and one line that says which duty this is and where it stands.</summary>
    /// <param name="code">The duty's code, or null for a card about no single duty.</param>
    public static Container Header(Texts texts, string title, DutyId? code = null, string? state = null, Urgency urgency = Urgency.Normal)
    {
        var items = new List<CardElement>(3);
        if (urgency != Urgency.Normal)
        {
            items.Add(Band(texts, urgency));
        }

        items.Add(Title(title));
        if (string.Join(" · ", new[] { code?.Value, state }.Where(part => part is not null)) is { Length: > 0 } line)
        {
            items.Add(new TextBlock(line) { IsSubtle = true, Spacing = Spacing.None });
        }

        return new Container(items);
    }

    public static TextBlock Title(string title) =>
        new(title)
        {
            Size = TextSize.Large,
            Weight = TextWeight.Bolder,
            Style = TextStyle.Heading,
        };

    /// <summary>A heading inside a card.</summary>
    public static TextBlock Heading(string text) =>
        new(text)
        {
            Size = TextSize.Medium,
            Weight = TextWeight.Bolder,
            Style = TextStyle.Heading,
        };

    /// <summary>A long text under its label.</summary>
    public static Container Passage(string label, string text) =>
        new([new TextBlock(label) { Weight = TextWeight.Bolder }, new TextBlock(text) { Spacing = Spacing.Small }]);

    /// <summary>Short facts; those without a value are left out.</summary>
    public static FactSet Facts(params ReadOnlySpan<(string Label, string? Value)> facts)
    {
        var shown = new List<Fact>(facts.Length);
        foreach (var (label, value) in facts)
        {
            if (!string.IsNullOrEmpty(value))
            {
                shown.Add(new Fact(label, value));
            }
        }

        return new FactSet(shown);
    }

    /// <summary>Why something was not done, one line each.</summary>
    public static Container Problems(string heading, IEnumerable<string> problems) =>
        new([
            new TextBlock(heading) { Weight = TextWeight.Bolder, Color = TextColor.Attention },
            .. problems.Select(problem => new TextBlock($"• {problem}") { Spacing = Spacing.Small }),
        ])
        {
            Style = ContainerStyle.Attention,
        };

    public static ActionSet Buttons(params IReadOnlyList<CardButton> buttons) => new(buttons);

    public static TextBlock Footer(string text) =>
        new(text)
        {
            Size = TextSize.Small,
            IsSubtle = true,
            Separator = true,
        };

    /// <summary>The foot of a card that answers one press and is shown to that person alone.</summary>
    public static TextBlock OnlyYou(Texts texts) => Footer(texts["form.onlyYou"]);

    /// <summary>The name of a degree of urgency.</summary>
    public static string Name(Texts texts, Urgency urgency) =>
        texts[
            urgency switch
            {
                Urgency.Normal => "urgency.normal",
                Urgency.Urgent => "urgency.urgent",
                Urgency.VeryUrgent => "urgency.veryUrgent",
                _ => "urgency.flash",
            }
        ];

    private static Container Band(Texts texts, Urgency urgency) =>
        new([new TextBlock(Name(texts, urgency).ToUpperInvariant()) { Weight = TextWeight.Bolder }])
        {
            Style = urgency == Urgency.Urgent ? ContainerStyle.Warning : ContainerStyle.Attention,
        };
}
