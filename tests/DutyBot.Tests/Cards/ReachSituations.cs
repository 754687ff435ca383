using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Cards;

/// <summary>What admins read of who cannot be reached, and what is said to have somebody sent for (features 54).</summary>
internal static class ReachSituations
{
    public static IEnumerable<CardSituation> All =>
        [
            Of("morning-check", "missing", names => ReachReport.OfMorning(News(Missing), names)),
            Of("morning-check", "mended", names => ReachReport.OfMorning(News([]), names)),
            Of("morning-check", "undelivered", names => ReachReport.OfMorning(News([], "a", "b", "c"), names)),
            Of("morning-check", "people", names => ReachReport.OfMorning(News([], "a") with { People = Unreached }, names)),
            Of("sent-for", "in a channel", names => SummonsCards.Of(OfficerOfPlanning, InChannel, names)),
            Of("sent-for", "through a colleague", names => SummonsCards.Of(OfficerOfPlanning, Colleague, names)),
        ];

    private static ImmutableArray<ReachFinding> Missing =>
        [new(ReachProblem.NoChannel, Trade), new(ReachProblem.HeadNotReached, Industry, HeadOfIndustry), new(ReachProblem.NoOffice)];

    private static ReachNews News(ImmutableArray<ReachFinding> findings, params ImmutableArray<string> letters) =>
        new(NovDay(10), findings, letters, []);

    // Of every reason one; the last of them came once only.
    private static ImmutableArray<UnreachedPerson> Unreached =>
        [
            .. Enum.GetValues<Undelivered>()
                .Select(why => new DeliveryState(null, Nov(9).ToUnixTimeSeconds(), why, Nov(6).ToUnixTimeSeconds(), 3))
                .Select(state => new UnreachedPerson(OfficerOfPlanning, state)),
        ];

    private static Recipient InChannel => new Recipient.UnitChannel(Planning, "19:kh@thread.tacv2", OfficerOfPlanning);

    private static Recipient Colleague => new Recipient.Individual(HeadOfPlanning);

    private static CardSituation Of(string card, string name, Func<Names, RenderedCard> render) =>
        new(card, name, Nov(10), new(ATask.Issued()), (_, names, _) => new(render(names)));
}
