using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Storage;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Host;
using NodaTime;

namespace DutyBot.Tests.Simulation;

/// <summary>
/// Some weeks of an office from one seed: officials act, time passes, services fail and processes die; then the storm is over, and what was owed
/// must have been done. One thread, one order of steps: the same seed is the same life.
/// </summary>
internal sealed class OfficeLife : IAsyncDisposable
{
    /// <summary>A life with more steps than this turns in a circle.</summary>
    private const int MostSteps = 400_000;

    private static readonly TimeSpan Night = TimeSpan.FromHours(13);

    private readonly Findings findings = new();
    private readonly List<string> steps = [];
    private readonly Town town;
    private readonly Weather weather;
    private readonly Turns turns;
    private readonly Cluster cluster;
    private readonly Post post;
    private readonly IReadOnlyList<PersonId> people = [.. Members().Select(member => member.Key)];
    private readonly IReadOnlyList<Official> officials;
    private readonly IReadOnlyList<Official> assigners;
    private DateTimeOffset restartAt;

    private OfficeLife(int seed, Func<IDutyStore, IDutyStore>? sabotage)
    {
        town = new Town(seed, sabotage);
        weather = new Weather(town.Dice);
        turns = new Turns(town.Time, weather);
        cluster = new Cluster(town, turns, findings);
        post = new Post(town, cluster, findings);
        officials = [.. Members().Select(member => new Official(member.Key, Assigners.Contains(member.Key), [.. member], town, post))];
        assigners = [.. officials.Where(official => official.IsAssigner)];
    }

    /// <param name="days">Of storms and calms, before everything has to be carried out.</param>
    public static async Task<LifeReport> Of(int seed, int days = 14, Func<IDutyStore, IDutyStore>? sabotage = null)
    {
        var context = SynchronizationContext.Current;
        var life = new OfficeLife(seed, sabotage);
        try
        {
            SynchronizationContext.SetSynchronizationContext(null);
            return life.Live(days);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
            await life.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.End();
        await town.DisposeAsync();
    }

    private LifeReport Live(int days)
    {
        Steps.Outside(async () =>
        {
            await Founding.Of(town);
            return true;
        });
        cluster.StartMissing();
        while (town.Time.GetUtcNow() < Town.Begin.AddDays(days) && steps.Count < MostSteps)
        {
            Happens();
        }

        weather.End();
        town.Mailroom.Answers.Refusals.Clear();
        cluster.StartMissing();
        var end = town.Time.GetUtcNow().AddDays(4);
        // Until noon: what is quiet at night leaves in the morning.
        while ((town.Time.GetUtcNow() < end || town.Hour is < 12 or > 16) && steps.Count < MostSteps)
        {
            Settles();
        }

        Steps.Outside(async () =>
        {
            await new RecordCheck(town, post, findings).All();
            return true;
        });
        if (steps.Count >= MostSteps)
        {
            findings.Add("It turns in a circle.");
        }

        if (turns.Stranger is { } stack)
        {
            findings.Add($"Something ran on a thread that the seed does not rule: {stack.ReplaceLineEndings(" ")}");
        }

        return new LifeReport(
            findings.All,
            steps,
            [.. cluster.Logs],
            post.Done,
            post.Presses,
            post.Promises.Count,
            cluster.Deaths,
            town.Mailroom.Accepted
        );
    }

    // One step of somebody, or something new.
    private void Happens()
    {
        turns.RunPosted();
        if (turns.Ready is { Count: > 0 } ready && town.Dice.Chance(0.97))
        {
            Step(ready);
            return;
        }

        var hour = town.Hour;
        switch (town.Dice.Number(1000))
        {
            case < 600 when hour is >= 8 and < 18:
                cluster.Begin(Somebody().Act);
                break;
            case < 620:
                cluster.Begin(post.BringHeld);
                break;
            case < 623:
                Blocks();
                break;
            case < 624:
                Outage();
                break;
            default:
                Passes();
                break;
        }
    }

    private void Settles()
    {
        turns.RunPosted();
        if (turns.Ready is { Count: > 0 } ready)
        {
            Step(ready);
        }
        else
        {
            town.Time.Advance(TimeSpan.FromMinutes(5));
        }
    }

    private void Step(IReadOnlyList<Turn> ready)
    {
        var turn = town.Dice.Pick(ready);
        var fate = weather.Draw(turn.Kind);
        Note($"{turn.Of.Name} {turn.What} {fate}");
        if (fate is Fate.Dies)
        {
            Dies(turn.Of);
            return;
        }

        turns.Give(turn, fate);
        if (fate is Fate.DiesAfterwards)
        {
            turns.RunPosted();
            Dies(turn.Of);
        }
    }

    private void Dies(Replica replica)
    {
        replica.Die(turns);
        restartAt = town.Time.GetUtcNow() + TimeSpan.FromMinutes(town.Dice.Between(0, 40));
    }

    // Somebody blocks the bot, or lets it in again.
    private void Blocks()
    {
        var chat = OfficeDriver.ChatOf(town.Dice.Pick(people));
        if (!town.Mailroom.Answers.Refusals.TryRemove(chat, out _))
        {
            town.Mailroom.Answers.Refusals[chat] = new ConnectorReply(403, """{"error":{"code":"MessageWritesBlocked","message":"-"}}""");
        }
    }

    // Nobody works, and no process runs; sometimes for a week.
    private void Outage()
    {
        cluster.KillAll();
        town.Time.Advance(TimeSpan.FromHours(town.Dice.Chance(0.8) ? town.Dice.Between(1, 12) : town.Dice.Between(24, 120)));
        cluster.StartMissing();
        Note("outage");
    }

    private void Passes()
    {
        var now = town.Time.GetUtcNow();
        if (now >= restartAt)
        {
            cluster.StartMissing();
        }

        if (turns.NextHeld is { } held)
        {
            town.Time.Advance(held > now ? held - now : TimeSpan.FromSeconds(town.Dice.Between(1, 20)));
            return;
        }

        var isNight = town.Hour >= 18;
        town.Time.Advance(
            isNight ? Night / town.Dice.Between(1, 4)
            : town.Dice.Chance(0.3) ? TimeSpan.FromSeconds(town.Dice.Between(1, 40))
            : TimeSpan.FromMinutes(town.Dice.Between(1, 30))
        );
        if (isNight || town.Dice.Chance(0.02))
        {
            weather.Change();
        }
    }

    private void Note(string what) => steps.Add($"{town.Now} {what}");

    // Whoever may assign is busier than the others, or nothing would be there to be done.
    private Official Somebody() => town.Dice.Pick(town.Dice.Chance(0.25) ? assigners : officials);

    private static IReadOnlyList<PersonId> Assigners { get; } = [SampleOrganisation.Director, SampleOrganisation.DeputyDirector];

    private static IEnumerable<IGrouping<PersonId, string>> Members() =>
        SampleMonday
            .Events(Instant.FromDateTimeOffset(Town.Begin))
            .OfType<OrganisationEvent.Appointed>()
            .GroupBy(appointed => appointed.Person, appointed => OfficeDriver.ChannelOf(appointed.Unit));
}
