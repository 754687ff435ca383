using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Urgings;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;
using Fields = DutyBot.Domain.Urgings.UrgingDraft.Fields;

namespace DutyBot.Tests.Domain.Urgings;

/// <summary>R-53: the Office urges units to carry out their tasks, each unit by one notice.</summary>
public sealed class UrgingSpecs
{
    private const string Words = "Đề nghị đơn vị khẩn trương thực hiện, báo cáo kết quả.";

    private static readonly ImmutableArray<DutyId> Tasks = [.. Enumerable.Range(1, 7).Select(no => DutyId.Parse($"NV-2026-0000{no}"))];

    private static readonly UrgingDraft Draft = new(
        [new UrgedUnit(Planning, [.. Tasks[..3]]), new UrgedUnit(Industry, [.. Tasks[3..5]]), new UrgedUnit(Trade, [.. Tasks[5..]])],
        Words,
        "45/VP-TH",
        DecDay(21)
    );

    /// <summary>With a document and without.</summary>
    public static IEnumerable<UrgingEvent> Sent => [.. Decide(Draft).Events, .. Decide(Draft with { Document = "" }).Events];

    [Fact]
    public void R_53_Seven_tasks_of_three_units_are_three_notices_and_a_line_in_each_history()
    {
        var sent = Decide(Draft).Events.ShouldHaveSingleItem();
        var effects = UrgingEffects.Of(Urging.Evolve(Urging.NotSent, sent), sent).ToList();

        effects.OfType<Effect.ShowCard>().ShouldBe([Notice(Planning), Notice(Industry), Notice(Trade)]);
        effects.OfType<Effect.Send>().Select(send => send.To).ShouldBe(Tasks);
        effects.Count.ShouldBe(10);
    }

    [Fact]
    public void R_53_Sending_it_again_changes_nothing()
    {
        var urging = Urging.Evolve(Urging.NotSent, Decide(Draft).Events.ShouldHaveSingleItem());

        UrgingDecider.Decide(urging, Send(Draft, HeadOfOffice), Context).ShouldBe(Decision<UrgingEvent>.Nothing);
    }

    [Fact]
    public void R_53_Only_who_heads_the_Office_urges()
    {
        Refusal(Draft, HeadOfPlanning).ShouldBe(("E-FORBIDDEN", null));
        Refusal(Draft, Director).ShouldBe(("E-FORBIDDEN", null));
    }

    [Fact]
    public void R_53_An_urging_has_tasks_words_and_a_day_after_today()
    {
        Refusal(Draft with { Units = [] }).ShouldBe(("E-URGE-NOTHING", Fields.Tasks));
        Refusal(Draft with { Text = " " }).ShouldBe(("E-URGE-TEXT", Fields.Text));
        Refusal(Draft with { AnswerBy = null }).ShouldBe(("E-URGE-DATE", Fields.AnswerBy));
        Refusal(Draft with { AnswerBy = DecDay(17) }).ShouldBe(("E-URGE-DATE", Fields.AnswerBy));
        Refusal(Draft with { Units = [new UrgedUnit(Trade, [.. Enumerable.Repeat(Tasks[0], 41)])] }).ShouldBe(("E-URGE-MANY", Fields.Tasks));
    }

    [Fact]
    public void R_01_A_document_is_not_needed_but_has_a_number_and_symbol()
    {
        Decide(Draft with { Document = "" }).Events.ShouldHaveSingleItem().ShouldBeOfType<UrgingEvent.Sent>().Document.ShouldBeNull();
        Refusal(Draft with { Document = "công văn đôn đốc" }).ShouldBe(("E-BAD-SYMBOL", Fields.Document));
    }

    [Fact]
    public void D_02_A_text_marked_secret_is_refused() => Refusal(Draft with { Text = "(Mật) " + Words }).ShouldBe(("E-SECRET", Fields.Text));

    [Fact]
    public void R_53_A_task_counts_how_often_it_was_urged_and_each_urging_once()
    {
        var document = DocumentSymbol.Parse("45/VP-TH");
        var first = new TaskCommand.RecordUrged(HeadOfOffice.At(Dec(17)), ATask.Urging, document, DecDay(21));
        var second = first with { Urging = DutyId.Parse("DD-2026-9XK2M"), Act = HeadOfOffice.At(Dec(22)) };
        var task = TaskOf(ATask.Accepted().After(first, second));

        task.Urgings.Select(urged => urged.No).ShouldBe([1, 2]);
        TaskDecider.Decide(task, first, Context).Events.ShouldBeEmpty();
    }

    [Fact]
    public void R_53_What_was_cancelled_or_waits_for_the_decision_on_a_return_is_not_urged()
    {
        var urge = new TaskCommand.RecordUrged(HeadOfOffice.At(Dec(17)), ATask.Urging, null, DecDay(21));

        TaskDecider.Decide(TaskOf(ATask.Cancelled()), urge, Context).Events.ShouldBeEmpty();
        TaskDecider.Decide(TaskOf(ATask.ReturnRequested()), urge, Context).Events.ShouldBeEmpty();
    }

    private static Effect.ShowCard Notice(UnitId unit) => new(CardName.Urging, new Audience.Channel(unit), true);

    private static WorkTask TaskOf(ImmutableArray<TaskEvent> past) => past.Aggregate(WorkTask.NotIssued, WorkTask.Evolve);

    private static UrgingCommand.Send Send(UrgingDraft draft, PersonId by) => new(by.At(Dec(17)), ATask.Urging, draft);

    private static Decision<UrgingEvent> Decide(UrgingDraft draft) => UrgingDecider.Decide(Urging.NotSent, Send(draft, HeadOfOffice), Context);

    private static (string, string?) Refusal(UrgingDraft draft, PersonId? by = null)
    {
        var problem = UrgingDecider.Decide(Urging.NotSent, Send(draft, by ?? HeadOfOffice), Context).Problems.ShouldHaveSingleItem();
        return (problem.Key, problem.Field);
    }
}
