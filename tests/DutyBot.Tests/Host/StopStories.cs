using DutyBot.Delivery;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;

namespace DutyBot.Tests.Host;

/// <summary>A program that is stopped, as in every deployment, finishes what it has begun and begins nothing more.</summary>
public sealed class StopStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private static readonly Effect Notice = new Effect.Tell(new Audience.Channel(SampleOrganisation.Planning), "n.letters.none", []);

    [Fact]
    public async Task The_request_under_way_is_waited_for_and_settled()
    {
        await using var office = await Owing.Known(issuer);
        var answer = new TaskCompletionSource();
        var duty = await Begins(office, answer.Task, Notice);

        var stopping = office.App.Get<OutboxWorker>().StopAsync(office.Cancel);
        stopping.IsCompleted.ShouldBeFalse();
        answer.SetResult();
        await stopping;

        (await office.Store.Pending(duty, office.Cancel)).ShouldBeEmpty();
        office.Notices().ShouldBe(1);
        (await office.Dead()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_taken_and_not_begun_is_there_for_the_next_process_at_once()
    {
        await using var office = await Owing.Known(issuer);
        var answer = new TaskCompletionSource();
        var duty = await Begins(office, answer.Task, Notice, Notice, Notice);

        var stopping = office.App.Get<OutboxWorker>().StopAsync(office.Cancel);
        answer.SetResult();
        await stopping;

        office.Notices().ShouldBe(1);
        var left = await office.Store.LeaseEffects(duty, office.Now(), HeldEffect.Lease, office.Cancel);
        left.Select(effect => (effect.Id, effect.Attempts, effect.IsInDoubt)).ShouldBe([("1", 0, false), ("2", 0, false)]);
    }

    [Fact]
    public async Task What_takes_longer_than_the_host_waits_is_given_up_in_doubt()
    {
        await using var office = await Owing.Known(issuer);
        using var patience = new CancellationTokenSource();
        var duty = await Begins(office, new TaskCompletionSource().Task, Notice);

        var stopping = office.App.Get<OutboxWorker>().StopAsync(patience.Token);
        await patience.CancelAsync();
        await stopping;
        await office.DrainAfterTheLease(duty);

        office.Notices().ShouldBe(1);
        (await office.Dead()).ShouldHaveSingleItem().Error.ShouldBe(DeliveryErrors.OutcomeUnknown);
    }

    // A hand of the worker has handed the first of them to Teams, which has not answered yet.
    private static async Task<DutyId> Begins(OfficeDriver office, Task answered, params Effect[] effects)
    {
        office.Connector.Next(new ConnectorReply(201, """{"id":"1"}""") { After = answered });
        var duty = await office.Owe(effects);
        office.App.Get<OutboxSignal>().Wake(duty);
        await office.Until(() => office.Notices() == 1);
        return duty;
    }
}
