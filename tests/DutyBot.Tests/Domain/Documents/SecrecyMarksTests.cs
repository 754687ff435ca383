using CsCheck;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Text;
using DutyBot.Tests.Domain.Text;

namespace DutyBot.Tests.Domain.Documents;

public sealed class SecrecyMarksTests
{
    [Theory]
    [InlineData("(MẬT)")]
    [InlineData("Công văn số 12/SCT-VP (Mật)")]
    [InlineData("[ tối  mật ]")]
    [InlineData("TỐI MẬT")]
    [InlineData("Báo cáo TUYỆT MẬT về tình hình")]
    [InlineData("MẬT")]
    [InlineData("Dòng đầu\n  - Mật -\r\nDòng sau")]
    [InlineData("Tuyệt mật.")]
    [InlineData("ĐỘ MẬT")]
    [InlineData("ĐỘ MẬT: ………")]
    [InlineData("Độ mật: Mật")]
    [InlineData("độ mật - tối mật")]
    [InlineData("HỎA TỐC - MẬT")]
    [InlineData("CÔNG VĂN MẬT SỐ 12")]
    public void D_02_A_text_that_declares_itself_secret_is_refused(string text)
    {
        SecrecyMarks.Found(text).ShouldBeTrue();
        SecrecyMarks.Found(UnicodeText.Decomposed(text)).ShouldBeTrue();
        SecrecyMarks.Check(text, "work").ShouldNotBeNull().Key.ShouldBe("E-SECRET");
    }

    [Theory]
    [InlineData("Tăng cường bảo mật thông tin")]
    [InlineData("BẢO MẬT THÔNG TIN VÀ MẬT KHẨU")]
    [InlineData("Quy hoạch mật độ xây dựng")]
    [InlineData("MẬT ĐỘ DÂN SỐ")]
    [InlineData("Tuyên truyền Luật Bảo vệ bí mật nhà nước")]
    [InlineData("LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC")]
    [InlineData("Không soạn thảo văn bản mật trên máy tính nối mạng.")]
    [InlineData("Rà soát danh mục bí mật nhà nước (mật, tối mật, tuyệt mật) của ngành")]
    [InlineData("Quy định về xác định độ mật của tài liệu")]
    [InlineData("XÁC ĐỊNH ĐỘ MẬT CỦA TÀI LIỆU")]
    [InlineData("ĐỘ MẬT: THƯỜNG")]
    [InlineData("Độ mật: Thường")]
    [InlineData("Độ mật: không")]
    [InlineData("Sản lượng mật ong, cơ mật, thân mật")]
    [InlineData("Đồng chí Nguyễn Văn Mật, chuyên viên")]
    [InlineData("")]
    [InlineData(null)]
    public void D_02_Ordinary_words_are_not_marks(string? text)
    {
        SecrecyMarks.Found(text).ShouldBeFalse();
        SecrecyMarks.Check(text).ShouldBeNull();
    }

    [Fact]
    public void D_02_A_mark_is_found_wherever_it_stands() =>
        Gen.Select(AnyText.UpTo(20), AnyText.UpTo(20)).Sample((before, after) => SecrecyMarks.Found($"{before} (MẬT) {after}"));
}
