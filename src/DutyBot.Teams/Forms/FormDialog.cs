using System.Text.Json.Serialization;
using DutyBot.Teams.Cards;

namespace DutyBot.Teams.Forms;

/// <summary>
/// A form as a dialog: the answer to <c>task/fetch</c>, and to a <c>task/submit</c> that was refused. A dialog closes by itself, knows only
/// <c>Action.Submit</c> and keeps what is typed when the conversation moves on.
/// </summary>
public static class FormDialog
{
    public static DialogResponse Render(Form form, Texts texts)
    {
        form = form with { Submit = FormReading.WithShownRows(form, form.Submit) };
        var body = new FormBody(form, texts, (title, action) => new SubmitButton(title, new ActionData(action)));
        var send = new SubmitButton(form.SubmitLabel, new ActionData(form.Submit)) { Style = ButtonStyle.Positive };
        var card = new AdaptiveCard(texts.Language.Code(), [.. body.Render(), CardParts.Buttons(send)]) { FallbackText = form.Title };
        return new DialogResponse(new DialogTask.Continue(new DialogInfo(form.Title, new DialogCard(card))));
    }

    /// <summary>Closes the dialog with a last word.</summary>
    public static DialogResponse Message(string text) => new(new DialogTask.Message(text));
}

/// <summary>The body of the answer to <c>task/fetch</c> and <c>task/submit</c>.</summary>
public sealed record DialogResponse(DialogTask Task);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Continue), "continue")]
[JsonDerivedType(typeof(Message), "message")]
public abstract record DialogTask
{
    private DialogTask() { }

    public sealed record Continue(DialogInfo Value) : DialogTask;

    public sealed record Message(string Value) : DialogTask;
}

public sealed record DialogInfo(string Title, DialogCard Card)
{
    public string Height { get; } = "large";

    public string Width { get; } = "medium";
}

public sealed record DialogCard(AdaptiveCard Content)
{
    public string ContentType { get; } = AdaptiveCard.ContentType;
}
