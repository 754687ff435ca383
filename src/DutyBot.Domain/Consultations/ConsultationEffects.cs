using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Tasks;
using static DutyBot.Domain.Effects.Audience;
using static DutyBot.Domain.Effects.Effect;

namespace DutyBot.Domain.Consultations;

/// <summary>
/// Everything a round does to the world, event by event. <c>round</c> is the state after the event. Opinions are for the lead unit and the
/// unit that gave them until the leadership decides (1.6), so the summary goes to the lead's head in person, never to a channel.
/// </summary>
public static class ConsultationEffects
{
    public static IEnumerable<Effect> Of(Consultation round, ConsultationEvent happened) =>
        happened switch
        {
            ConsultationEvent.Opened => [.. round.Items.Select(i => Request(i.Unit, attention: true)), Summary(round, attention: true)],
            ConsultationEvent.DraftSaved { ForHead: true } e =>
            [
                Request(e.Unit, attention: false),
                Tell(new Head(e.Unit), "n.draft.ready", Code(round), By(e.Act)),
            ],
            ConsultationEvent.DraftSaved e => [Request(e.Unit, attention: false)],
            ConsultationEvent.AnswerIssued e =>
            [
                Request(e.Unit, attention: false),
                Summary(round, attention: false),
                Tell(Lead(round), "n.consult.received", Answered(round, e)),
            ],
            ConsultationEvent.ItemReturned e =>
            [
                Request(e.Unit, attention: false),
                Summary(round, attention: false),
                Tell(Lead(round), "n.consult.returned", Unit(e.Unit), Code(round)),
                Tell(e.Decider is { } decider ? new Individual(decider) : new Leaders(), "n.consult.returned.leader", Unit(e.Unit), Code(round)),
            ],
            ConsultationEvent.ReturnRejected e =>
            [
                Request(e.Unit, attention: true),
                Summary(round, attention: false),
                Tell(new Head(e.Unit), "n.return.no", new NoticeValue("reason", Text: e.Reason)),
            ],
            ConsultationEvent.PapersAsked e =>
            [
                Request(e.Unit, attention: false),
                Summary(round, attention: false),
                Tell(Lead(round), "n.papers.asked", Unit(e.Unit), Code(round), new NoticeValue("what", Text: e.What)),
            ],
            ConsultationEvent.PapersSupplied e => [Request(e.Unit, attention: true), Summary(round, attention: false)],
            ConsultationEvent.SentBack e =>
            [
                Request(e.Unit, attention: true),
                Summary(round, attention: false),
                Tell(new Head(e.Unit), "n.sentBack", Code(round), new NoticeValue("reason", Text: e.Reason), Moment(e.ReplyBy)),
            ],
            ConsultationEvent.OpinionResolved => [Summary(round, attention: false)],
            ConsultationEvent.NoticesGiven e => ReplyNotices.Effects(round, e.Unit, e.Given, e.Act.At),
            ConsultationEvent.ReplyOverdue e => Overdue(round, e.Unit),
            ConsultationEvent.NonResponseRecorded e => Silent(round, e.Unit),
            ConsultationEvent.UnitSucceeded { AsLead: true } e =>
            [
                .. round.Items.Select(i => Request(i.Unit, attention: false)),
                Summary(round, attention: true),
                Tell(Lead(round), "n.succeeded.round", Code(round), new NoticeValue("former", Unit: e.From)),
            ],
            ConsultationEvent.UnitSucceeded e => Succeeded(round, e),
            ConsultationEvent.TermsRecounted e => Recounted(round, e.Terms),
            ConsultationEvent.Closed e => Ended(round, new RoundOutcome(Cancelled: false, e.DisagreeingUnits), e.Act),
            ConsultationEvent.Cancelled e => Ended(round, new RoundOutcome(Cancelled: true, []), e.Act),
            _ => [],
        };

    // Who is asked now gets the request as something new; a unit that was asked anyway, and the lead, have their cards.
    private static IEnumerable<Effect> Succeeded(Consultation round, ConsultationEvent.UnitSucceeded e) =>
        [
            .. round.Item(e.To) is { } item && round.MayPass(item) ? [Request(e.To, attention: true)] : Array.Empty<Effect>(),
            Request(e.From, attention: false),
            Summary(round, attention: false),
        ];

    private static IEnumerable<Effect> Overdue(Consultation round, UnitId unit) =>
        [
            Request(unit, attention: false),
            Summary(round, attention: false),
            Tell(new Head(unit), "n.reply.overdue", Code(round), Moment(round.Item(unit)!.NonResponseAt)),
            Tell(Lead(round), "n.reply.overdue.lead", Unit(unit), Code(round)),
        ];

    private static IEnumerable<Effect> Silent(Consultation round, UnitId unit) =>
        [
            Request(unit, attention: false),
            Summary(round, attention: false),
            Tell(new Head(unit), "n.nonResponse", Code(round)),
            Tell(Lead(round), "n.nonResponse.lead", Unit(unit), Code(round)),
        ];

    // Each unit is told once, of what it must do; until when its silence would be recorded, its card says.
    private static IEnumerable<Effect> Recounted(Consultation round, ImmutableArray<RecountedTerm> terms)
    {
        foreach (var item in round.Items.Where(i => i.IsOpen))
        {
            var own = terms.Where(t => t.Unit == item.Unit || (t.Unit is null && item.Phase is ItemPhase.Requested or ItemPhase.Drafting)).ToList();
            if (own.Count > 0)
            {
                yield return Request(item.Unit, attention: false);
            }

            if (own.Where(t => t.Term != RelativeTerm.NonResponse).OrderByDescending(t => t.Term == RelativeTerm.Reply).FirstOrDefault() is { } told)
            {
                yield return Tell(
                    new Head(item.Unit),
                    "n.termMoved.round",
                    Code(round),
                    new("term", Key: RelativeTermKeys.Of(told.Term)),
                    new("old", Moment: told.Old),
                    new("new", Moment: told.New)
                );
            }
        }

        yield return Summary(round, attention: false);
    }

    // A round that was cancelled before it could open has called nobody, and its task knows.
    private static IEnumerable<Effect> Ended(Consultation round, RoundOutcome outcome, Act act) =>
        round.Opening is not { } opening
            ? []
            :
            [
                new Send(opening.Task, new TaskCommand.RecordRoundEnded(act, round.Id, outcome)),
                .. round.Items.Select(i => Request(i.Unit, attention: false)),
                Summary(round, attention: false),
            ];

    private static NoticeValue[] Answered(Consultation round, ConsultationEvent.AnswerIssued e) =>
        [
            Unit(e.Unit),
            new("stance", Key: StanceKeys.Weightiest(e.Answer)),
            new("k", Number: round.Items.Count(i => i.IsOpen)),
            new("n", Number: round.Asked.Count()),
        ];

    private static Audience Lead(Consultation round) => new Head(round.LeadUnit);

    private static ShowCard Request(UnitId unit, bool attention) => new(CardName.ConsultationRequest, new Channel(unit), attention);

    private static ShowCard Summary(Consultation round, bool attention) => new(CardName.ConsultationSummary, Lead(round), attention);

    private static Tell Tell(Audience to, string key, params NoticeValue[] values) => new(to, key, [.. values]);

    private static NoticeValue Code(Consultation round) => new("code", Text: round.Id.Value);

    private static NoticeValue Unit(UnitId unit) => new("unit", Unit: unit);

    private static NoticeValue By(Act act) => new("person", Person: act.By);

    private static NoticeValue Moment(NodaTime.Instant moment) => new("moment", Moment: moment);
}
