using System.Text;
using DutyBot.Teams.Cards;

namespace DutyBot.Tests.Cards;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("Số 280/CĐ-TTg ngày 25/11/2026: 30%, (a) – “b”", "Số 280/CĐ-TTg ngày 25/11/2026: 30%, (a) – “b”")]
    [InlineData("[bấm vào đây](https://example.org)", @"\[bấm vào đây\](https://example.org)")]
    [InlineData("*đậm* _nghiêng_ ten_tep_moi", @"\*đậm\* \_nghiêng\_ ten_tep_moi")]
    [InlineData("# tiêu đề\n> trích", "\\# tiêu đề\n\n\\> trích")]
    [InlineData("dòng 1\ndòng 2\n\n\ndòng 3", "dòng 1\n\ndòng 2\n\ndòng 3")]
    [InlineData(@"C:\thu-muc \*", @"C:\thu-muc \\\*")]
    [InlineData("{{DATE(2026-11-25T00:00:00Z)}}", "{\u200B{DATE(2026-11-25T00:00:00Z)}}")]
    public void What_a_person_typed_is_shown_as_typed(string typed, string sent) =>
        CardJson.ToElement(new AdaptiveCard("vi", [new TextBlock(typed)])).GetProperty("body")[0].GetProperty("text").GetString().ShouldBe(sent);

    [Fact]
    public void Vietnamese_letters_are_not_escaped_and_nothing_empty_is_sent()
    {
        var json = Encoding.UTF8.GetString(CardJson.ToUtf8(new AdaptiveCard("vi", [new TextBlock("Đề nghị xử lý \"ngay\"")])));

        json.ShouldBe(
            """{"type":"AdaptiveCard","version":"1.5","lang":"vi","body":[{"type":"TextBlock","text":"Đề nghị xử lý \"ngay\"","wrap":true}],"msteams":{"width":"Full"}}"""
        );
    }

    [Fact]
    public void A_mention_reads_the_same_in_the_body_and_in_its_entity()
    {
        var mention = CardMention.Of("29:a", "Nguyễn Văn A [Sở_Nội vụ]");
        var card = CardJson.ToElement(new AdaptiveCard("vi", [new TextBlock($"Kính gửi {mention.Text}:")]) { Mentions = [mention] });

        var entity = card.GetProperty("msteams").GetProperty("entities")[0].GetProperty("text").GetString()!;
        entity.ShouldBe("<at>Nguyễn Văn A SởNội vụ</at>");
        card.GetProperty("body")[0].GetProperty("text").GetString()!.ShouldContain(entity);
    }
}
