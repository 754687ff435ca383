using System.Text.Json.Serialization;

namespace DutyBot.Teams.Cards;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteButton), "Action.Execute")]
[JsonDerivedType(typeof(SubmitButton), "Action.Submit")]
[JsonDerivedType(typeof(LinkButton), "Action.OpenUrl")]
public abstract record CardButton
{
    private protected CardButton(string title) => Title = title;

    public string Title { get; init; }

    public ButtonStyle Style { get; init; }
}

/// <summary>
/// The button of every card: <c>Action.Execute</c>, with an <c>Action.Submit</c> that sends the same data where Execute is not supported or
/// does not work (some phones).
/// </summary>
public sealed record ExecuteButton(string Title, [property: JsonIgnore] CardAction Action) : CardButton(Title)
{
    public string Verb => Action.Verb;

    public ActionData Data => new(Action);

    public AssociatedInputs AssociatedInputs { get; init; }

    public CardButton Fallback => new SubmitButton(Title, Data) { Style = Style, AssociatedInputs = AssociatedInputs };
}

/// <summary>The button inside a dialog, and the one that opens a dialog; everywhere else use <see cref="ExecuteButton"/>.</summary>
public sealed record SubmitButton(string Title, ActionData Data) : CardButton(Title)
{
    public AssociatedInputs AssociatedInputs { get; init; }

    /// <summary>Asks Teams for a dialog (<c>task/fetch</c>); dead on hosts without dialogs.</summary>
    public static SubmitButton OpeningDialog(string title, CardAction action) => new(title, new ActionData(action) { Teams = DialogFetch.Instance });
}

public sealed record LinkButton(string Title, Uri Url) : CardButton(Title);

/// <summary>The <c>data</c> of a button: one key of ours, beside which the host puts the inputs.</summary>
public sealed record ActionData([property: JsonPropertyName(CardAction.DataKey)] CardAction Action)
{
    /// <summary>Only for a button that opens a dialog: with it, a plain Submit is dead in the Playground.</summary>
    [JsonPropertyName("msteams")]
    public DialogFetch? Teams { get; init; }
}

public sealed record DialogFetch
{
    public static DialogFetch Instance { get; } = new();

    public string Type { get; } = "task/fetch";
}
