using DutyBot.Teams.Cards;

namespace DutyBot.Teams.Forms;

/// <summary>A form as the card that answers a press and that only the presser sees; works on every host.</summary>
public static class FormCard
{
    public static AdaptiveCard Render(Form form, Texts texts)
    {
        form = form with { Submit = FormReading.WithWhatIsShown(form, form.Submit) };
        var body = new FormBody(form, texts, (title, action) => new ExecuteButton(title, action));
        return new AdaptiveCard(
            texts.Language.Code(),
            [
                CardParts.Title(form.Title),
                .. body.Render(),
                CardParts.Buttons(
                    new ExecuteButton(form.SubmitLabel, form.Submit) { Style = ButtonStyle.Positive },
                    new ExecuteButton(texts["btn.cancel"], FormPress.ToClose(form.Submit)) { AssociatedInputs = AssociatedInputs.None }
                ),
                CardParts.OnlyYou(texts),
            ]
        )
        {
            FallbackText = form.Title,
        };
    }
}
