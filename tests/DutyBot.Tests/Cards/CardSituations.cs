using System.Collections.Immutable;
using DutyBot.Administration;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Cards;

/// <summary>A card at a moment of the sample story.</summary>
/// <param name="Name">What the reader of the approved file sees above it.</param>
internal sealed record CardSituation(
    string Card,
    string Name,
    Instant Now,
    Past Past,
    Func<CardDesk, Names, Instant, ValueTask<RenderedCard?>> Render
);

/// <summary>Every card in its important states.</summary>
internal static class CardSituations
{
    public static IReadOnlyList<CardSituation> All { get; } =
    [
        .. Tasks(),
        .. Requests(),
        .. Summaries(),
        .. Escalations(),
        .. ReminderSituations.All,
        .. Answers(),
        .. ReachSituations.All,
        .. BacklogSituations.All,
        .. CampaignSituations.All,
    ];

    private static Past Escalated(ImmutableArray<EscalationEvent> past) => new(ATask.Escalated()) { Round = ARound.Closed(), Escalation = past };

    private static IEnumerable<CardSituation> Tasks() =>
        [
            Effect("assignment", "given", Nov(9, 9, 30), new(ATask.Issued()), CardName.Assignment, Planning),
            Effect("assignment", "flash", Nov(9, 9, 30), new(ATask.Issued(Flash)), CardName.Assignment, Planning),
            Effect("assignment", "accepted by a delegate", Nov(10), new(AcceptedByDelegate), CardName.Assignment, Planning),
            Effect("assignment", "deemed accepted, undated", Nov(11), new(Undated), CardName.Assignment, Planning),
            Effect("assignment", "returned, waiting", Nov(9, 12), new(ATask.ReturnRequested()), CardName.Assignment, Planning),
            Effect("assignment", "return not accepted", Nov(10), new(ATask.ReturnRejected()), CardName.Assignment, Planning),
            Effect("assignment", "handed over", Nov(10), new(ATask.Reassigned()), CardName.Assignment, Planning),
            Effect("assignment", "final", Nov(10, 14), new(ATask.FinallyAssigned()), CardName.Assignment, Safety),
            Effect("assignment", "consulting", Nov(10), new(ATask.Consulting()), CardName.Assignment, Planning),
            Effect("assignment", "disagreement left", Dec(15), new(ATask.Disagreed()), CardName.Assignment, Planning),
            Effect("assignment", "decided, overdue", Dec(23), new(ATask.Decided()), CardName.Assignment, Planning),
            Effect("assignment", "cancelled", Nov(12), new(ATask.Cancelled()), CardName.Assignment, Planning),
            Effect("assignment", "taken over, for the unit that ended", Nov(17), new(ATask.LeadSucceeded()), CardName.Assignment, Planning),
            Effect("assignment", "taken over, for the new unit", Nov(17), new(ATask.LeadSucceeded()), CardName.Assignment, Safety),
            Person("assignment", "late, for a leader", Dec(23), new(ATask.Accepted()), ATask.Id, Director),
            Person("assignment", "for its assigner", Nov(10), new(ATask.Accepted()), ATask.Id, Deputy),
            Effect("coordination", "given", Nov(9, 9, 30), new(ATask.Issued()), CardName.Coordination, Trade),
            Effect("coordination", "cancelled", Nov(12), new(ATask.Cancelled()), CardName.Coordination, Trade),
            Effect("return-request", "waiting", Nov(9, 12), new(ATask.ReturnRequested()), CardName.ReturnRequest, null),
            Effect("return-request", "not accepted", Nov(10), new(ATask.ReturnRejected()), CardName.ReturnRequest, null),
            Effect("return-request", "given to another unit", Nov(10), new(ATask.Reassigned()), CardName.ReturnRequest, null),
        ];

    private static IEnumerable<CardSituation> Requests() =>
        [
            Request("asked", Nov(10), ARound.Opened()),
            Request("drafted", Nov(10, 11), ARound.Drafted()),
            Request("papers asked", Nov(11), ARound.PapersAsked()),
            Request("papers supplied", Nov(13), ARound.PapersSupplied()),
            Request("answered", Nov(12), ARound.Answered()),
            Request("sent back", Nov(13), ARound.SentBack()),
            Request("returned", Nov(10, 12), ARound.Returned()),
            Request("return not accepted", Nov(11), ARound.ReturnRejected()),
            Request("overdue", Nov(19), ARound.Overdue()),
            Request("silent", Nov(26), ARound.Silent()),
            Request("cancelled", Nov(11), ARound.Cancelled()),
            Person("consultation-request", "closed, for its own head", Nov(13), Consulted(ARound.Closed()), ARound.Id, HeadOfIndustry),
        ];

