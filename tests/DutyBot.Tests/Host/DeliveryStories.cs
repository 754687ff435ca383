using DutyBot.Development;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>A card is sent although the service, the process or the address book stands in the way.</summary>
public sealed class DeliveryStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task A_service_that_names_a_time_is_asked_again_then_and_the_card_is_posted_once()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.Deputy.Types("giao việc");
        office.Connector.Next(new ConnectorReply(429, RetryAfter: "60"));

        await office.Deputy.Presses(form, "Giao nhiệm vụ", Routine.TaskFields);
        await office.Until(() => Cards(office) == 1);
        await office.PassUntilTrue(() => Cards(office) == 2);
        await office.Settled();
        await office.Pass(Duration.FromMinutes(10));

        Cards(office).ShouldBe(2, "the one that was refused and the one that was taken");
        (await office.Store.DeadEffects(10, office.Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_without_the_bot_makes_a_dead_letter_and_holds_nothing_up()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.Deputy.Types("giao việc");
        office.Connector.Next(new ConnectorReply(403, """{"error":{"code":"BotNotInConversationRoster","message":"-"}}"""));

        await office.Deputy.Presses(form, "Giao nhiệm vụ", Routine.TaskFields);
        await office.Settled();

        var dead = (await office.Store.DeadEffects(10, office.Cancel)).ShouldHaveSingleItem();
        dead.Duty.ShouldBe(form.Duty);
        dead.Error.ShouldBe("403 BotNotInConversationRoster");
        var mine = await office.HeadOfPlanning.Types("việc của tôi");
        mine.Words.ShouldContain(Routine.Work);
    }

    [Fact]
    public async Task What_was_recorded_before_the_process_ended_is_sent_by_the_next_one()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.Deputy.Types("giao việc");
        await office.App.Get<OutboxWorker>().StopAsync(office.Cancel);

        await office.Deputy.Presses(form, "Giao nhiệm vụ", Routine.TaskFields);
        Cards(office).ShouldBe(0);
        await office.Restart();
        await office.PassUntilTrue(() => Cards(office) == 1);
        await office.Settled();

        office.Messages(SampleOrganisation.Planning).ShouldHaveSingleItem().Words.ShouldContain(Routine.Work);
    }

    [Fact]
    public async Task Somebody_who_never_wrote_is_found_through_the_roster_of_their_channel()
    {
        await using var office = await OfficeDriver.Open(issuer);

        await office.AssignAndAccept();

        office.Messages(office.OfficerOfPlanning.Chat).ShouldHaveSingleItem().Words.ShouldContain("được phân công thực hiện");
        office.Connector.Requests.ShouldContain(request => request.Method == "GET" && request.Target.Contains("pagedmembers"));
    }

    private static int Cards(OfficeDriver office) => office.Messages(SampleOrganisation.Planning).Count;
}
