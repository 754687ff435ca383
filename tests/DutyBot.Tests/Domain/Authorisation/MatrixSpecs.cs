using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Authorisation;

/// <summary>
/// 1.4, 1.6, D-03, D-06: everybody tries every command in every situation, in an office where nobody is concerned in what they decide and in four
/// where somebody is. What comes of it is what the rules say when they are said a second time, and what a person has read and approved.
/// </summary>
public sealed class MatrixSpecs
{
    [Fact]
    public void D_06_Everybody_may_what_the_rules_say_and_nothing_else() => Approve(MatrixOffice.Ordinary, MatrixTable.Of(MatrixOffice.Ordinary));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void D_06_Whoever_is_concerned_in_person_does_not_decide(int office)
    {
        var conflict = MatrixOffice.WithConflicts[office];
        var ordinary = MatrixTable.Of(MatrixOffice.Ordinary).ToHashSet();
        Approve(conflict, MatrixTable.Of(conflict).Where(line => !ordinary.Contains(line)));
    }

    private static void Approve(MatrixOffice office, IEnumerable<MatrixLine> lines)
    {
        var text = string.Join('\n', lines.GroupBy(line => line.Situation).Select(g => $"{g.Key}\n{string.Join('\n', g.Select(l => l.Text))}\n"));
        text.ShouldMatchApproved(options =>
            options
                .NoDiff()
                .SubFolder("Approved")
                .WithFileExtension("txt")
                .WithFilenameGenerator((_, _, type, extension) => $"{office.Name}.{type}.{extension}")
        );
    }
}

/// <param name="Text">The command and what comes of it for whom.</param>
internal sealed record MatrixLine(string Situation, string Text);

/// <summary>Tries everything, compares it with the stated rules and says it in words.</summary>
internal static class MatrixTable
{
    private static readonly string[] OfRights = ["E-FORBIDDEN", "E-HEAD-ONLY", "E-CONFLICT-OF-INTEREST"];

    // The clock is late enough that everything has fallen due, and early enough that no delegation has ended.
    private static readonly Instant Late = Dec(30);

    private static readonly PersonId?[] Actors = [.. Cast.All.Select(person => (PersonId?)person), null];

    public static IEnumerable<MatrixLine> Of(MatrixOffice office)
    {
        var opening = Spec.Given(ARound.Opened()).State.Opening!;
        var submission = Spec.Given(AnEscalation.Submitted()).State.Opening!;
        return
        [
            .. Reachable.Tasks.SelectMany(s =>
                Lines("task", s.Key, Spec.Given(s.Value), act => Samples.OfTasks(act, ARound.Id, AnEscalation.Id), StatedRules.Of, office)
            ),
            .. Reachable.Rounds.SelectMany(s =>
                Lines("round", s.Key, Spec.Given(s.Value), act => Samples.OfRounds(act, opening), StatedRules.Of, office)
            ),
            .. Reachable.Escalations.SelectMany(s =>
                Lines("escalation", s.Key, Spec.Given(s.Value), act => Samples.OfEscalations(act, submission), StatedRules.Of, office)
            ),
            .. Reachable.Campaigns.SelectMany(s => Lines("campaign", s.Key, Spec.Given(s.Value), Samples.OfCampaigns, StatedRules.Of, office)),
            .. Reachable.Reminders.SelectMany(s => Lines("reminders", s.Key, Spec.Given(s.Value), Samples.OfReminders, StatedRules.Of, office)),
        ];
    }