    private static IEnumerable<CardSituation> Summaries() =>
        [
            Summary("opened", Nov(10), ARound.Opened()),
            Summary("papers asked", Nov(11), ARound.PapersAsked()),
            Summary("returned", Nov(10, 12), ARound.Returned()),
            Summary("all answered", Nov(12), ARound.AllAnswered()),
            Summary("resolved", Nov(13), ARound.Resolved()),
            Summary("overdue", Nov(18), ARound.Overdue()),
            Summary("closed with disagreement", Nov(13), ARound.Closed()),
            Person("consultation-summary", "before the close, for a leader", Nov(10, 12), Consulted(ARound.Returned()), ARound.Id, Director),
            Person("consultation-summary", "after the close, for the Office", Nov(13), Consulted(ARound.Closed()), ARound.Id, HeadOfOffice),
        ];

    private static IEnumerable<CardSituation> Escalations() =>
        [
            Effect("escalation", "submitted", Nov(16), Escalated(AnEscalation.Submitted()), CardName.Escalation, null),
            Effect("escalation", "meeting called", Nov(17), Escalated(AnEscalation.MeetingCalled()), CardName.Escalation, null),
            Effect("escalation", "decision overdue", Nov(20), Escalated(AnEscalation.Overdue()), CardName.Escalation, null),
            Effect("escalation", "decided", Nov(17), Escalated(AnEscalation.Decided()), CardName.Escalation, null),
            Effect("escalation", "withdrawn", Nov(17), Escalated(AnEscalation.Withdrawn()), CardName.Escalation, null),
            Person(
                "escalation",
                "returned, for the lead's head",
                Nov(17),
                Escalated(AnEscalation.ReturnedForWork()),
                AnEscalation.Id,
                HeadOfPlanning
            ),
            Effect("decision", "approved", Nov(17), Escalated(AnEscalation.Decided()), CardName.Decision, Industry),
            Effect("decision", "otherwise, by a delegate", Nov(17), Escalated(DecidedOtherwise), CardName.Decision, Industry),
            Effect("decision", "superseding", Nov(20), Escalated(AnEscalation.Superseded()), CardName.Decision, Trade),
        ];

    private static IEnumerable<CardSituation> Answers() =>
        [
            Answer("my-work", "some", Nov(20), (desk, names, now) => Work(desk, names, now, [.. Waiting])),
            Answer("my-work", "none", Nov(20), (desk, names, now) => Work(desk, names, now, [])),
            Answer("unit-work", "some", Nov(20), (desk, names, now) => Work(desk, names, now, [.. Held], WorkList.OfUnits)),
            Answer("unit-work", "none", Nov(20), (desk, names, now) => Work(desk, names, now, [], WorkList.OfUnits)),
            Person("own-stand-ins", "delegated", Nov(20), new(ATask.Issued()), DutyId.Organisation, HeadOfPlanning, OwnStandIns.Extras),
            Person("own-stand-ins", "delegated to", Nov(20), new(ATask.Issued()), DutyId.Organisation, DelegateOfPlanning, OwnStandIns.Extras),
            Person("own-stand-ins", "away", Nov(20), new(ATask.Issued()), DutyId.Organisation, HeadOfTrade, OwnStandIns.Extras),
            Answer("answers", "help", Nov(10), (desk, names, _) => new(desk.Help(names))),
            Answer("answers", "notice", Nov(10), (_, names, _) => new(CardDesk.Notice(ATask.Draft.Work, ATask.Id, names))),
            Answer("digest", "some", Dec(16), (desk, names, _) => new(desk.Due([.. Due.Take(6)], names))),
            Answer("digest", "more than fit", Dec(16), (desk, names, _) => new(desk.Due([.. Due, .. Due, .. Due], names))),
            Answer("digest", "a draft of a formal reminder, alone", Dec(25), (desk, names, _) => new(desk.Due([Saying("n.overdue.remind")], names))),
            Answer("digest", "the end of an explanation, alone", Nov(13), (desk, names, _) => new(desk.Due([Saying("n.due.explain")], names))),
            Answer(
                "export",
                "units",
                Nov(10),
                (_, names, _) => new(new RenderedCard(CsvCard.Of(names.Texts["card.export"], Lines, names.Texts), ""))
            ),
            Answer("answers", "closed", Nov(10), (_, names, _) => new(CardDesk.Closed(names))),
            Answer("answers", "welcome", Nov(10), (desk, names, _) => new(desk.Welcome("19:so@thread.tacv2", ChannelKind.Standard, names))),
            Answer(
                "answers",
                "welcome to a private channel",
                Nov(10),
                (desk, names, _) => new(desk.Welcome("19:rieng@thread.tacv2", ChannelKind.Private, names))
            ),
            Answer("answers", "refusal", Nov(10), (_, names, _) => new(CardDesk.Refusal([new Problem("E-FORBIDDEN")], ATask.Id, names))),
            Answer("answers", "refusal without a duty", Nov(10), (_, names, _) => new(CardDesk.Refusal([new Problem("E-UNREADABLE")], null, names))),
            Answer(
                "answers",
                "saved",
                Nov(10),
                async (desk, names, now) =>
                    await desk.Render(CardName.Coordination, ATask.Id, Trade, names, now, CancellationToken.None) is { } fresh
                        ? CardDesk.Saved(fresh, names)
                        : null
            ),
        ];

