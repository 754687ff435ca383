using System.Globalization;
using DutyBot.Administration;
using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using NodaTime;

namespace DutyBot.Cards;

/// <param name="Summary">What the notification says; a card without it reads "sent a card".</param>
internal sealed record RenderedCard(AdaptiveCard Card, string Summary);

/// <summary>Every card DutyBot shows, from the duty as it is now. Reads; never changes anything.</summary>
/// <param name="forms">Where the buttons open their forms.</param>
/// <param name="graph">Null where Graph is not asked.</param>
/// <param name="sent">Null where nothing is sent.</param>
internal sealed class CardDesk(DutyDesk desk, RunningTerms terms, FormPlace forms, GraphStates? graph = null, Deliveries? sent = null)
{
    private readonly CardDrafts drafts = new(desk);
    private readonly ReminderDrafts reminders = new(desk);
    private readonly CampaignDesk campaigns = new(desk);
    private readonly WorkViews work = new(desk);
    private readonly AdminSources sources = new(desk, terms, graph, sent);

    /// <summary>The card of an effect.</summary>
    /// <param name="unit">The unit whose channel or head it goes to; null for persons and leaders.</param>
    public async ValueTask<RenderedCard?> Render(CardName card, DutyId duty, UnitId? unit, Names names, Instant now, CancellationToken cancel) =>
        card is CardName.Campaign or CardName.CampaignReport ? await campaigns.Of(card, duty, unit, new Scene(names, now, forms), cancel)
        : await drafts.Of(card, duty, unit, new Scene(names, now, forms), cancel) is { } draft ? Fitted(draft, names)
        : null;

    /// <summary>The card of an effect about one of the matters of a duty that has several.</summary>
    public async ValueTask<RenderedCard?> RenderItem(CardName card, DutyId duty, string item, Names names, Instant now, CancellationToken cancel) =>
        await reminders.Of(card, duty, item, new Scene(names, now, forms), cancel) is { } draft ? Fitted(draft, names) : null;

    /// <summary>What this person may see of the duty; null when that is nothing, or there is no such duty.</summary>
    public ValueTask<RenderedCard?> For(DutyId duty, PersonId person, Names names, Instant now, CancellationToken cancel) =>
        View(duty, CardAction.EmptyExtras, person, names, now, cancel);

    /// <summary>The answer to <see cref="CardVerbs.View"/>: as <see cref="For"/>, or a page of the long texts that the card had to cut.</summary>
    /// <param name="extras">Of the button (<see cref="CardVerbs.Extras"/>).</param>
    public async ValueTask<RenderedCard?> View(
        DutyId duty,
        IReadOnlyDictionary<string, string> extras,
        PersonId person,
        Names names,
        Instant now,
        CancellationToken cancel
    )
    {
        var (standing, scene) = (Standing.Of(person, names), new Scene(names, now, forms));
        if (duty == DutyId.Organisation)
        {
            return OwnStandIns.AreAskedFor(extras) ? OwnStandIns.Of(person, scene) : await AdminViews.Of(extras, person, scene, sources, cancel);
        }

        if (duty.Kind == DutyKind.Campaign)
        {
            return await campaigns.View(duty, extras, standing, scene, cancel);
        }

        var found =
            duty.Kind == DutyKind.Reminders
                ? await reminders.For(duty, extras.GetValueOrDefault(CardVerbs.Extras.Item), standing, scene, cancel)
                : await drafts.For(duty, standing, scene, cancel);
        if (found is not { } draft)
        {
            return null;
        }

        return int.TryParse(extras.GetValueOrDefault(CardVerbs.Extras.Page), CultureInfo.InvariantCulture, out var page)
            ? new RenderedCard(draft.Page(names.Texts, extras.GetValueOrDefault(CardVerbs.Extras.Unit), page), draft.Head.Summary)
            : Fitted(draft, names);
    }

    /// <param name="items">The nearest date first.</param>
    public async ValueTask<RenderedCard> Work(IReadOnlyList<WaitingItem> items, WorkList list, Names names, Instant now, CancellationToken cancel)
    {
        var view = await work.Of(items, list, new Scene(names, now, forms), cancel);
        return new RenderedCard(MyWorkCard.Of(view, names.Texts), MyWorkCard.Summary(view, names.Texts));
    }

    /// <param name="sentence">In the reader's language.</param>
    public static RenderedCard Notice(string sentence, DutyId duty, Names names) => new(NoticeCard.Of(sentence, duty, names.Texts), sentence);

    /// <summary>The due notices of one morning: one by itself, several as a digest.</summary>
    public RenderedCard Due(IReadOnlyList<DueNotice> notices, Names names)
    {
        List<DigestLine> lines = [.. notices.Select(notice => DueLines.Of(notice, names, forms))];
        return lines is [var only]
            ? new(NoticeCard.Of(only, names.Texts), only.Sentence)
            : new(DigestCard.Of(lines, names.Texts), names.Texts.Format("sum.digest", ("n", lines.Count)));
    }

    /// <summary>A form was closed and there is no duty to go back to.</summary>
    public static RenderedCard Closed(Names names) => Told(names.Texts["form.closed"], names);

    /// <param name="sentence">In the reader's language, about nothing that could be looked at.</param>
    public static RenderedCard Told(string sentence, Names names) => new(NoticeCard.Of(sentence, null, names.Texts), sentence);

    public RenderedCard Help(Names names)
    {
        var assign = forms.Opener(names.Texts["btn.assign"], new CardAction(FormFeature.OpenVerbOf("task.assign")));
        return new RenderedCard(HelpCard.Of(assign, names.Texts), names.Texts["card.help"]);
    }

    /// <param name="channel">Where DutyBot was added; the admin may bind it to a unit.</param>
    public RenderedCard Welcome(string channel, ChannelKind kind, Names names)
    {
        var action = new CardAction(FormFeature.OpenVerbOf("org.bindChannel"), DutyId.Organisation).With(BindChannelForm.ChannelExtra, channel);
        var view = new WelcomeView(AdminViews.Admins(names), kind == ChannelKind.Standard ? forms.Opener(names.Texts["btn.bindThis"], action) : null);
        return new RenderedCard(WelcomeCard.Of(view, names.Texts), names.Texts["card.welcome"]);
    }

    /// <param name="duty">The duty to look at instead; null when there is none.</param>
    public static RenderedCard Refusal(IReadOnlyList<Problem> problems, DutyId? duty, Names names)
    {
        var reasons = problems.Select(names.Of).ToList();
        return new RenderedCard(RefusalCard.Of(new RefusalView(reasons, duty), names.Texts), reasons.FirstOrDefault(names.Texts["note.refused"]));
    }

    public static RenderedCard Saved(RenderedCard fresh, Names names) => fresh with { Card = SavedCard.On(fresh.Card, names.Texts) };

    private static RenderedCard Fitted(CardDraft draft, Names names) => new(draft.Fit(names.Texts), draft.Head.Summary);
}
