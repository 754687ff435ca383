namespace DutyBot.Teams.Cards;

/// <summary>One unit's answer to one question, and how the lead unit dealt with it.</summary>
/// <param name="Stance">Ready word.</param>
/// <param name="Text">Reason, change and alternative as written; empty when it simply agrees.</param>
/// <param name="Resolution">Ready word: adopted, explained, open, or nothing to resolve.</param>
/// <param name="Explanation">What the lead unit wrote; may be empty.</param>
public sealed record OpinionRow(TextOwner Unit, string Stance, string Text, string Resolution, string Explanation)
{
    public string Resolved(int limit) => Explanation.Length == 0 ? Resolution : $"{Resolution}: {LongText.Cut(Explanation, limit)}";
}

/// <param name="No">From 1.</param>
/// <param name="Label">"Nội dung xin ý kiến số …".</param>
public sealed record QuestionOpinions(int No, string Label, string Question, IReadOnlyList<OpinionRow> Rows);

/// <summary>
/// The consolidated table of R-41: question × unit × stance × text × tiếp thu, giải trình. A table per question; where the texts do not fit at
/// all, one table with a line per unit.
/// </summary>
public sealed record OpinionMatrix(IReadOnlyList<QuestionOpinions> Questions) : CardPart
{
    public override IEnumerable<LongText> LongTexts => Questions.SelectMany(question => Written(question).Prepend(Asked(question)));

    public override IEnumerable<CardElement> Render(Texts texts, int limit) =>
        limit < Readable
            ? [.. Questions.Select(question => Heading(question, limit)), .. ByUnit(texts)]
            : Questions.SelectMany(question => ByQuestion(texts, question, limit));

    public override IEnumerable<LongText> CutAt(int limit) => limit < Readable ? LongTexts : base.CutAt(limit);

    private static LongText Asked(QuestionOpinions question) => new(question.Label, question.Question);

    private static IEnumerable<LongText> Written(QuestionOpinions question) =>
        from row in question.Rows
        let label = $"{question.No} · {row.Unit.Name}: {row.Stance}"
        from text in new[] { new LongText(label, row.Text, row.Unit), new LongText($"{label} – {row.Resolution}", row.Explanation, row.Unit) }
        where text.Text.Length > 0
        select text;

    private static TextBlock Heading(QuestionOpinions question, int limit) =>
        CardParts.Heading($"{question.Label}: {LongText.Cut(question.Question, limit)}") with
        {
            Separator = true,
        };

    private static IEnumerable<CardElement> ByQuestion(Texts texts, QuestionOpinions question, int limit)
    {
        yield return Heading(question, limit);
        if (question.Rows.Count > 0)
        {
            yield return Table.Of(
                [3, 3, 5, 5],
                [texts["lbl.unit"], texts["fld.stance"], texts["fld.opinion"], texts["fld.resolution"]],
                question.Rows.Select(row => (string[])[row.Unit.Name, row.Stance, OrDash(LongText.Cut(row.Text, limit)), row.Resolved(limit)])
            );
        }
    }

    private IEnumerable<CardElement> ByUnit(Texts texts)
    {
        var byUnit = Questions
            .SelectMany(question => question.Rows.Select(row => (question.No, Row: row)))
            .GroupBy(answer => answer.Row.Unit)
            .Select(unit =>
                (string[])
                    [
                        unit.Key.Name,
                        string.Join("; ", unit.Select(answer => $"{answer.No}: {answer.Row.Stance}")),
                        string.Join("; ", unit.Select(answer => $"{answer.No}: {answer.Row.Resolution}")),
                    ]
            )
            .ToList();
        return byUnit.Count == 0 ? [] : [Table.Of([3, 5, 5], [texts["lbl.unit"], texts["fld.stance"], texts["fld.resolution"]], byUnit)];
    }

    private static string OrDash(string text) => text.Length == 0 ? "–" : text;
}
