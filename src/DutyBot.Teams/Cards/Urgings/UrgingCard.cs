using DutyBot.Domain;

namespace DutyBot.Teams.Cards;

/// <param name="Due">The deadline and how it stands.</param>
/// <param name="Officer">Null while nobody is named.</param>
public sealed record UrgedRow(DutyId Duty, string Work, string Due, string? Officer);

/// <param name="By">Who urges, and when.</param>
/// <param name="Document">Null when there is none.</param>
public sealed record UrgingView(CardHead Head, string By, string Text, string? Document, string AnswerBy, IReadOnlyList<UrgedRow> Tasks);

/// <summary>Thông báo đôn đốc: the Office urges a unit to carry out its tasks, each one press away .</summary>
public static class UrgingCard
{
    public static CardDraft Of(UrgingView view, Texts texts) =>
        new(
            view.Head,
            [
                new ShortPart(new TextBlock(view.By)),
                new PassagePart(texts["fld.urgeText"], view.Text),
                new ShortPart(CardParts.Facts((texts["lbl.urgeDocument"], view.Document), (texts["fld.answerBy"], view.AnswerBy))),
                .. view.Tasks.SelectMany(task => Row(task, texts)).Select(element => new ShortPart(element)),
            ],
            []
        );

    private static IEnumerable<CardElement> Row(UrgedRow task, Texts texts)
    {
        yield return new TextBlock(task.Work) { Weight = TextWeight.Bolder, Separator = true };
        yield return CardParts.Facts((texts["fld.deadline"], task.Due), (texts["fld.assignee"], task.Officer));
        yield return CardParts.Buttons(
            new ExecuteButton(texts.Format("btn.viewDuty", ("code", task.Duty)), new CardAction(CardVerbs.View, task.Duty))
        );
    }
}
