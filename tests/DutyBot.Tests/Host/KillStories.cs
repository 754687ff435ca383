using System.Text.Json;
using DutyBot.Delivery;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Teams.Connector;
using DutyBot.Telemetry;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>The built program is killed or told to end in the middle of its work, and another goes on over the same file (issue 4).</summary>
public sealed class KillStories : IAsyncLifetime
{
    private const int Notices = 2_000;
    private const int Kills = 3;

    /// <summary>How many effects a process carries out at a time.</summary>
    private const int Hands = 8;

    private static readonly Instant Start = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private readonly TestFolder folder = new();
    private readonly FakeConnector connector = new();

    /// <summary>Guards against a test that would wait for ever; nothing is measured by it.</summary>
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(5));

    public ValueTask InitializeAsync() => connector.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await connector.DisposeAsync();
        patience.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Notices_of_one_minute_go_out_by_urgency_and_kill_9_loses_and_doubles_none()
    {
        await Seed(Notices);
        var runs = new List<IReadOnlyList<string>>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var process = RunningProcess.Start(folder.Root);
            await process.While(() => Arrive(kill * Notices / (Kills + 1)));
            await process.Kill();
            runs.Add([.. Chats().Skip(runs.Sum(run => run.Count))]);
        }

        var dead = await Rest();
        runs.Add([.. Chats().Skip(runs.Sum(run => run.Count))]);

        Chats().ShouldBeUnique();
        runs.ShouldAllBe(run => run.Count > 0 && run.SkipWhile(IsUrgent).Count(IsUrgent) < Hands);
        dead.ShouldAllBe(letter => letter.Error == DeliveryErrors.OutcomeUnknown);
        dead.Count.ShouldBeLessThanOrEqualTo(Hands * Kills);
        Chats().Union(dead.Select(letter => ChatOf(letter.Json))).Count().ShouldBe(Notices, "what did not arrive is seen by the admin");
    }

    [Fact]
    public async Task A_program_that_is_told_to_end_settles_what_it_has_sent_and_leaves_the_rest_to_the_next()
    {
        const int Few = 1_000;
        await Seed(Few);
        using var process = RunningProcess.Start(folder.Root);
        await process.While(() => Arrive(Few / 4));

        (await process.Terminate()).ShouldBe(0);

        await using var store = StorePair.Sqlite(folder.File("dutybot.db"));
        await store.Duties.Prepare(patience.Token);
        var (left, now) = (new List<LeasedEffect>(), Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));
        foreach (var person in People(Few))
        {
            left.AddRange(await store.Duties.LeaseEffects(DutyId.InboxOf(person), now, HeldEffect.Lease, patience.Token));
        }

        Chats().ShouldBeUnique();
        left.ShouldAllBe(effect => !effect.IsInDoubt && effect.Attempts == 0);
        left.Select(effect => ChatOf(effect.Json)).Concat(Chats()).ShouldBe(People(Few).Select(Chat), ignoreOrder: true);
    }

    // Of the last one to finish them; for it the leases of those that were killed are over.
    private async Task<IReadOnlyList<DeadEffect>> Rest()
    {
        var later = new FakeTimeProvider((Start + Duration.FromHours(1)).ToDateTimeOffset());
        await using var app = await RunningApp.Start(folder.Root, later, connector, issuer: null, "Development");
        var store = app.Get<IDutyStore>();
        var end = Start + Duration.FromHours(2);
        while (app.Get<DutyTelemetry>().Draining > 0 || (await store.DutiesToDrain(end, 1, patience.Token)).Count > 0)
        {
            await Task.Yield();
        }

        return [.. (await store.DeadEffects(Notices, patience.Token)).Where(letter => letter.Duty.Kind == DutyKind.Inbox)];
    }

    private async Task Arrive(int count)
    {
        while (Chats().Count() < count)
        {
            await connector.Arrival(patience.Token);
        }
    }

    // The conversations written to, in order of arrival.
    private IEnumerable<string> Chats() =>
        connector
            .Requests.Select(request => Seen.In(request)?.Conversation)
            .OfType<string>()
            .Where(chat => chat.StartsWith("chat-", StringComparison.Ordinal));

    private static bool IsUrgent(string chat) => chat.EndsWith("-urgent", StringComparison.Ordinal);

    private static string ChatOf(string reminder) => Chat(((Effect.Remind)StoredEffects.Read(reminder)!).To);

    private static string Chat(PersonId person) => $"chat-{person}";

    // A notice for each of so many people, the urgent ones among the others, all of them due since some minutes.
    private async Task Seed(int count)
    {
        await using var store = StorePair.Sqlite(folder.File("dutybot.db"));
        await store.Duties.Prepare(patience.Token);
        await Found();
        await Parallel.ForEachAsync(People(count), patience.Token, async (person, _) => await Owe(store, person));
    }

    private static IEnumerable<PersonId> People(int count) =>
        Enumerable.Range(0, count).Select(i => new PersonId(i % 4 == 3 ? $"{i:00000}-urgent" : $"{i:00000}"));

    private async Task Found()
    {
        var time = new FakeTimeProvider(Start.ToDateTimeOffset());
        await using var app = await RunningApp.Start(folder.Root, time, connector, issuer: null, "Development");
        var sample = SampleOrganisation.From(new LocalDate(Start.InUtc().Year, 1, 1), Language.Vietnamese);
        await app.Get<OrganisationBook>().Found(sample.Events, Start, patience.Token);
    }

    private async Task Owe(StorePair store, PersonId person)
    {
        var chat = JsonSerializer.Serialize(
            new KnownPerson(new ConversationAddress(connector.ServiceUrl, Chat(person)), null),
            AddressJson.Default.KnownPerson
        );
        await store.Addresses.Remember($"person|{person}", chat, patience.Token);
        // Of an obligation that the organisation always has.
        var notice = new DueNotice("1", DutyId.Organisation, OrganisationObligations.Reachability, "n.letters.none", [], IsUrgent(Chat(person)));
        var json = JsonSerializer.Serialize<Effect>(new Effect.Remind(person, [notice]), DutyJson.Options);
        var append = StoreSamples.Following(StoreSamples.Unwritten(DutyId.InboxOf(person)), "{}") with
        {
            Now = Start - Duration.FromMinutes(5),
            Effects = [new NewEffect("1", "tell", json, null)],
        };
        (await store.Duties.Append(append, patience.Token)).ShouldBeOfType<AppendResult.Appended>();
    }
}