    private static IEnumerable<MatrixLine> Lines<TState, TEvent, TCommand>(
        string duty,
        string situation,
        Given<TState, TEvent, TCommand> given,
        Func<Act, IEnumerable<TCommand>> commands,
        Func<TCommand, TState, MatrixOffice, Stated> stated,
        MatrixOffice office
    )
        where TCommand : DutyCommand
    {
        var now = LastAct(given.Past) + Duration.FromMinutes(1);
        var byActor = Actors.Select(by => commands(new Act(now, by)).Select(AtItsTime).ToList()).ToList();
        var variants = Enumerable.Range(0, byActor[0].Count);
        foreach (var kind in variants.GroupBy(i => NameOf(byActor[0][i])))
        {
            var outcomes = kind.Select(i => Outcomes(i).ToList()).ToList();
            var told = outcomes.Find(o => o.Exists(one => one.Did)) ?? outcomes[0];
            yield return new MatrixLine($"{duty}, {situation}", $"  {kind.Key}: {Words(told)}");
        }

        IEnumerable<MatrixOutcome> Outcomes(int variant)
        {
            var tried = Actors.Select((by, who) => Try(by, byActor[who][variant])).ToList();
            var somebodyDid = tried.Exists(one => one.Did);
            foreach (var (one, who) in tried.Select((one, who) => (one, who)))
            {
                Check(one, byActor[who][variant], somebodyDid);
                yield return one;
            }
        }

        MatrixOutcome Try(PersonId? by, TCommand command)
        {
            var decision = given.In(office.Context).When(command).Decision;
            return new MatrixOutcome(by, decision.Events.Select(e => ActOf(e)).ToList(), decision.Problems);
        }

        void Check(MatrixOutcome one, TCommand command, bool somebodyDid)
        {
            var rule = stated(command, given.State, office);
            var what = $"{office.Name}: {one.By?.Value ?? "system"} tries {command} when {situation}";
            if (rule.May.Contains(one.By))
            {
                one.Keys.Intersect(OfRights).ShouldBeEmpty(what);
                return;
            }

            one.Did.ShouldBeFalse(what);
            // Whoever did it last may press again: that changes nothing, whatever they may do today.
            var isRepeat = one.Problems.IsEmpty && ActOf(given.Past[^1]).By == one.By;
            if (somebodyDid && !isRepeat)
            {
                one.Keys.ShouldBe([rule.RefusalOf(one.By)], what);
            }
        }

        static TCommand AtItsTime(TCommand command) =>
            IsOfClock(command) ? (TCommand)(command with { Act = command.Act with { At = Late } }) : command;
    }

    private static bool IsOfClock(DutyCommand command) => command.GetType().Name == nameof(TaskCommand.PassDeadline);

    private static string NameOf(DutyCommand command) =>
        command.GetType().GetProperty("Unit")?.GetValue(command) is UnitId unit ? $"{command.GetType().Name} of {unit}" : command.GetType().Name;

    private static Instant LastAct<TEvent>(ImmutableArray<TEvent> past) => past.IsEmpty ? Nov(9) : ActOf(past[^1]).At;

    private static Act ActOf<TEvent>(TEvent happened) =>
        happened switch
        {
            TaskEvent e => e.Act,
            DutyBot.Domain.Consultations.ConsultationEvent e => e.Act,
            EscalationEvent e => e.Act,
            ReminderEvent e => e.Act,
            DutyBot.Domain.Campaigns.CampaignEvent e => e.Act,
            _ => throw new ArgumentException("No such duty.", nameof(happened)),
        };

    // "director, deputy-director: does it; others: E-FORBIDDEN"
    private static string Words(IEnumerable<MatrixOutcome> outcomes)
    {
        var groups = outcomes.GroupBy(one => one.Words).OrderBy(g => g.Count()).ToList();
        return string.Join(
            "; ",
            groups.Select(
                (g, i) => $"{(groups.Count == 1 ? "everybody" : i == groups.Count - 1 ? "others" : string.Join(", ", g.Select(o => o.Who)))} {g.Key}"
            )
        );
    }
}

internal sealed record MatrixOutcome(PersonId? By, IReadOnlyList<Act> Acts, ImmutableArray<Problem> Problems)
{
    public bool Did => Acts.Count > 0;

    public IEnumerable<string> Keys => Problems.Select(problem => problem.Key);

    public string Who => By?.Value ?? "system";

    public string Words =>
        Did && Acts[0].InConflict ? "→ done, concerned though they are"
        : Did
            ? Acts[0].OnBehalfOf is { } grantor && grantor != By ? $"→ done for {grantor}"
                : "→ done"
        : Problems.IsEmpty ? "→ nothing new"
        : $"→ {string.Join(' ', Problems.Select(Text))}";

    private static string Text(Problem problem) =>
        problem.Key == "E-CONFLICT-OF-INTEREST" ? $"{problem.Key} ({problem.Arguments[0].Value} decides)" : problem.Key;
}
