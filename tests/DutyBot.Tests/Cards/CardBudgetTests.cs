using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;
using Texts = DutyBot.Teams.Texts;

namespace DutyBot.Tests.Cards;

/// <summary>The longest texts the forms take in: cards stay small, and nothing anybody wrote is lost.</summary>
public sealed class CardBudgetTests : IAsyncDisposable
{
    private static readonly Act Someone = HeadOfPlanning.At(Nov(12));

    private static readonly Names Reader = NamedOffice.NamesAt(Nov(16), Texts.Of(Language.Vietnamese));

    private readonly DutyStage stage = new();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Theory]
    [InlineData(3, 2, 500)]
    [InlineData(8, 5, 4_000)]
    [InlineData(8, 20, 4_000)]
    public async Task R_41_The_summary_stays_within_its_size_and_everything_is_one_press_away(int questions, int units, int length)
    {
        var past = new Past(ATask.Disagreed()) { Round = Disagreeing(questions, units, length) };

        var texts = await ShouldFit(past, ARound.Id, HeadOfPlanning);

        texts.ShouldContain(text => text.StartsWith($"Lý do {units}.{questions}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 2, 1_000)]
    [InlineData(8, 5, 4_000)]
    [InlineData(8, 20, 4_000)]
    public async Task R_43_The_decision_card_stays_within_its_size_and_both_sides_are_one_press_away(int questions, int units, int length)
    {
        var past = new Past(ATask.Escalated()) { Round = Disagreeing(questions, units, length), Escalation = Proposed(length) };

        await ShouldFit(past, AnEscalation.Id, Director);
    }

    [Fact]
    public async Task R_43_Both_sides_stand_on_the_decision_card_in_full_while_they_fit()
    {
        var past = new Past(ATask.Escalated()) { Round = Disagreeing(2, 2, 600), Escalation = AnEscalation.Submitted() };
        stage.Set(past);

        var card = await Show(AnEscalation.Id, Director);

        var shown = TextsOf(card).ToList();
        shown.Count(text => text.StartsWith("Lý do", StringComparison.Ordinal) && text.Contains('\n')).ShouldBe(4);
        shown.Count(text => text.StartsWith("Giải trình", StringComparison.Ordinal) && text.Length == 600).ShouldBe(4);
    }

    [Fact]
    public async Task The_longest_request_stays_within_its_size()
    {
        var opened = Disagreeing(8, 20, 1).Take(1).ToImmutableArray();

        await ShouldFit(new Past(ATask.Consulting()) { Round = opened }, ARound.Id, HeadOfIndustry);
    }

    [Fact]
    public async Task The_longest_task_stays_within_its_size() =>
        await ShouldFit(
            new Past(
                ATask.Issued(
                    ATask.Draft with
                    {
                        Work = Long("Việc", 500),
                        Deliverable = Long("Sản phẩm", 500),
                        Requirement = string.Concat(Enumerable.Repeat("ế ", 4_000)),
                    }
                )
            ),
            ATask.Id,
            HeadOfPlanning
        );

    [Fact]
    public async Task The_longest_list_of_work_stays_within_its_size_and_says_how_much_more_there_is()
    {
        stage.Set(new Past(ATask.Accepted()));
        var item = new WaitingItem(ATask.Id, Long("Việc", 500), ObligationKind.Complete, null);

        var rendered = await stage.Cards().Work([.. Enumerable.Repeat(item, 50)], WorkList.OfPerson, Reader, Nov(16), CancellationToken.None);

        CardShould.Pass(rendered.Card);
        CardReading.ButtonsOf(rendered.Card).Count().ShouldBe(20);
        TextsOf(rendered.Card).Last().ShouldBe("Còn 30 việc khác, hiển thị khi các việc trên đã được xử lý.");
    }

    [Fact]
    public void A_text_is_cut_at_a_blank_and_never_inside_a_letter()
    {
        LongText.Cut("Đề nghị bổ sung số liệu", 12).ShouldBe("Đề nghị bổ…");
        LongText.Cut("Đề nghị", 7).ShouldBe("Đề nghị");
        LongText.Cut(string.Concat(Enumerable.Repeat("𠀀", 10)), 5).ShouldBe("𠀀𠀀…");
    }

    // The card fits, and what it cut is found, whole, on the pages that its buttons open.
    private async Task<IReadOnlyList<string>> ShouldFit(Past past, DutyId duty, PersonId person)
    {
        stage.Set(past);
        var card = await Show(duty, person);
        CardShould.Pass(card);

        var shown = TextsOf(card).ToList();
        foreach (var button in CardReading.ButtonsOf(card).Select(CardReading.ActionOf).Where(action => action.Verb == CardVerbs.View))
        {
            shown.AddRange(await ReadOn(button, person));
        }

        var whole = shown.Where(text => !text.EndsWith('…')).ToHashSet();
        foreach (var cut in shown.Where(text => text.EndsWith('…')))
        {
            var start = cut[..^1].Split(": ")[^1];
            whole.ShouldContain(text => text.Contains(start, StringComparison.Ordinal), start);
        }

        return shown;
    }

    private async Task<IEnumerable<string>> ReadOn(CardAction button, PersonId person)
    {
        var texts = new List<string>();
        for (CardAction? next = button; next is not null; )
        {
            var page = (await stage.Cards().View(next.Duty!.Value, next.Extras!, person, Reader, Nov(16), CancellationToken.None)).ShouldNotBeNull();
            CardShould.Pass(page.Card);
            texts.AddRange(TextsOf(page.Card));
            next = CardReading
                .ButtonsOf(page.Card)
                .Select(CardReading.ActionOf)
                .FirstOrDefault(action => action.Extras?.ContainsKey(CardVerbs.Extras.Page) == true);
        }

        return texts;
    }

    private async Task<AdaptiveCard> Show(DutyId duty, PersonId person) =>
        (await stage.Cards().For(duty, person, Reader, Nov(16), CancellationToken.None)).ShouldNotBeNull().Card;

    private static IEnumerable<string> TextsOf(AdaptiveCard card) => card.Body.SelectMany(TextsOf);

    private static IEnumerable<string> TextsOf(CardElement element) =>
        element switch
        {
            TextBlock text => [text.Text],
            Container box => box.Items.SelectMany(TextsOf),
            Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Items).SelectMany(TextsOf),
            _ => [],
        };

    private static string Long(string start, int length) =>
        string.Concat(Enumerable.Repeat(start + " – đề nghị xử lý ", 1 + (length / 10)))[..length];

    // Every unit disagrees on every question, and every disagreement is explained.
    private static ImmutableArray<ConsultationEvent> Disagreeing(int questions, int units, int length)
    {
        UnitId[] asked = [Industry, .. Enumerable.Range(2, units - 1).Select(k => new UnitId($"đơn-vị-được-lấy-ý-kiến-số-{k}"))];
        var opening = Spec.Given(ARound.Opened()).State.Opening! with
        {
            Questions = [.. Enumerable.Range(1, questions).Select(no => Long($"Câu hỏi {no}", Math.Min(length, 2_000)))],
            PreliminaryView = Long("Quan điểm", 8_000),
            Units = [.. asked.Select(unit => new UnitToConsult(unit, Long("Liên quan", 2_000)))],
        };
        return
        [
            new ConsultationEvent.Opened(Someone, ARound.Id, opening, EndOf(NovDay(11)), EndOf(NovDay(11)), EndOf(NovDay(25))),
            .. asked.Select((unit, k) => new ConsultationEvent.AnswerIssued(Someone, unit, Answer(k + 1, questions, length), 0)),
            .. from unit in asked
            from no in Enumerable.Range(1, questions)
            select new ConsultationEvent.OpinionResolved(
                Someone,
                new OpinionResolution(unit, no, ResolutionKind.Explain, Long("Giải trình", length), Someone)
            ),
            new ConsultationEvent.Closed(Someone, [.. asked]),
        ];
    }

    private static OpinionDraft Answer(int unit, int questions, int length) =>
        ARound.Answers([
            .. Enumerable
                .Range(1, questions)
                .Select(no => new QuestionAnswer(no, Stance.Disagree, Long($"Lý do {unit}.{no}", length), Long("Thay thế", length), null)),
        ]);

    private static ImmutableArray<EscalationEvent> Proposed(int length) =>
        AnEscalation.Submitted(
            new ProposalDraft(
                Long("Khác nhau", length),
                Long("Cơ sở", length),
                Long("Thẩm quyền", 2_000),
                Long("Quan điểm", length),
                [.. Enumerable.Range(1, 5).Select(k => Long($"Phương án {k}", length))],
                5,
                Long("Chọn", length)
            )
        );
}
