using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Consultations;
using DutyBot.Teams.Cards;

namespace DutyBot.Cards;

/// <summary>What one unit is asked, in ready words. Never shows a draft, nor what another unit said (R-35, 1.6).</summary>
internal static class RequestViews
{
    /// <param name="forChannel">A channel does not show even the unit's own opinion: several units may share it.</param>
    public static ConsultationRequestView Of(Consultation round, ConsultationItem item, long version, bool forChannel, Scene scene)
    {
        var opening = round.Opening!;
        return new ConsultationRequestView(
            scene.Head(round.Id, version, "card.consult.request", ItemStates.Of(item, scene), opening.Urgency, Summary(round, item, scene)),
            opening.TaskTitle,
            scene.Names.Since(round.LeadUnit, opening.LeadUnit, round.OpenedAt, "name.whenAsked"),
            scene.Names.Of(item.Unit),
            item.Why,
            scene.Texts[opening.Basis == ConsultationBasis.Mandatory ? "basis.mandatory" : "basis.necessary"],
            item.IsOpen ? scene.Due(item.ReplyBy) : scene.Names.Deadline(item.ReplyBy),
            opening.Papers,
            item.PapersSupplied ?? "",
            opening.PreliminaryView,
            opening.Questions,
            [.. Notes(round, item, scene)],
            forChannel ? [] : [.. OwnOpinion(round, item, scene)],
            [.. Buttons(round, item, version, scene)]
        );
    }

    private static string Summary(Consultation round, ConsultationItem item, Scene scene)
    {
        var opening = round.Opening!;
        return item.IsOpen
            ? scene.Texts.Format(
                "sum.request",
                ("unit", scene.Names.Of(round.LeadUnit)),
                ("task", Scene.Short(opening.TaskTitle)),
                ("due", scene.Names.Deadline(item.ReplyBy))
            )
            : scene.Texts.Format("sum.requestState", ("task", Scene.Short(opening.TaskTitle)), ("state", ItemStates.Of(item, scene)));
    }

    private static IEnumerable<string> Notes(Consultation round, ConsultationItem item, Scene scene)
    {
        string?[] notes =
        [
            item is { Phase: ItemPhase.Drafting, Drafter: { } drafter }
                ? scene.Texts.Format("note.drafted", ("person", scene.Names.Of(drafter)))
                : null,
            item is { Phase: ItemPhase.AwaitingPapers, PapersAsked: { } asked } ? scene.Texts.Format("note.papersAsked", ("what", asked)) : null,
            item is { Phase: ItemPhase.SentBack, SentBackBecause: { } because } ? scene.Texts.Format("note.sentBack", ("reason", because)) : null,
            item is { Phase: ItemPhase.Returned, Return: { } returned } ? scene.Done("note.itemReturned", returned.Act) : null,
            item.ReturnWasRejected ? scene.Texts["note.itemReturnRejected"] : null,
            item.Opinion is { } opinion ? scene.Done("note.answered", opinion.Act) : null,
            item.Phase == ItemPhase.Overdue ? scene.Texts.Format("note.replyOverdue", ("date", scene.Names.Deadline(item.NonResponseAt))) : null,
            item.Phase == ItemPhase.NonResponse ? scene.Texts["note.nonResponse"] : null,
            item is { Phase: ItemPhase.Merged, MergedInto: { } into } ? scene.Texts.Format("note.merged", ("unit", scene.Names.Of(into))) : null,
            round.CancelReason is { } cancelled ? scene.Texts.Format("note.roundCancelled", ("reason", cancelled)) : null,
        ];
        return notes.OfType<string>();
    }

    private static IEnumerable<LongText> OwnOpinion(Consultation round, ConsultationItem item, Scene scene) =>
        round.Opening!.Questions.SelectMany((_, index) => Opinions.Said(round, item, index + 1, scene)).Concat(Opinions.Remarks(item, scene));

    private static IEnumerable<CardButton> Buttons(Consultation round, ConsultationItem item, long version, Scene scene)
    {
        var buttons = scene.ButtonsOf(round.Id, version);
        var isOpen = round.Phase == RoundPhase.Open;
        var isNew = isOpen && item.Phase is ItemPhase.Requested or ItemPhase.Drafting;
        // An answer after the close is attached to the closed round.
        var mayAnswer = item.CanAnswer && round.Phase != RoundPhase.Cancelled;
        (bool Shown, string Label, string Verb)[] acts =
        [
            (mayAnswer, "btn.answer", "consult.answer"),
            (mayAnswer && isOpen, "btn.draft", "consult.draft"),
            (isNew && !item.ReturnWasRejected && !WorkingCalendar.IsLate(round.ReturnBy, scene.Now), "btn.return", "consult.return"),
            (isNew && item.PapersAsked is null && !WorkingCalendar.IsLate(round.PapersBy, scene.Now), "btn.askPapers", "consult.askPapers"),
        ];
        return acts.Where(act => act.Shown).Select(act => buttons.OpenOf(item.Unit, scene.Texts[act.Label], act.Verb));
    }
}