    // Every sentence that the clock has.
    private static IEnumerable<DueNotice> Due =>
        Noticed.Effects.OfType<Effect.Notify>().Select(notify => notify.Notice).DistinctBy(notice => notice.Key);

    private static DueNotice Saying(string key) => Due.Single(notice => notice.Key == key);

    /// <summary>Of a file.</summary>
    public const string Lines = "id,name\r\nkh,KH\r\n";

    private static TaskDraft Flash => ATask.Draft with { Urgency = DutyBot.Domain.Documents.Urgency.Flash };

    private static ImmutableArray<TaskEvent> AcceptedByDelegate =>
        ATask.Issued().After(new TaskCommand.Accept(DelegateOfPlanning.At(Nov(9, 10)), OfficerOfPlanning));

    private static ImmutableArray<TaskEvent> Undated =>
        ATask
            .Issued(ATask.Draft with { Deadline = null, ReportDeadline = null, ReviewOn = DecDay(9), NoDeadlineReason = Texts.Reason })
            .After(ATask.Pass(TaskObligations.Accept, Nov(11, 0)));

    private static ImmutableArray<EscalationEvent> DecidedOtherwise =>
        AnEscalation.Submitted().After(new EscalationCommand.Decide(DelegateOfDirector.At(Nov(17)), null, Texts.Reason));

    private static WaitingItem[] Waiting =>
        [
            new(ATask.Id, ATask.Draft.Work, ObligationKind.Complete, null),
            new(ARound.Id, ATask.Draft.Work, ObligationKind.Reply, EndOf(NovDay(25))),
            new(AnEscalation.Id, ATask.Draft.Work, ObligationKind.DecideEscalation, null),
            new(ATask.Id, ATask.Draft.Work, ObligationKind.NameOfficer, null),
        ];

    private static WaitingItem[] Held =>
        [
            new(ATask.Id, ATask.Draft.Work, ObligationKind.Lead, null),
            new(ARound.Id, ATask.Draft.Work, ObligationKind.Reply, EndOf(NovDay(25))),
            new(AnEscalation.Id, ATask.Draft.Work, ObligationKind.Lead, null),
            new(ATask.Id, ATask.Draft.Work, ObligationKind.Coordinate, null),
        ];

    private static async ValueTask<RenderedCard?> Work(
        CardDesk desk,
        Names names,
        Instant now,
        WaitingItem[] items,
        WorkList list = WorkList.OfPerson
    ) => await desk.Work(items, list, names, now, CancellationToken.None);

    private static Past Consulted(ImmutableArray<ConsultationEvent> round) => new(ATask.Consulting()) { Round = round };

    private static CardSituation Request(string name, Instant now, ImmutableArray<ConsultationEvent> round) =>
        Effect("consultation-request", name, now, Consulted(round), CardName.ConsultationRequest, Industry);

    private static CardSituation Summary(string name, Instant now, ImmutableArray<ConsultationEvent> round) =>
        Effect("consultation-summary", name, now, Consulted(round), CardName.ConsultationSummary, Planning);

    private static CardSituation Answer(string card, string name, Instant now, Func<CardDesk, Names, Instant, ValueTask<RenderedCard?>> render) =>
        new(card, name, now, new(ATask.Escalated()) { Round = ARound.Overdue(), Escalation = AnEscalation.Overdue() }, render);

    private static CardSituation Effect(string card, string name, Instant now, Past past, CardName effect, UnitId? unit)
    {
        var duty = effect switch
        {
            CardName.ConsultationRequest or CardName.ConsultationSummary => ARound.Id,
            CardName.Escalation or CardName.Decision => AnEscalation.Id,
            _ => ATask.Id,
        };
        return new(card, name, now, past, (desk, names, at) => desk.Render(effect, duty, unit, names, at, CancellationToken.None));
    }

    private static CardSituation Person(
        string card,
        string name,
        Instant now,
        Past past,
        DutyId duty,
        PersonId person,
        IReadOnlyDictionary<string, string>? view = null
    ) => new(card, name, now, past, (desk, names, at) => desk.View(duty, view ?? CardAction.EmptyExtras, person, names, at, CancellationToken.None));
}
