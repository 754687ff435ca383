using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Tests.Cards;

public sealed class FormRenderingTests
{
    private static readonly Problem[] Problems =
    [
        new("E-NO-VIEWPOINT", "preliminaryView"),
        new("E-UNRELATED-UNIT", "why.2", ("unit", SampleForm.SecondUnit)),
        new("E-NO-QUESTION", "units"),
        new("E-STALE"),
    ];

    private static readonly FormValues Values = FormValues
        .Empty.With("preliminaryView", "Thống nhất")
        .With("replyBy", new NodaTime.LocalDate(2026, 11, 30))
        .With("basis", "Mandatory")
        .With("coordinatingUnits", ["so-tai-chinh", "van-phong"])
        .With("unit.1", "so-tai-chinh")
        .With("unit.2", "van-phong")
        .With("manyUnitsConfirmed", true)
        .WithRows("units", 2, 3);

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void A_refused_form_comes_back_filled_in_as_approved(Language language)
    {
        var texts = Texts.Of(language);
        var card = FormCard.Render(SampleForm.Of(texts).Refused(Values, Problems), texts);

        CardShould.Pass(card);
        CardShould.MatchApproved(card, $"form-refused.{language.Code()}");
    }

    [Fact]
    public void Every_word_of_a_form_comes_from_the_texts_or_from_people()
    {
        var form = SampleForm.Of(PseudoLocale.Texts).Refused(Values, Problems);

        PseudoLocale.ShouldWordEverything(
            FormCard.Render(form, PseudoLocale.Texts),
            SampleForm.FirstUnit,
            SampleForm.SecondUnit,
            "Thống nhất",
            "280/CĐ-TTg"
        );
    }

    [Fact]
    public void The_same_form_is_a_dialog()
    {
        var texts = Texts.Of(Language.Vietnamese);
        var card = FormDialog.Render(SampleForm.Of(texts), texts);

        card.FallbackText.ShouldBe("Lấy ý kiến phối hợp");
        CardShould.Pass(card, inDialog: true);
    }

    [Fact]
    public void A_form_opens_where_the_configuration_wants_it()
    {
        var action = new CardAction("task.consult");

        FormPlace.Card.Opener("Lấy ý kiến", action).ShouldBe(new ExecuteButton("Lấy ý kiến", action));
        FormPlace.Dialog.Opener("Lấy ý kiến", action).ShouldBe(SubmitButton.OpeningDialog("Lấy ý kiến", action));
    }

    [Fact]
    public void A_problem_stands_at_the_top_with_its_field_and_beside_the_field()
    {
        var texts = Texts.Of(Language.Vietnamese);
        var body = FormCard.Render(SampleForm.Of(texts).Refused(Values, Problems), texts).Body.ToList();

        var summary = body.OfType<Container>().First().Items.Cast<TextBlock>().Select(text => text.Text).ToArray();
        summary[0].ShouldBe("Chưa gửi được. Đề nghị xem lại 04 nội dung:");
        summary[1].ShouldBe("• Quan điểm bước đầu của đơn vị chủ trì: Đề nghị nêu rõ quan điểm của đơn vị chủ trì.");
        summary[4].ShouldBe("• Nhiệm vụ đã có thay đổi. Đề nghị xem thông tin mới nhất và thực hiện lại.");

        var input = body.FindIndex(element => element is TextInput { Id: "preliminaryView" });
        ((TextInput)body[input]).Label.ShouldBe("Quan điểm bước đầu của đơn vị chủ trì (bắt buộc) – cần xem lại");
        body[input + 1].ShouldBeOfType<TextBlock>().Text.ShouldBe("Cần xem lại: Đề nghị nêu rõ quan điểm của đơn vị chủ trì.");
    }

    [Fact]
    public void The_longest_form_stays_within_the_budget()
    {
        var texts = Texts.Of(Language.Vietnamese);
        var longText = string.Concat(Enumerable.Repeat("Đề nghị xử lý ", 2000))[..2000];
        var values = Enumerable
            .Range(1, 8)
            .Aggregate(
                Values.With("preliminaryView", longText),
                (all, row) => all.With($"unit.{row}", "van-phong").With($"why.{row}", longText[..500])
            )
            .WithRows("units", 8);

        CardShould.Pass(FormCard.Render(SampleForm.Of(texts).Refused(values, Problems), texts));
    }
}
