using System.Globalization;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Features;
using DutyBot.Storage;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Administration;

/// <summary>What DutyBot gave up sending: what, to whom, of which duty, why and after how many tries; and what may be done about it.</summary>
internal sealed class LettersArea() : AdminArea("letters")
{
    /// <summary>Of the buttons of a letter: the duty that owes it, and its id there.</summary>
    public const string OfExtra = "letterOf";
    public const string LetterExtra = "letter";

    private const int PageSize = 8;

    public override string Title(Scene scene) => scene.Texts["lbl.area.letters"];

    public override async ValueTask<IReadOnlyList<AdminSection>> Sections(AdminPage page, CancellationToken cancel)
    {
        var texts = page.Scene.Texts;
        var letters = await page.Letters(cancel);
        if (letters.Count == 0)
        {
            return [new(texts["lbl.letters"], [texts["n.letters.none"]], [])];
        }

        var shown = letters.Skip(page.Number * PageSize).Take(PageSize).ToList();
        var hasMore = letters.Count > (page.Number + 1) * PageSize;
        return
        [
            new(texts["lbl.letters"], [texts.Format("n.letters", ("n", letters.Count))], [.. Pages(page, hasMore, "btn.back", "btn.nextPage")]),
            .. shown.Select((letter, index) => Section(letter, (page.Number * PageSize) + index + 1, page.Scene)),
        ];
    }

    private static AdminSection Section(DeadEffect letter, int number, Scene scene) =>
        new(
            scene.Texts.Format("lbl.letter", ("no", number.ToString(CultureInfo.InvariantCulture)), ("what", LetterWords.What(letter, scene.Names))),
            [.. LetterWords.Lines(letter, scene.Names)],
            [Button(letter, "btn.retryLetter", "org.retryLetter", scene), Button(letter, "btn.dismissLetter", "org.dismissLetter", scene)]
        );

    private static CardButton Button(DeadEffect letter, string label, string verb, Scene scene) =>
        scene.Forms.Opener(
            scene.Texts[label],
            new CardAction(FormFeature.OpenVerbOf(verb), DutyId.Organisation).With(OfExtra, letter.Duty.Value).With(LetterExtra, letter.Id)
        );
}
