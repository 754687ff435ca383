using System.Globalization;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Administration;

/// <summary>One part of the administration: what is so now, and the forms that change it.</summary>
internal abstract class AdminArea
{
    /// <summary>Of the button that shows an area.</summary>
    public const string Extra = "area";

    private protected AdminArea(string key)
    {
        Key = key;
    }

    /// <summary>What a button that opens the area carries.</summary>
    public string Key { get; }

    public abstract string Title(Scene scene);

    /// <summary>What the organisation as it stands says; none for an area that needs a page or more.</summary>
    public virtual IReadOnlyList<AdminSection> Sections(Scene scene) => [];

    /// <summary>As <see cref="Sections(Scene)"/>, for an area that has pages or must read more than the organisation as it stands.</summary>
    public virtual ValueTask<IReadOnlyList<AdminSection>> Sections(AdminPage page, CancellationToken cancel) => new(Sections(page.Scene));

    /// <summary>The button that shows this area.</summary>
    public CardButton Button(Scene scene) => new ExecuteButton(Title(scene), new CardAction(CardVerbs.View, DutyId.Organisation).With(Extra, Key));

    /// <summary>The buttons to the pages before and after this one.</summary>
    protected IEnumerable<CardButton> Pages(AdminPage page, bool hasMore, string before, string after)
    {
        if (page.Number > 0)
        {
            yield return To(page, before, page.Number - 1);
        }

        if (hasMore)
        {
            yield return To(page, after, page.Number + 1);
        }
    }

    private ExecuteButton To(AdminPage page, string label, int number) =>
        new(
            page.Scene.Texts[label],
            new CardAction(CardVerbs.View, DutyId.Organisation)
                .With(Extra, Key)
                .With(CardVerbs.Extras.Page, number.ToString(CultureInfo.InvariantCulture))
        );

    /// <summary>The button that opens the form of a feature, for example <c>org.createUnit</c>.</summary>
    public static CardButton Open(Scene scene, string label, string verb) =>
        scene.Forms.Opener(scene.Texts[label], new CardAction(FormFeature.OpenVerbOf(verb), DutyId.Organisation));
}
