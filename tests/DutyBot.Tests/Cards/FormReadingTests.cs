using System.Text;
using CsCheck;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using NodaTime;

namespace DutyBot.Tests.Cards;

public sealed class FormReadingTests
{
    private static readonly Texts Vietnamese = Texts.Of(Language.Vietnamese);
    private static readonly Form Form = SampleForm.Of(Vietnamese);

    [Fact]
    public void What_was_typed_is_read_as_what_it_means()
    {
        var read = Send(
            ("preliminaryView", "  Thống nhất\r\nvề chủ trương ".Normalize(NormalizationForm.FormD)),
            ("replyBy", "2026-11-30"),
            ("basis", "Necessary"),
            ("coordinatingUnits", "so-tai-chinh,van-phong"),
            ("manyUnitsConfirmed", "true")
        );

        read.Press.ShouldBe(new FormPress.Send());
        read.Problems.ShouldBeEmpty();
        read.Values.Text("preliminaryView").ShouldBe("Thống nhất\nvề chủ trương");
        read.Values.Date("replyBy").ShouldBe(new LocalDate(2026, 11, 30));
        read.Values.Choice("basis").ShouldBe("Necessary");
        read.Values.Choices("coordinatingUnits").ShouldBe(["so-tai-chinh", "van-phong"]);
        read.Values.Toggle("manyUnitsConfirmed").ShouldBeTrue();
    }

