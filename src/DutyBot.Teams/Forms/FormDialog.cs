using DutyBot.Teams.Cards;

namespace DutyBot.Teams.Forms;

/// <summary>
/// A form as the card of a dialog: the answer to <c>task/fetch</c>, and to a <c>task/submit</c> that was refused. A dialog closes by itself,
/// knows only <c>Action.Submit</c> and keeps what is typed when the conversation moves on.
/// </summary>
public static class FormDialog
{
    public static AdaptiveCard Render(Form form, Texts texts)
    {
        form = form with { Submit = FormReading.WithWhatIsShown(form, form.Submit) };
        var body = new FormBody(form, texts, (title, action) => new SubmitButton(title, new ActionData(action)));
        var send = new SubmitButton(form.SubmitLabel, new ActionData(form.Submit)) { Style = ButtonStyle.Positive };
        return new AdaptiveCard(texts.Language.Code(), [.. body.Render(), CardParts.Buttons(send)]) { FallbackText = form.Title };
    }
}
