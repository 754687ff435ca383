using System.Collections.Immutable;
using DutyBot.Domain.Text;

namespace DutyBot.Domain.Consultations;

/// <summary>
/// Phrases that say nothing (R-37, <c>docs/rules.md</c>). Case, punctuation, blanks, missing diacritics and the older placement of tones
/// (<c>hoà</c>, <c>tuỳ</c>) make no difference.
/// </summary>
public sealed class GenericPhrases
{
    private readonly ImmutableArray<string[]> phrases;

    public GenericPhrases(IEnumerable<string> phrases)
    {
        Texts = [.. phrases];
        this.phrases = [.. Texts.Select(p => Words(p).Keys).Where(words => words.Length > 0)];
    }

    /// <summary>As they were given.</summary>
    public ImmutableArray<string> Texts { get; }

    /// <summary>The list a tenant starts with.</summary>
    public static GenericPhrases Default { get; } =
        new([
            "cơ bản thống nhất",
            "cơ bản nhất trí",
            "nhất trí về chủ trương",
            "thống nhất với nội dung dự thảo",
            "không có ý kiến gì thêm",
            "không có ý kiến khác",
            "đề nghị thực hiện theo quy định",
            "theo quy định hiện hành",
            "theo đúng quy định của pháp luật",
            "đề nghị nghiên cứu, xem xét",
            "đề nghị đơn vị chủ trì xem xét, quyết định",
            "tùy đơn vị chủ trì",
            "đề nghị rà soát lại cho phù hợp",
            "đề nghị tổng hợp",
            "cần cân nhắc thêm",
            "phối hợp chặt chẽ với các đơn vị liên quan",
            "triển khai có hiệu quả",
            "trong thời gian tới",
            "đã nhận được văn bản",
        ]);

    /// <summary>
    /// How many characters are left when every generic phrase is taken out: words and single blanks between them, without punctuation.
    /// Phrases may overlap: in "đề nghị thực hiện theo quy định hiện hành" nothing is left.
    /// </summary>
    public int RemainingLength(string? text)
    {
        var (words, keys) = Words(text ?? "");
        var generic = new bool[keys.Length];
        foreach (var phrase in phrases)
        {
            for (var at = 0; at + phrase.Length <= keys.Length; at++)
            {
                if (keys.AsSpan(at, phrase.Length).SequenceEqual(phrase))
                {
                    generic.AsSpan(at, phrase.Length).Fill(true);
                }
            }
        }

        return Reason.LengthOf(string.Join(' ', words.Where((_, i) => !generic[i])));
    }

    // The words as written, and for each the key it is compared by.
    private static (string[] Written, string[] Keys) Words(string text)
    {
        var bare = new string([.. UnicodeText.Composed(text).Select(c => SearchText.SeparatesWords(c) ? ' ' : c)]);
        var written = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (written, [.. written.Select(SearchText.Fold)]);
    }
}
