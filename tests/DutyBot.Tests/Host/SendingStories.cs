using DutyBot.Delivery;
using DutyBot.Development;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Tests.Cards;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;

namespace DutyBot.Tests.Host;

/// <summary>A notice reaches Teams once or is given up visibly, whatever line the process dies on (D33).</summary>
public sealed class SendingStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task What_was_sent_and_not_settled_is_not_sent_again_but_seen_by_the_admin()
    {
        await using var office = await Owing.Idle(issuer);
        var duty = (await office.Owe(1)).Single();
        (await office.DiesAfterIt(duty)).ShouldBe(new Settlement.Done());

        await office.Drain(duty);
        (await office.Dead()).ShouldBeEmpty();
        await office.DrainAfterTheLease(duty);
        await office.DrainAfterTheLease(duty);

        office.Notices().ShouldBe(1);
        (await office.Dead())
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(letter => letter.Duty.ShouldBe(duty), letter => letter.Error.ShouldBe(DeliveryErrors.OutcomeUnknown));
    }

    [Fact]
    public async Task What_was_taken_and_not_sent_is_sent_once_when_the_lease_ends()
    {
        await using var office = await Owing.Idle(issuer);
        var duty = (await office.Owe(1)).Single();
        await office.DiesBeforeIt(duty);

        await office.DrainAfterTheLease(duty);
        await office.DrainAfterTheLease(duty);

        office.Notices().ShouldBe(1);
        (await office.Dead()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_admin_has_what_is_in_doubt_sent_again_and_it_arrives()
    {
        await using var office = await Owing.Idle(issuer);
        var duty = (await office.Owe(1)).Single();
        await office.DiesAfterIt(duty);
        await office.DrainAfterTheLease(duty);
        await office.Restart();

        var letters = await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Không gửi được");
        letters.Words.ShouldContain("Lý do: Teams không xác nhận, chưa rõ đã nhận hay chưa; gửi lại có thể làm trùng.");
        var form = await office.HeadOfOffice.Presses(letters, "Thử lại");
        await office.HeadOfOffice.Sends(form.Conversation, Presser.Execute(form.Card, "Thử lại"));
        await office.Settled();

        office.Notices().ShouldBe(2);
        (await office.Dead()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    public async Task What_Teams_did_not_take_is_in_no_doubt_and_goes_out_later(int status)
    {
        await using var office = await Owing.Idle(issuer);
        var duty = (await office.Owe(1)).Single();
        office.Connector.Next(new ConnectorReply(status, RetryAfter: "60"));
        await office.Drain(duty);

        office.Time.Advance(TimeSpan.FromMinutes(2));
        await office.DiesBeforeIt(duty);
        await office.DrainAfterTheLease(duty);

        office.Notices().ShouldBe(2, "the one that was refused and the one that was taken");
        (await office.Dead()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_way_to_Teams_nothing_is_in_doubt()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.App.Get<OutboxWorker>().StopAsync(office.Cancel);
        var duty = (await office.Owe(1)).Single();

        await office.Drain(duty);
        office.Time.Advance(TimeSpan.FromMinutes(2));

        var again = await office.DiesBeforeIt(duty);
        (again.Attempts, again.IsInDoubt).ShouldBe((1, false));
        (await office.Dead()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_has_lost_the_lease_does_not_send()
    {
        await using var office = await Owing.Idle(issuer);
        var duty = (await office.Owe(1)).Single();
        var late = office.Hold(await office.DiesBeforeIt(duty));
        await office.DrainAfterTheLease(duty);

        var settlement = await office.App.Get<EffectRunner>().Run(late, StoredEffects.Read(late.Leased.Json)!, office.Cancel);

        (await office.Store.Settle(late.Leased, settlement, office.Cancel)).ShouldBeFalse();
        office.Notices().ShouldBe(1);
        (await office.Dead()).ShouldBeEmpty();
    }

    [Fact]
    public async Task D9_A_card_of_unknown_fate_is_sent_again()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.Deputy.Types("giao việc");
        await office.App.Get<OutboxWorker>().StopAsync(office.Cancel);
        await office.Deputy.Presses(form, "Giao nhiệm vụ", Routine.TaskFields);
        await office.DiesAfterIt(form.Duty);

        await office.DrainAfterTheLease(form.Duty);

        office.Messages(SampleOrganisation.Planning).Count(seen => seen.Says(Routine.Work)).ShouldBe(2);
        (await office.Dead()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_what_a_worker_had_taken_only_what_it_was_sending_is_given_up()
    {
        await using var office = await Owing.Idle(issuer);
        var told = new Effect.Tell(new Audience.Channel(SampleOrganisation.Planning), "n.letters.none", []);
        var duty = await office.Owe(told, told);
        await office.DiesAfterIt(duty);

        await office.DrainAfterTheLease(duty);

        office.Notices().ShouldBe(2, "the second was only taken, not sent");
        (await office.Dead()).ShouldHaveSingleItem().Id.ShouldBe("0");
    }
}
