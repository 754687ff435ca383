using System.Text.Json.Nodes;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Options;
using DutyBot.Storage;
using DutyBot.Telemetry;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>The sample department at work on a Monday morning: its people, its channels (one for each unit) and its clock.</summary>
internal sealed class OfficeDriver : IAsyncDisposable
{
    /// <summary>Guards against a test that would wait for ever; nothing is measured by it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    private readonly TestFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
    private readonly CancellationTokenSource patience = new(Patience);
    private readonly LocalIssuer? issuer;
    private readonly string environment;
    private readonly IReadOnlyDictionary<string, string?>? settings;
    private Func<StartOptions, StartOptions>? words;
    private int lastActivity;

    private OfficeDriver(LocalIssuer? issuer, string environment, IReadOnlyDictionary<string, string?>? settings)
    {
        this.issuer = issuer;
        this.environment = environment;
        this.settings = settings;
        Director = new Person(this, SampleOrganisation.Director);
        Deputy = new Person(this, SampleOrganisation.DeputyDirector);
        HeadOfOffice = new Person(this, SampleOrganisation.HeadOfOffice);
        HeadOfPlanning = new Person(this, SampleOrganisation.HeadOfPlanning);
        OfficerOfPlanning = new Person(this, SampleOrganisation.OfficerOfPlanning);
        HeadOfIndustry = new Person(this, SampleOrganisation.HeadOfIndustry);
        OfficerOfIndustry = new Person(this, SampleOrganisation.OfficerOfIndustry);
        HeadOfTrade = new Person(this, SampleOrganisation.HeadOfTrade);
        Outsider = new Person(this, new PersonId("ffffffff-0000-4000-8000-000000000001"));
    }

    public FakeConnector Connector { get; } = new();

    public RunningApp App { get; private set; } = null!;

    public Person Director { get; }

    public Person Deputy { get; }

    public Person HeadOfOffice { get; }

    public Person HeadOfPlanning { get; }

    public Person OfficerOfPlanning { get; }

    public Person HeadOfIndustry { get; }

    public Person OfficerOfIndustry { get; }

    public Person HeadOfTrade { get; }

    /// <summary>Of the tenant, not of the organisation.</summary>
    public Person Outsider { get; }

    public string ServiceUrl => Connector.ServiceUrl;

    public string Database => folder.File("dutybot.db");

    public FakeTimeProvider Time => time;

    public CancellationToken Cancel => patience.Token;

    public IDutyStore Store => App.Get<IDutyStore>();

    /// <param name="issuer">Null for a program without an app id.</param>
    /// <param name="settings">Beside those of the bot's identity.</param>
    /// <param name="more">What else has happened to the organisation before this Monday.</param>
    public static async Task<OfficeDriver> Open(
        LocalIssuer? issuer,
        string environment = "Production",
        IReadOnlyDictionary<string, string?>? settings = null,
        params OrganisationEvent[] more
    )
    {
        var office = await Started(new OfficeDriver(issuer, environment, settings));
        await office.Found(more);
        return office;
    }

    /// <summary>The program on its first day: nothing is known of the organisation.</summary>
    /// <param name="words">Of the person who starts it in Development; null for Production.</param>
    public static Task<OfficeDriver> OpenEmpty(
        LocalIssuer? issuer,
        IReadOnlyDictionary<string, string?> settings,
        Func<StartOptions, StartOptions>? words = null
    ) => Started(new OfficeDriver(issuer, words is null ? "Production" : "Development", settings) { words = words });

    public static string ChannelOf(UnitId unit) => $"19:{unit}@thread.tacv2";

    /// <summary>As the channel calls a person.</summary>
    public static string ChannelIdOf(PersonId person) => $"29:{person}";

    /// <summary>As <see cref="FakeConnector"/> names the chat it opens.</summary>
    public static string ChatOf(PersonId person) => $"a:1-{ChannelIdOf(person)}";

    /// <summary>The process ends and another begins over the same file.</summary>
    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    public ValueTask Stop() => App.DisposeAsync();

    public async Task Start() => App = await Replica();

