using DutyBot.Delivery;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Fixtures;
using NodaTime;
using static DutyBot.Development.SampleOrganisation;

namespace DutyBot.Tests.Host;

/// <summary>D-04, 1.4.14: a unit ends, and everything it holds goes on with another, once and without a gap.</summary>
public sealed class SuccessionStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task D_04_A_merge_moves_a_task_its_open_round_and_what_another_unit_was_asked()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.Consult()).Duty;
        var before = await office.TaskOf(task);
        var round = before.Rounds.ShouldHaveSingleItem().Consultation;

        await office.End(Planning, Safety);
        await office.End(Industry, Trade);
        await office.HandedOver();

        var after = await office.TaskOf(task);
        after.LeadUnit.ShouldBe(Safety);
        (after.AcceptBy, after.CompleteBy, after.HandOvers).ShouldBe((before.AcceptBy, before.CompleteBy, before.HandOvers));
        var asked = await office.App.Get<DutyDesk>().Consultation(round, office.Cancel);
        asked.LeadUnit.ShouldBe(Safety);
        asked.Asked.Select(item => item.Unit).ShouldBe([Trade]);
    }

    [Fact]
    public async Task D_04_The_old_card_says_where_the_task_went_and_the_new_unit_gets_one_of_its_own()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.AssignAndAccept()).Duty;

        await office.End(Planning, Safety);
        await office.HandedOver();

        var old = await office.Latest(Planning, Routine.Work);
        old.IsUpdate.ShouldBeTrue();
        old.Words.ShouldContain("kế thừa nhiệm vụ này");
        var cards = office.Messages(Safety).Where(seen => seen.Says(Routine.Work)).ToList();
        cards.ShouldHaveSingleItem().Words.ShouldNotContain("kế thừa nhiệm vụ này");
        var head = new Person(office, HeadOfSafety);
        (await head.Types("việc đơn vị")).Words.ShouldContain(task.Value);
        (await office.HeadOfPlanning.Types("việc đơn vị")).Words.ShouldNotContain(task.Value);
    }

    [Fact]
    public async Task D_04_An_escalation_in_flight_is_decided_for_the_unit_that_took_over()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var card = await office.Escalate();

        await office.End(Planning, Trade);
        await office.End(Industry, Trade);
        await office.HandedOver();
        var form = await office.Director.Presses(card, "Cho ý kiến chỉ đạo");
        (await office.Director.Presses(form, "Cho ý kiến chỉ đạo", ("option", "1"))).Words.ShouldContain("Đã có ý kiến chỉ đạo");
        await office.Settled();

        (await office.App.Get<DutyDesk>().Escalation(card.Duty, office.Cancel)).LeadUnit.ShouldBe(Trade);
        var slot = CardSlots.Of(CardName.Decision, new Audience.Channel(Trade));
        (await office.Store.FindCard(card.Duty, slot, office.Cancel)).ShouldNotBeNull();
        office.Messages(Trade).Count(seen => seen.Says($"{card.Duty}/01") && !seen.IsUpdate && seen.Mentioned.Count > 0).ShouldBe(1);
    }

    [Fact]
    public async Task D_04_In_a_split_each_duty_goes_where_was_chosen_and_once_although_it_is_carried_out_twice()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Deputy.Types("việc của tôi");
        var context = await office.Context();
        var chosen = await office.Issue("NV-2026-00001", context, Planning, Industry);
        var other = await office.Issue("NV-2026-00002", context, Planning);
        var coordinated = await office.Issue("NV-2026-00003", context, Industry, Planning);
        var handOver = new Effect.HandOver(Planning, Trade, [new ChosenSuccessor(chosen, Safety)]);

        await office.End(Planning, Trade, [.. handOver.Chosen]);
        // A worker dies after the work and before the effect is settled: it is leased again.
        var died = (
            await office.Store.LeaseEffects(DutyId.Organisation, office.Now(), Duration.FromMinutes(1), office.Cancel)
        ).ShouldHaveSingleItem();
        (await office.App.Get<HandOvers>().CarryOut(handOver, died.RecordedAt, office.Cancel)).ShouldBeOfType<Settlement.RetryAt>();
        await office.HandedOver();

        (await office.TaskOf(chosen)).LeadUnit.ShouldBe(Safety);
        (await office.TaskOf(other)).LeadUnit.ShouldBe(Trade);
        (await office.TaskOf(coordinated)).CoordinatingUnits.ShouldBe([Trade]);
        foreach (var duty in new[] { chosen, other, coordinated })
        {
            (await office.Store.Load(duty, office.Cancel)).Events.Count(e => e.Type == "UnitSucceeded").ShouldBe(1);
        }
    }

    [Fact]
    public async Task D_04_A_duty_given_by_a_replica_that_has_not_heard_of_the_end_is_found_later()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Deputy.Types("việc của tôi");
        var stale = await office.Context();
        await office.End(Planning, Safety);
        var handOver = new Effect.HandOver(Planning, Safety, []);
        (await office.App.Get<HandOvers>().CarryOut(handOver, office.Now(), office.Cancel)).ShouldBeOfType<Settlement.RetryAt>();

        var late = await office.Issue("NV-2026-00001", stale, Planning);
        await office.HandedOver();

        (await office.TaskOf(late)).LeadUnit.ShouldBe(Safety);
    }

    [Fact]
    public async Task D_04_A_round_and_an_escalation_that_arrive_after_the_hand_over_follow_their_task()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Deputy.Types("việc của tôi");
        var task = await office.Issue("NV-2026-00001", await office.Context(), Planning);
        await office.End(Planning, Trade, new ChosenSuccessor(task, Safety));
        await office.End(Industry, Trade);
        await office.HandedOver();

        var act = new Act(office.Now(), HeadOfPlanning);
        var opening = Spec.Given(ARound.Opened()).State.Opening! with
        {
            Task = task,
            LeadUnit = Planning,
            Units = [new(Industry, "-"), new(Safety, "-")],
        };
        await Arrives(office, ARound.Id, new ConsultationCommand.Open(act, ARound.Id, opening));
        var submission = Spec.Given(AnEscalation.Submitted()).State.Opening! with { Task = task, LeadUnit = Planning };
        await Arrives(office, AnEscalation.Id, new EscalationCommand.Submit(act, AnEscalation.Id, submission));

        var round = await office.App.Get<DutyDesk>().Consultation(ARound.Id, office.Cancel);
        round.LeadUnit.ShouldBe(Safety);
        round.Asked.Select(item => item.Unit).ShouldBe([Trade]);
        (await office.App.Get<DutyDesk>().Escalation(AnEscalation.Id, office.Cancel)).LeadUnit.ShouldBe(Safety);
    }

    [Fact]
    public async Task D_04_A_card_that_an_ended_unit_never_got_is_not_posted_to_tell_it_that_it_has_nothing()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.AssignAndAccept()).Duty;
        await office.End(Industry, Trade);
        await office.HandedOver();
        var sent = office.Connector.Requests.Count;

        var quiet = new Effect.ShowCard(CardName.Coordination, new Audience.Channel(Industry), Attention: false);
        (await office.App.Get<Courier>().Show(Held(office, task, "quiet"), quiet, office.Cancel)).ShouldBe(new Settlement.Done());

        office.Connector.Requests.Count.ShouldBe(sent);
    }

    // Twice, as after a process that ended before it had settled the effect.
    private static async Task Arrives(OfficeDriver office, DutyId duty, DutyCommand command)
    {
        for (var time = 1; time <= 2; time++)
        {
            var held = Held(office, duty, $"send-{time}");
            (await office.App.Get<EffectRunner>().Run(held, new Effect.Send(duty, command), office.Cancel)).ShouldBe(new Settlement.Done());
        }
    }

    private static HeldEffect Held(OfficeDriver office, DutyId duty, string id) =>
        new(new LeasedEffect(duty, id, "send", "", 0, office.Now(), ""), office.Store, office.App.Get<Office>());
}
