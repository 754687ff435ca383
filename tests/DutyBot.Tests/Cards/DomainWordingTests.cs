using System.Text.RegularExpressions;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using DutyBot.Tests.Fixtures;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;
using Texts = DutyBot.Teams.Texts;

namespace DutyBot.Tests.Cards;

/// <summary>Whatever the domain says, it can be said in both languages, with the very values it passes.</summary>
public sealed partial class DomainWordingTests
{
    private static readonly Names[] Readers = [.. Enum.GetValues<Language>().Select(language => NamedOffice.NamesAt(Nov(13), Texts.Of(language)))];

    [Fact]
    public void Every_notice_has_words()
    {
        var said = Effects().OfType<Effect.Tell>().ToList();
        var due = Effects().OfType<Effect.Notify>().Select(notify => notify.Notice).ToList();

        foreach (var names in Readers)
        {
            said.ForEach(notice => names.Of(notice).ShouldNotBeNullOrWhiteSpace());
            due.ForEach(notice => names.Of(notice).ShouldNotBeNullOrWhiteSpace());
        }

        var inSource = new[] { "*Effects.cs", "*Notices.cs" }
            .SelectMany(files => Directory.EnumerateFiles(Repository.Path("src", "DutyBot.Domain"), files, SearchOption.AllDirectories))
            .SelectMany(file => NoticeKey().Matches(File.ReadAllText(file)))
            .Select(match => match.Value.Trim('"'));
        said.Select(notice => notice.Key).Concat(due.Select(notice => notice.Key)).Distinct().Order().ShouldBe(inSource.Distinct().Order());
    }

    [Fact]
    public void Every_refusal_has_words()
    {
        foreach (var problem in Problems().DistinctBy(problem => (problem.Key, string.Join(',', problem.Arguments.Select(a => a.Name)))))
        {
            foreach (var names in Readers)
            {
                names.Of(problem).ShouldNotBeNullOrWhiteSpace();
            }
        }
    }

    [Fact]
    public void A_reason_that_ends_with_a_full_stop_does_not_get_a_second_one()
    {
        var told = Spec.Given(ATask.Cancelled()).LastEffects.OfType<Effect.Tell>().First();

        Readers[0].Of(told).ShouldEndWith("cùng lĩnh vực này.");
    }

    // Every event of every situation; and the deadlines of a task, which no situation ends with.
    private static IEnumerable<Effect> Effects() =>
        [
            .. Reachable.Tasks.Values.SelectMany(past => Prefixes(past.Length).SelectMany(n => Spec.Given([.. past[..n]]).LastEffects)),
            .. Reachable.Rounds.Values.SelectMany(past => Prefixes(past.Length).SelectMany(n => Spec.Given([.. past[..n]]).LastEffects)),
            .. Reachable.Escalations.Values.SelectMany(past => Prefixes(past.Length).SelectMany(n => Spec.Given([.. past[..n]]).LastEffects)),
            .. Reachable.Reminders.Values.SelectMany(past => Prefixes(past.Length).SelectMany(n => Spec.Given([.. past[..n]]).LastEffects)),
            .. Reachable.Campaigns.Values.SelectMany(past => Prefixes(past.Length).SelectMany(n => Spec.Given([.. past[..n]]).LastEffects)),
            .. Noticed.Effects,
            .. Spec.Given(Noticed.WithoutPlan.After(ATask.Pass(DutyBot.Domain.Tasks.TaskObligations.Complete, Dec(30)))).LastEffects,
            .. Late(DutyBot.Domain.Tasks.TaskObligations.Report),
            .. Spec.Given(ATask.ReturnRequested().After(ATask.Pass(DutyBot.Domain.Tasks.TaskObligations.DecideReturn, Dec(1)))).LastEffects,
        ];

    private static IReadOnlyList<Effect> Late(string obligation) => Spec.Given(ATask.Accepted().After(ATask.Pass(obligation, Dec(30)))).LastEffects;

    private static IEnumerable<int> Prefixes(int length) => Enumerable.Range(1, length);

    private static IEnumerable<Problem> Problems()
    {
        Act[] acts = [.. Everybody.SelectMany(person => new[] { Nov(9, 10), Nov(13), Dec(30) }.Select(moment => person.At(moment)))];
        var opening = Spec.Given(ARound.Opened()).State.Opening!;
        var submission = Spec.Given(AnEscalation.Submitted()).State.Opening!;
        return
        [
            .. from past in Reachable.Tasks.Values
            let given = Spec.Given(past)
            from act in acts
            from command in Samples.OfTasks(act, ARound.Id, AnEscalation.Id)
            from problem in given.When(command).Decision.Problems
            select problem,
            .. from past in Reachable.Rounds.Values
            let given = Spec.Given(past)
            from act in acts
            from command in Samples.OfRounds(act, opening)
            from problem in given.When(command).Decision.Problems
            select problem,
            .. from past in Reachable.Escalations.Values
            let given = Spec.Given(past)
            from act in acts
            from command in Samples.OfEscalations(act, submission)
            from problem in given.When(command).Decision.Problems
            select problem,
            .. from past in Reachable.Reminders.Values
            let given = Spec.Given(past)
            from act in acts
            from command in Samples.OfReminders(act)
            from problem in given.When(command).Decision.Problems
            select problem,
            .. from past in Reachable.Campaigns.Values
            let given = Spec.Given(past)
            from act in acts
            from command in Samples.OfCampaigns(act)
            from problem in given.When(command).Decision.Problems
            select problem,
        ];
    }

    [GeneratedRegex("\"n\\.[A-Za-z.]+\"")]
    private static partial Regex NoticeKey();
}
