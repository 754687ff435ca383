using DutyBot.Storage;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Simulation;

/// <summary>Weeks of office life in seconds, each from a seed; <c>DUTYBOT_SEEDS=100-199</c> lives through as many others as wanted.</summary>
public sealed class OfficeLifeTests(ITestOutputHelper output)
{
    private const string Wanted = "DUTYBOT_SEEDS";

    public static TheoryData<int> Seeds => [.. Range(Environment.GetEnvironmentVariable(Wanted) ?? "1-4")];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_fails_no_duty_is_forgotten_no_notice_doubled_no_reply_lost_and_nobody_accused(int seed)
    {
        var life = await OfficeLife.Of(seed);
        output.WriteLine(
            $"{life.Steps.Count} steps, {life.Presses} presses, {life.Promises} promises, {life.Messages} messages, {life.Deaths} deaths"
        );
        if (life.Findings.Count > 0)
        {
            await WriteDown(seed, life);
        }

        life.Findings.ShouldBeEmpty($"{Wanted}={seed} lives it again; every step stands in artifacts/life-{seed}.txt.");
    }

    [Fact]
    public async Task The_same_seed_is_the_same_life()
    {
        var (once, again) = (await OfficeLife.Of(5, days: 3), await OfficeLife.Of(5, days: 3));

        once.Steps.Count.ShouldBeGreaterThan(1000);
        again.Steps.ShouldBe(once.Steps);
    }

    [Fact]
    public async Task A_store_that_forgets_what_is_being_sent_is_found_out()
    {
        var life = await OfficeLife.Of(
            2,
            sabotage: store =>
                Sabotage.Of(
                    store,
                    (member, given) => member == nameof(IDutyStore.MarkSending) ? new ValueTask<LeasedEffect?>((LeasedEffect)given[0]!) : null
                )
        );

        life.Findings.ShouldContain(finding => finding.Contains(" times to "));
    }

    [Fact]
    public async Task A_store_that_loses_a_deadline_is_found_out()
    {
        var life = await OfficeLife.Of(
            2,
            days: 4,
            store =>
                Sabotage.Of(
                    store,
                    (member, given) =>
                        member == nameof(IDutyStore.Append)
                            ? new ValueTask<AppendResult>(store.Append(Undated((DutyAppend)given[0]!), default).AsTask())
                            : null
                )
        );

        life.Findings.ShouldContain(finding => finding.Contains("no row says"));
    }

    private static DutyAppend Undated(DutyAppend append) => append with { After = [.. append.After.Where(owed => owed.Due is null)] };

    private static Task WriteDown(int seed, LifeReport life) =>
        File.WriteAllLinesAsync(
            Repository.Path("artifacts", $"life-{seed}.txt"),
            [.. life.Findings, "", .. life.Done.Select(done => $"{done.Key} {done.Value}"), "", .. life.Logs, "", .. life.Steps]
        );

    private static IEnumerable<int> Range(string wanted)
    {
        var ends = wanted.Split('-').Select(int.Parse).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }
}