    /// <summary>Another process over the same file, at the same time; the test ends it.</summary>
    public Task<RunningApp> Replica() => RunningApp.Start(folder.Root, time, Connector, issuer, environment, settings, words);

    public string NextActivityId() => $"f:{Interlocked.Increment(ref lastActivity)}";

    public Task<HttpResponseMessage> Post(JsonObject activity) => App.Post(activity);

    /// <summary>All messages of a conversation, also those that took the place of others, oldest first.</summary>
    public IReadOnlyList<Seen> Messages(string conversation) =>
        [.. Connector.Requests.Select(Seen.In).OfType<Seen>().Where(seen => seen.Conversation == conversation)];

    /// <summary>The newest state of the card whose words include the given ones, once everything has been sent.</summary>
    public async Task<Seen> Latest(string conversation, string saying)
    {
        await Settled();
        return Messages(conversation).LastOrDefault(seen => seen.Says(saying))
            ?? throw new ShouldAssertException(
                $"Nobody said '{saying}' in {conversation}, only:\n{string.Join("\n--\n", Messages(conversation).Select(seen => seen.Words))}"
            );
    }

    /// <summary>Waits until every effect is carried out. Not for tests in which one has to be tried again.</summary>
    public async Task Settled()
    {
        while (await IsSomethingOwed())
        {
            await Task.Yield();
        }
    }

    // What is quiet until the morning is not waited for; what is being measured still is.
    private async Task<bool> IsSomethingOwed() =>
        App.Get<DutyTelemetry>().Draining > 0
        || (await Store.DutiesToDrain(Instant.FromDateTimeOffset(time.GetUtcNow()) + Duration.FromMinutes(5), 100, Cancel)).Count > 0;

    /// <summary>Waits until the Bot Connector has been asked for what the test expects.</summary>
    public async Task Until(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Connector.Arrival(Cancel);
        }
    }

    /// <summary>Time passes, and what fell due in it is dealt with.</summary>
    public async Task Pass(Duration duration)
    {
        await NothingUnderWay();
        time.Advance(duration.ToTimeSpan());
        await App.Get<ClockWorker>().Sweep(Cancel);
        await Settled();
    }

    /// <summary>Time passes, a few seconds after another, until something has been tried again.</summary>
    public async Task PassUntilTrue(Func<bool> isSo)
    {
        while (!isSo())
        {
            await PassSeconds();
        }
    }

    /// <summary>Time passes until every effect is carried out, also those that are tried again.</summary>
    public async Task PassUntilSettled()
    {
        while (await IsSomethingOwed())
        {
            await PassSeconds();
        }
    }

    // Neither a lease nor a request to Teams may run out of time because a test hurries.
    private async Task NothingUnderWay()
    {
        while (App.Get<DutyTelemetry>().Draining > 0)
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task PassSeconds()
    {
        await NothingUnderWay();
        time.Advance(TimeSpan.FromSeconds(5));
        foreach (var duty in await Store.DutiesToDrain(Instant.FromDateTimeOffset(time.GetUtcNow()), 100, Cancel))
        {
            await App.Get<OutboxWorker>().Drain(duty, Cancel);
        }
    }

    /// <summary>Until an hour of a day of the office. The process is down meanwhile and makes up for it in one sweep.</summary>
    public async Task PassUntil(int month, int day, int hour)
    {
        await Settled();
        await Stop();
        time.SetUtcNow(new DateTimeOffset(2026, month, day, hour, 0, 0, TimeSpan.FromHours(7)));
        await Start();
        await Pass(Duration.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await Connector.DisposeAsync();
        patience.Dispose();
        folder.Dispose();
    }

    private static async Task<OfficeDriver> Started(OfficeDriver office)
    {
        await office.Connector.InitializeAsync();
        await office.Start();
        return office;
    }

    private async Task Found(OrganisationEvent[] more)
    {
        await App.Get<OrganisationBook>().Found([.. SampleMonday.Events(this.Now()), .. more], this.Now(), Cancel);
        SampleMonday.Seat(Connector.Answers);
    }
}
