using DutyBot.Domain;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using DutyBot.Teams.Cards;

namespace DutyBot.Tests.Cards;

public sealed class CardPartsTests
{
    private static readonly DutyId Task = DutyId.Parse("NV-2026-7K3Q9");

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void A_card_of_all_parts_is_as_approved(Language language)
    {
        var card = AllParts(Texts.Of(language));

        CardShould.Pass(card);
        CardShould.MatchApproved(card, $"all-parts.{language.Code()}");
    }

    [Fact]
    public void Every_word_comes_from_the_texts_or_from_people() =>
        PseudoLocale.ShouldWordEverything(AllParts(PseudoLocale.Texts), Work, "Nguyễn Văn A", "Sở Tài chính");

    [Theory]
    [InlineData(Urgency.Urgent, "KHẨN")]
    [InlineData(Urgency.VeryUrgent, "THƯỢNG KHẨN")]
    [InlineData(Urgency.Flash, "HỎA TỐC")]
    public void R_02_Urgency_is_a_band_with_words(Urgency urgency, string words)
    {
        var header = CardParts.Header(Texts.Of(Language.Vietnamese), "Nhiệm vụ", Task, "Đang thực hiện", urgency);

        var band = header.Items[0].ShouldBeOfType<Container>();
        band.Style.ShouldNotBe(ContainerStyle.Default);
        band.Items.ShouldHaveSingleItem().ShouldBeOfType<TextBlock>().Text.ShouldBe(words);
    }

    [Fact]
    public void R_02_An_ordinary_duty_has_no_band() =>
        CardParts.Header(Texts.Of(Language.Vietnamese), "Nhiệm vụ", Task).Items.ShouldAllBe(item => item is TextBlock);

    [Fact]
    public void Facts_without_a_value_are_left_out() =>
        CardParts.Facts(("A", "1"), ("B", null), ("C", "")).Facts.ShouldHaveSingleItem().ShouldBe(new Fact("A", "1"));

    private const string Work = "Rà soát [quy chế](https://example.org) *phối hợp*\nBáo cáo UBND tỉnh";

    private static AdaptiveCard AllParts(Texts texts)
    {
        var head = CardMention.Of("29:head", "Nguyễn Văn A");
        return new AdaptiveCard(
            texts.Language.Code(),
            [
                CardParts.Header(texts, texts["card.task.assigned"], Task, texts["st.assigned"], Urgency.Flash),
                new TextBlock(head.Text),
                CardParts.Passage(texts["fld.work"], Work),
                CardParts.Facts((texts["fld.lead"], "Sở Tài chính"), (texts["fld.deadline"], texts.Format(new NodaTime.LocalDate(2026, 11, 25)))),
                CardParts.Heading(texts["card.consult.summary"]),
                Table.Of(
                    [1, 2],
                    [texts["fld.stance"], texts["fld.opinion"]],
                    [
                        [texts["stance.disagree"], Work],
                    ]
                ),
                new ColumnSet([new Column("auto", [new TextBlock(texts["fld.reason"])]), new Column("stretch", [new TextBlock(Work)])]),
                CardParts.Problems(texts["fld.reason"], [texts["E-STALE"]]),
                CardParts.Buttons(
                    new ExecuteButton(texts["btn.accept"], new CardAction("task.accept", Task, 3)) { Style = ButtonStyle.Positive },
                    new ExecuteButton(texts["btn.return"], new CardAction("task.return", Task, 3).With("unit", "so-tai-chinh")),
                    SubmitButton.OpeningDialog(texts["btn.consult"], new CardAction("task.consult", Task, 3)),
                    new LinkButton(texts["btn.viewDetail"], new Uri("https://example.org/NV-2026-7K3Q9"))
                ),
                CardParts.OnlyYou(texts),
            ]
        )
        {
            FallbackText = texts["card.task.assigned"],
            Mentions = [head],
        };
    }
}
