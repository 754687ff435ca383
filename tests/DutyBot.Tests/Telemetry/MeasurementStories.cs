using System.Diagnostics;
using DutyBot.Domain;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Host;
using DutyBot.Workers;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace DutyBot.Tests.Telemetry;

/// <summary>What the program says of its own work.</summary>
public sealed class MeasurementStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private static readonly DutyId Unknown = DutyId.New(DutyKind.Task, 2026, 7);

    [Fact]
    public async Task An_assignment_is_one_command_and_its_card_one_effect()
    {
        await using var office = await OfficeDriver.Open(issuer);
        using var listener = new Listener(office.App);

        var card = await office.Assign();

        var command = listener.Spans("dutybot.command").Single(span => Tag(span, "dutybot.command") == "Issue");
        Tag(command, "dutybot.duty").ShouldBe(card.Duty.Value);
        Tag(command, "dutybot.outcome").ShouldBe("accepted");
        command.Status.ShouldBe(ActivityStatusCode.Unset);
        listener
            .All("dutybot.commands")
            .Where(measured => measured.Tags.Contains("dutybot.command=Issue"))
            .ShouldHaveSingleItem()
            .Tags.ShouldBe(["dutybot.duty.kind=Task", "dutybot.command=Issue", "dutybot.outcome=accepted"]);
        var effect = listener.Spans("dutybot.effect").First(span => Tag(span, "dutybot.effect") == "ShowCard");
        (Tag(effect, "dutybot.duty"), Tag(effect, "dutybot.outcome")).ShouldBe((card.Duty.Value, "done"));
        listener.All("dutybot.effects.settled").ShouldContain(measured => measured.Tags.Contains("dutybot.outcome=done"));
        listener.All("dutybot.outbox.lag").ShouldAllBe(measured => measured.Value >= 0);
        listener.All("dutybot.outbox.lag").Count.ShouldBe(listener.All("dutybot.effects.settled").Count);
    }

    [Fact]
    public async Task A_refused_command_is_counted_as_refused_with_the_key_of_the_rule()
    {
        await using var office = await OfficeDriver.Open(issuer);
        using var listener = new Listener(office.App);

        var answer = await Execute(office);

        answer.IsAccepted.ShouldBeFalse();
        var span = listener.Spans("dutybot.command").ShouldHaveSingleItem();
        (Tag(span, "dutybot.outcome"), Tag(span, "dutybot.problem")).ShouldBe(("refused", answer.Problems[0].Key));
        span.Status.ShouldBe(ActivityStatusCode.Unset, "a refusal is an answer, not a fault");
    }

    [Fact]
    public async Task A_command_that_fails_is_counted_as_failed_and_its_span_is_an_error()
    {
        await using var office = await OfficeDriver.Open(issuer);
        using var listener = new Listener(office.App);
        await office.Hide("Events");

        await Should.ThrowAsync<SqliteException>(() => Execute(office));
        await office.PutBack("Events");

        var span = listener.Spans("dutybot.command").ShouldHaveSingleItem();
        (Tag(span, "dutybot.outcome"), span.Status).ShouldBe(("failed", ActivityStatusCode.Error));
        listener.All("dutybot.commands").ShouldHaveSingleItem().Tags.ShouldContain("dutybot.outcome=failed");
    }

    [Fact]
    public async Task An_effect_that_is_given_up_is_counted_where_an_alarm_can_watch_it()
    {
        await using var office = await OfficeDriver.Open(issuer);
        using var listener = new Listener(office.App);
        var form = await office.Deputy.Types("giao việc");
        office.Connector.Next(new ConnectorReply(403, """{"error":{"code":"BotNotInConversationRoster","message":"-"}}"""));

        await office.Deputy.Presses(form, "Giao nhiệm vụ", Routine.TaskFields);
        await office.Settled();

        listener.All("dutybot.effects.dead").ShouldHaveSingleItem().Tags.ShouldBe(["dutybot.effect=ShowCard"]);
        listener.Spans("dutybot.effect").Single(span => Tag(span, "dutybot.outcome") == "dead").Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Fact]
    public async Task A_sweep_of_the_clock_says_how_much_was_due_and_a_clock_that_stands_still_shows()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.App.Get<ClockWorker>().StopAsync(office.Cancel);
        using var listener = new Listener(office.App);

        await office.App.Get<ClockWorker>().Sweep(office.Cancel);
        listener.Observe();
        office.Time.Advance(TimeSpan.FromMinutes(2));
        listener.Observe();

        listener.Spans("dutybot.clock.sweep").ShouldHaveSingleItem().GetTagItem("dutybot.due").ShouldBe(0);
        listener.All("dutybot.clock.lag").Select(measured => measured.Value).ShouldBe([0, 120]);
    }

    [Fact]
    public async Task A_sweep_that_fails_is_an_error()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.App.Get<ClockWorker>().StopAsync(office.Cancel);
        using var listener = new Listener(office.App);
        await office.Hide("Register");

        await Should.ThrowAsync<SqliteException>(() => office.App.Get<ClockWorker>().Sweep(office.Cancel));
        await office.PutBack("Register");

        listener.Spans("dutybot.clock.sweep").ShouldHaveSingleItem().Status.ShouldBe(ActivityStatusCode.Error);
    }

    private static Task<Answer> Execute(OfficeDriver office) =>
        office
            .App.Get<DutyDesk>()
            .Execute(Unknown, new TaskCommand.Cancel(Act.OfSystem(Instant.FromUtc(2026, 11, 23, 1, 0)), "Không còn cần thiết."), office.Cancel)
            .AsTask();

    private static string? Tag(Activity span, string name) => span.GetTagItem(name)?.ToString();
}
