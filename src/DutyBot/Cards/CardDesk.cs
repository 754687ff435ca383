using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using NodaTime;
namespace DutyBot.Cards;
internal sealed record RenderedCard(AdaptiveCard Card, string Summary);
internal sealed class CardDesk
{
    public ValueTask<RenderedCard?> Render(CardName card, DutyId duty, UnitId? unit, Names names, Instant now, CancellationToken cancel) => throw new NotSupportedException();
    public ValueTask<RenderedCard?> For(DutyId duty, PersonId person, Names names, Instant now, CancellationToken cancel) => throw new NotSupportedException();
    public RenderedCard Notice(string sentence, DutyId duty, Names names) => throw new NotSupportedException();
    public RenderedCard Refusal(IReadOnlyList<Problem> problems, DutyId? duty, Names names) => throw new NotSupportedException();
    public RenderedCard MyWork(IReadOnlyList<WaitingItem> items, Names names, Instant now) => throw new NotSupportedException();
    public RenderedCard Help(Names names) => throw new NotSupportedException();
    public RenderedCard Closed(Names names) => throw new NotSupportedException();
    public CardDesk(DutyBot.Duties.DutyDesk desk, DutyBot.Teams.Forms.FormPlace forms) { }
    public RenderedCard Saved(RenderedCard fresh, Names names) => throw new NotSupportedException();
}
