using CsCheck;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Text;
using DutyBot.Tests.Domain.Text;

namespace DutyBot.Tests.Domain.Consultations;

public sealed class GenericAnswerTests
{
    private static readonly GenericPhrases Phrases = GenericPhrases.Default;

    [Theory]
    [InlineData("Cơ bản thống nhất với dự thảo, đề nghị thực hiện theo quy định hiện hành.")]
    [InlineData("Cơ bản nhất trí, đề nghị thực hiện theo quy định hiện hành.")]
    [InlineData("CƠ BẢN NHẤT TRÍ")]
    [InlineData("Tuỳ đơn vị chủ trì!")]
    [InlineData("tùy   đơn vị\nchủ trì")]
    [InlineData("co ban nhat tri")]
    [InlineData("Đề nghị nghiên cứu; xem xét …")]
    [InlineData("")]
    [InlineData(null)]
    public void R_37_An_answer_of_generic_phrases_is_generic(string? text) => GenericAnswer.IsGeneric(text, Phrases).ShouldBeTrue();

    [Theory]
    [InlineData("Không thống nhất khoản 2 Điều 5 vì trái khoản 1 Điều 14 Luật Đầu tư công; đề nghị sửa thời hạn 10 ngày thành 07 ngày làm việc.")]
    [InlineData("Cơ bản thống nhất; riêng khoản 2 Điều 5 đề nghị sửa thời hạn thành 07 ngày làm việc theo quy định hiện hành.")]
    public void R_37_A_generic_phrase_inside_a_specific_answer_does_not_reject_it(string text) =>
        GenericAnswer.IsGeneric(text, Phrases).ShouldBeFalse();

    [Theory]
    [InlineData("Đề nghị thực hiện theo quy định hiện hành.", 0)]
    [InlineData("Cơ bản thống nhất với dự thảo.", 11)]
    [InlineData("Sửa Điều 5, cơ bản nhất trí – thêm Điều 6", 22)]
    [InlineData("cơ bản, thống nhất", 0)]
    [InlineData("cơ bản rất thống nhất", 21)]
    public void R_37_What_remains_is_counted_without_punctuation(string text, int remaining) => Phrases.RemainingLength(text).ShouldBe(remaining);

    [Fact]
    public void R_37_The_list_of_phrases_is_a_setting()
    {
        var phrases = new GenericPhrases(["hoàn toàn đồng ý"]);
        phrases.RemainingLength("Hòan tòan đồng ý").ShouldBe(0);
        phrases.RemainingLength("Cơ bản nhất trí").ShouldBe(15);
    }

    [Fact]
    public void R_37_Counting_never_fails_and_a_phrase_added_adds_nothing() =>
        Gen.Select(AnyText.UpTo(40), Gen.OneOf("cơ bản nhất trí", "ĐỀ NGHỊ TỔNG HỢP"))
            .Sample((text, phrase) => Phrases.RemainingLength($"{text} . {phrase}") <= Phrases.RemainingLength(text));

    [Fact]
    public void R_37_What_remains_is_never_longer_than_the_text() =>
        AnyText.UpTo(60).Sample(text => Phrases.RemainingLength(text) <= Reason.LengthOf(text));
}
