using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Inboxes;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>Two programs over the same store share the work, and what one of them dies over the other does.</summary>
public sealed class ReplicaStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task Each_deadline_is_handled_once_by_two_replicas()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await using var other = await office.Replica();
        var card = await office.Assign(("urgency", nameof(DutyBot.Domain.Documents.Urgency.Flash)));

        office.Time.Advance(TimeSpan.FromHours(3));
        await Task.WhenAll(office.App.Get<ClockWorker>().Sweep(office.Cancel), other.Get<ClockWorker>().Sweep(office.Cancel));

        var events = (await office.Store.Load(card.Duty, office.Cancel)).Events;
        events.Count.ShouldBeGreaterThan(1);
        await other.Get<ClockWorker>().Sweep(office.Cancel);
        (await office.Store.Load(card.Duty, office.Cancel)).Events.Count.ShouldBe(events.Count);
        events.Where(happened => happened.By == "system").Select(happened => happened.Type + happened.Json).ShouldBeUnique();
    }

    [Fact]
    public async Task Each_effect_is_carried_out_once_by_two_replicas()
    {
        await using var office = await Owing.Known(issuer);
        await using var other = await office.Replica();
        var duties = await office.Owe(40);

        await Task.WhenAll(Drain(office, office.App, duties), Drain(office, other, duties.Reverse()));
        await office.Settled();

        office.Notices().ShouldBe(40);
    }

    [Fact]
    public async Task Defect_9_What_a_replica_died_over_before_it_was_sent_the_other_sends_when_the_lease_ends_and_not_before()
    {
        await using var office = await Owing.Known(issuer);
        await using var other = await office.Replica();
        await office.App.Get<OutboxWorker>().StopAsync(office.Cancel);
        await other.Get<OutboxWorker>().StopAsync(office.Cancel);
        var duty = (await office.Owe(1)).Single();
        (await office.Store.LeaseEffects(duty, office.Now(), Duration.FromMinutes(2), office.Cancel)).ShouldHaveSingleItem();

        await other.Get<OutboxWorker>().Drain(duty, office.Cancel);
        office.Notices().ShouldBe(0);

        office.Time.Advance(TimeSpan.FromMinutes(2));
        await other.Get<OutboxWorker>().Drain(duty, office.Cancel);
        await other.Get<OutboxWorker>().Drain(duty, office.Cancel);
        office.Notices().ShouldBe(1);
    }

    [Fact]
    public async Task Defect_2_When_the_third_of_ten_sends_breaks_the_others_go_out_once()
    {
        await using var office = await Owing.Known(issuer);
        await office.App.Get<OutboxWorker>().StopAsync(office.Cancel);
        var duties = await office.Owe(10);
        await Drain(office, office.App, duties.Take(2));
        office.Connector.Next(ConnectorReply.Break);

        await Drain(office, office.App, duties.Skip(2));
        for (var round = 0; round < 3; round++)
        {
            office.Time.Advance(TimeSpan.FromMinutes(10));
            await Drain(office, office.App, duties);
        }

        office.Notices().ShouldBe(10);
        (await office.Store.DeadEffects(10, office.Cancel)).ShouldHaveSingleItem().Duty.ShouldBe(duties[2]);
    }

    [Fact]
    public async Task What_waited_when_the_process_ended_goes_out_once_from_the_next_one()
    {
        await using var office = await Owing.Known(issuer);
        await office.App.Get<OutboxWorker>().StopAsync(office.Cancel);
        var duties = await office.Owe(200);
        await Drain(office, office.App, duties.Take(50));
        // In its hands when it was killed.
        foreach (var duty in duties.Skip(50).Take(8))
        {
            await office.Store.LeaseEffects(duty, office.Now(), Duration.FromMinutes(2), office.Cancel);
        }

        await office.Restart();
        await office.PassUntilSettled();

        office.Notices().ShouldBe(200);
        (await office.Store.DeadEffects(10, office.Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_replica_that_has_seen_an_inbox_before_hands_over_what_another_put_into_it()
    {
        await using var office = await Owing.Known(issuer);
        await using var other = await office.Replica();
        await office.App.Get<ClockWorker>().StopAsync(office.Cancel);
        var inbox = DutyId.InboxOf(office.Director.Id);
        (await other.Get<DutyDesk>().Obligations(inbox, office.Cancel)).ShouldBeEmpty();

        var notice = new DueNotice("one", DutyId.Parse("NV-2026-7K3Q9"), "complete", "n.due.task", [], GivenAt: office.Now());
        var receive = new InboxCommand.Receive(Act.OfSystem(office.Now()), office.Director.Id, notice);
        (await office.App.Get<DutyDesk>().Execute(inbox, receive, office.Cancel)).Changed.ShouldBeTrue();
        office.Time.Advance(TimeSpan.FromMinutes(20));
        await other.Get<ClockWorker>().Sweep(office.Cancel);

        (await office.Store.Load(inbox, office.Cancel)).Events.Select(happened => happened.Type).ShouldContain(nameof(InboxEvent.NoticesBrought));
    }

    [Fact]
    public async Task A_replica_refuses_nothing_for_a_state_that_another_has_ended()
    {
        await using var office = await Owing.Known(issuer);
        await using var other = await office.Replica();
        var form = await office.Director.Types("giao việc");
        (await other.Get<DutyDesk>().Version(form.Duty, office.Cancel)).ShouldBe(0);
        var card = await office.Assign();
        (await other.Get<DutyDesk>().Version(card.Duty, office.Cancel)).ShouldBe(1);
        (await office.HeadOfPlanning.Types($"xem {card.Duty}")).Says(card.Duty.Value).ShouldBeTrue();

        var cancelled = new TaskCommand.Cancel(new Act(office.Now(), office.Director.Id), Reason);
        (await office.App.Get<DutyDesk>().Execute(card.Duty, cancelled, office.Cancel)).Changed.ShouldBeTrue();

        (await other.Get<DutyDesk>().Execute(card.Duty, cancelled, office.Cancel)).IsAccepted.ShouldBeTrue();
        office.Time.Advance(TimeSpan.FromSeconds(1));
        (await other.Get<DutyDesk>().Task(card.Duty, office.Cancel)).Phase.ShouldBe(TaskPhase.Cancelled);
    }

    private const string Reason = "Nhiệm vụ đã được giao trong văn bản khác của Sở.";

    private static async Task Drain(OfficeDriver office, RunningApp app, IEnumerable<DutyId> duties)
    {
        foreach (var duty in duties)
        {
            await app.Get<OutboxWorker>().Drain(duty, office.Cancel);
        }
    }
}
