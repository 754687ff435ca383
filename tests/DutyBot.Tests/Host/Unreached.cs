using System.Text.Json.Nodes;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Storage;
using DutyBot.Telemetry;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>What the stories of people whom messages do not reach have in common.</summary>
internal static class Unreached
{
    /// <summary>Of whoever is sent for.</summary>
    public const string Summons = "có thông báo của DutyBot chưa gửi được đến đoạn chat riêng";

    /// <summary>The same, to a colleague.</summary>
    public const string Asked = "DutyBot chưa gửi được thông báo đến đoạn chat riêng của đồng chí";

    public static readonly ConnectorReply Blocked = new(403, """{"error":{"code":"MessageWritesBlocked","message":"-"}}""");
    public static readonly ConnectorReply NotInstalled = new(403, """{"error":{"code":"BotNotInConversationRoster","message":"-"}}""");

    /// <summary>The officer of Industry keeps in touch for Planning too.</summary>
    public static readonly OrganisationEvent FocalPoint = new OrganisationEvent.Appointed(
        Mornings.Earlier,
        SampleOrganisation.OfficerOfIndustry,
        SampleOrganisation.Planning,
        Position.FocalPoint,
        new LocalDate(2026, 1, 1),
        null
    );

    public static void Refuses(this OfficeDriver office, string conversation, ConnectorReply reply) =>
        office.Connector.Refusals[conversation] = reply;

    public static void Takes(this OfficeDriver office, string conversation) => office.Connector.Refusals.TryRemove(conversation, out _);

    /// <summary>A task comes to the officer of Planning, who is told so in person and does not get it.</summary>
    /// <returns>The task.</returns>
    public static async Task<DutyId> Miss(this OfficeDriver office, ConnectorReply? reply = null, int no = 0)
    {
        office.Refuses(office.OfficerOfPlanning.Chat, reply ?? Blocked);
        var card = await office.Assign(("documentSymbol", $"28{no}/CĐ-TTg"));
        var form = await office.HeadOfPlanning.Presses(card, "Tiếp nhận");
        await office.HeadOfPlanning.Presses(form, "Tiếp nhận", ("officer", SampleOrganisation.OfficerOfPlanning.Value));
        await office.Settled();
        return card.Duty;
    }

    /// <summary>A minute of working time, in which whoever is to be sent for is sent for.</summary>
    public static Task PassAMinute(this OfficeDriver office) => office.Pass(Duration.FromMinutes(1));

    public static IReadOnlyList<Seen> SummonsIn(this OfficeDriver office, UnitId unit) =>
        [.. office.Messages(unit).Where(seen => seen.Says(Summons))];

    /// <summary>In any chat and any channel.</summary>
    public static int AllSummons(this OfficeDriver office) =>
        office.Connector.Requests.Select(Seen.In).OfType<Seen>().Count(seen => seen.Says(Summons) || seen.Says(Asked));

    public static async Task<IReadOnlyList<DeadEffect>> Letters(this OfficeDriver office) => await office.Store.DeadEffects(100, office.Cancel);

    /// <summary>Time passes, attempt after attempt, until something is given up; the clock of deadlines stands still.</summary>
    public static async Task PassUntilGivenUp(this OfficeDriver office)
    {
        await office.App.Get<ClockWorker>().StopAsync(office.Cancel);
        while ((await office.Letters()).Count == 0)
        {
            while (office.App.Get<DutyTelemetry>().Draining > 0)
            {
                await Task.Yield();
            }

            office.Time.Advance(TimeSpan.FromMinutes(5));
            foreach (var duty in await office.Store.DutiesToDrain(office.Now(), 100, office.Cancel))
            {
                await office.App.Get<OutboxWorker>().Drain(duty, office.Cancel);
            }
        }
    }

    /// <summary>Teams says that the app was installed in, or removed from, a person's chat.</summary>
    public static async Task Installs(this OfficeDriver office, Person person, string action)
    {
        var activity = person.Message(person.Chat, "action", action);
        activity["type"] = JsonValue.Create("installationUpdate");
        (await office.Post(activity)).EnsureSuccessStatusCode();
        await office.Settled();
    }
}