    [Fact]
    public void An_untouched_form_is_empty()
    {
        var read = Send();

        read.Values.Text("preliminaryView").ShouldBeEmpty();
        read.Values.Date("replyBy").ShouldBeNull();
        read.Values.Choice("basis").ShouldBeNull();
        read.Values.Choices("coordinatingUnits").ShouldBeEmpty();
        read.Values.Toggle("manyUnitsConfirmed").ShouldBeFalse();
        read.Values.RowsOf("units").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("25/11/2026")]
    [InlineData(" 25/11/2026 ")]
    [InlineData("2026-11-25")]
    public void D_09_A_date_may_be_picked_or_typed_day_first(string typed) =>
        Send(("replyBy", typed)).Values.Date("replyBy").ShouldBe(new LocalDate(2026, 11, 25));

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("11/25/2026")]
    [InlineData("mai")]
    public void What_is_no_date_is_told_with_what_was_typed(string typed) =>
        Vietnamese.Format(Send(("replyBy", typed)).Problems.ShouldHaveSingleItem()).ShouldBe($"Ngày \"{typed}\" chưa đúng. Ví dụ: 25/11/2026.");

    [Fact]
    public void A_text_that_is_too_long_is_told_and_kept_whole()
    {
        var read = Send(("documentSymbol", new string('a', 51)));

        read.Problems.ShouldHaveSingleItem().Field.ShouldBe("documentSymbol");
        var again = FormCard.Render(Form.Refused(read.Values, read.Problems), Vietnamese);
        again
            .Body.OfType<TextInput>()
            .Single(input => input.Id == "documentSymbol")
            .ShouldSatisfyAllConditions(input => input.Value!.Length.ShouldBe(51), input => input.MaxLength.ShouldBe(51));
    }

    [Fact]
    public void A_choice_that_is_not_offered_is_told() =>
        Send(("coordinatingUnits", "van-phong,so-xay-dung"))
            .ShouldSatisfyAllConditions(
                read => read.Problems.ShouldHaveSingleItem().Field.ShouldBe("coordinatingUnits"),
                read => Vietnamese.Format(read.Problems[0]).ShouldBe("\"so-xay-dung\" không có trong danh sách. Đề nghị chọn lại."),
                read => read.Values.Choices("coordinatingUnits").ShouldBe(["van-phong"])
            );

    [Fact]
    public void A_choice_may_be_typed_out() => Send(("unit.1", "văn phòng ubnd tỉnh")).Values.Choice("unit.1").ShouldBe("van-phong");

    [Fact]
    public void Add_a_row_keeps_what_is_typed_and_shows_one_row_more()
    {
        var read = Press("Thêm dòng", Form, ("unit.1", "van-phong"), ("why.1", "Có liên quan"));
        var again = Form.Refused(read.Values, read.Problems);

        read.Press.ShouldBe(new FormPress.AddRow("units"));
        var inputs = FormCard
            .Render(again, Vietnamese)
            .Body.OfType<TextInput>()
            .Where(input => input.Id!.StartsWith("why.", StringComparison.Ordinal))
            .ToArray();
        inputs.Select(input => input.Value).ShouldBe(["Có liên quan", null]);

        Press("Thêm dòng", again).Values.ShouldBe(again.Values.WithRows("units", 1, 3), "A second press adds a second row.");
    }

    [Fact]
    public void The_last_row_takes_the_button_away()
    {
        var full = Form with { Values = FormValues.Empty.WithRows("units", 0, 8) };

        FormCard.Render(full, Vietnamese).Body.OfType<ActionSet>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_row_left_empty_keeps_the_others_in_their_places()
    {
        var three = Form with { Values = FormValues.Empty.WithRows("units", 0, 3) };
        var read = Press("Lấy ý kiến", three, ("unit.1", ""), ("why.1", " \n"), ("unit.2", "van-phong"), ("why.2", new string('a', 501)));

        read.Values.RowsOf("units").ShouldBe([1, 2]);
        read.Values.Choice("unit.1").ShouldBeNull();
        read.Values.Choice("unit.2").ShouldBe("van-phong");
        read.Problems.ShouldHaveSingleItem().Field.ShouldBe("why.2");
    }

    [Fact]
    public void A_forms_own_marks_are_told_apart_from_the_authors()
    {
        var action = Form.Submit.With("unit", "so-noi-vu");
        var pressed = CardSubmission.Read(Presser.Execute(FormCard.Render(Form with { Submit = action }, Vietnamese), "Thêm dòng")).ShouldNotBeNull();

        pressed.Extras.Keys.Where(key => !key.StartsWith(FormPress.ExtraPrefix, StringComparison.Ordinal)).ShouldBe(["unit"]);
    }

    [Fact]
    public void Close_sends_nothing_that_was_typed()
    {
        var pressed = CardSubmission
            .Read(Presser.Execute(FormCard.Render(Form, Vietnamese), "Đóng, không gửi", ("preliminaryView", "x")))
            .ShouldNotBeNull();

        FormPress.Of(pressed).ShouldBe(new FormPress.Close());
        pressed.Verb.ShouldBe("task.consult");
        pressed.Inputs.ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_is_filled_in_survives_a_refusal() =>
        AnyValues.Sample(values =>
        {
            var card = FormCard.Render(Form with { Values = values }, Vietnamese);
            var executed = FormReading.Read(Form, CardSubmission.Read(Presser.Execute(card, "Lấy ý kiến")).ShouldNotBeNull());
            var submitted = FormReading.Read(Form, CardSubmission.Read(Presser.Submit(card, "Lấy ý kiến")).ShouldNotBeNull());

            executed.Problems.ShouldBeEmpty();
            executed.Values.ShouldBe(values);
            submitted.Values.ShouldBe(values);
        });

    private static Gen<string> AnyText =>
        Gen.String[Gen.OneOf('a', 'Đ', 'ế', ' ', '\n', '*', '[', '\\', '"', '{', '<', ','), 0, 40].Select(text => text.Trim());

    private static Gen<FormValues> AnyValues =>
        Gen.Select(AnyText, Gen.Int[0, 900], Gen.Bool, Gen.Int[0, 3], AnyText, Gen.OneOf("Mandatory", "Necessary", ""))
            .Select(
                (view, day, ticked, rows, why, basis) =>
                    Enumerable
                        .Range(1, rows)
                        .Aggregate(
                            FormValues
                                .Empty.With("preliminaryView", view)
                                .With("replyBy", new LocalDate(2026, 1, 1).PlusDays(day))
                                .With("manyUnitsConfirmed", ticked)
                                .With("basis", basis)
                                .With("coordinatingUnits", ticked ? ["van-phong", "so-tai-chinh"] : (string[])[]),
                            (values, row) => values.With($"unit.{row}", "van-phong").With($"why.{row}", why)
                        )
                        .WithRows("units", rows, Math.Max(rows, 1))
            );

    private static FormReading Send(params (string Id, string Value)[] typed) => Press("Lấy ý kiến", Form, typed);

    private static FormReading Press(string title, Form form, params (string Id, string Value)[] typed) =>
        FormReading.Read(Form, CardSubmission.Read(Presser.Execute(FormCard.Render(form, Vietnamese), title, typed)).ShouldNotBeNull());
}
