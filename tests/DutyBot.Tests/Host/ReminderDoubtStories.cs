using DutyBot.Delivery;
using DutyBot.Development;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;
using static DutyBot.Tests.Host.Reminding;

namespace DutyBot.Tests.Host;

/// <summary>A formal reminder comes to the person once, and who issued it hears when nobody knows whether it came (R-54, D33).</summary>
public sealed class ReminderDoubtStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task R_54_A_reminder_of_unknown_fate_is_not_sent_again_and_its_issuer_is_told_so()
    {
        await using var office = await Late(issuer);
        var (held, card) = await Issued(office);
        (await office.App.Get<Courier>().Show(held, card, office.Cancel)).ShouldBeOfType<Settlement.Done>();

        await office.DrainAfterTheLease(RecordId);

        Cards(office).ShouldBe(1);
        (await office.EventsOfRecord()).ShouldBe(["Issued", "NotDelivered"]);
        (await office.Dead()).ShouldHaveSingleItem().Error.ShouldBe(DeliveryErrors.OutcomeUnknown);
        var told = await office.Latest(office.Director.Chat, "chưa rõ người được nhắc nhở đã nhận được thông tin hay chưa");
        told.Words.ShouldContain("Chưa rõ đã nhận hay chưa, chưa tính lần nhắc nhở");
        told.Buttons.ShouldContain("Gửi lại");
    }

    [Fact]
    public async Task R_54_A_reminder_that_is_on_record_as_delivered_is_settled_without_a_word()
    {
        await using var office = await Late(issuer);
        var (held, card) = await Issued(office);
        await office.App.Get<EffectRunner>().Run(held, card, office.Cancel);

        await office.DrainAfterTheLease(RecordId);

        Cards(office).ShouldBe(1);
        (await office.EventsOfRecord()).ShouldBe(["Issued", "Delivered"]);
        (await office.Dead()).ShouldBeEmpty();
    }

    [Fact]
    public async Task R_54_When_the_connection_breaks_over_a_reminder_its_issuer_is_told_so()
    {
        await using var office = await Late(issuer);
        await Issued(office);
        office.Connector.Next(ConnectorReply.Break);

        await office.DrainAfterTheLease(RecordId);

        Cards(office).ShouldBe(1);
        (await office.EventsOfRecord()).ShouldBe(["Issued", "NotDelivered"]);
        await office.Latest(office.Director.Chat, "chưa rõ người được nhắc nhở đã nhận được thông tin hay chưa");
    }

    private static int Cards(OfficeDriver office) => office.Messages(office.HeadOfPlanning.Chat).Count(seen => !seen.IsUpdate && seen.Says(Text));

    // Recorded, and in the hands of a worker that will do no more than the test does.
    private static async Task<(HeldEffect, Effect.ShowCard)> Issued(OfficeDriver office)
    {
        await office.HeadOfPlanning.Types("việc của tôi");
        var form = await office.Director.Types($"nhắc nhở {await office.TaskOf()}");
        await office.App.Get<OutboxWorker>().StopAsync(office.Cancel);
        await office.Director.Presses(form, "Nhắc nhở", ("legalBasis", Basis), ("text", Text));
        var leased = await office.Store.LeaseEffects(RecordId, office.Now(), HeldEffect.Lease, office.Cancel);
        return leased
            .Select(effect => (office.Hold(effect), StoredEffects.Read(effect.Json) as Effect.ShowCard))
            .Where(held => held.Item2 is not null && Courier.IsOnce(held.Item2))
            .Select(held => (held.Item1, held.Item2!))
            .Single();
    }
}
