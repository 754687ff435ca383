using DutyBot.Domain.Consultations;
using DutyBot.Teams.Cards;

namespace DutyBot.Cards;

/// <summary>Issued opinions, and how the lead unit dealt with them, in ready words.</summary>
internal static class Opinions
{
    public static OpinionMatrix Matrix(Consultation round, Scene scene) =>
        new([
            .. round.Opening!.Questions.Select(
                (question, index) =>
                    new QuestionOpinions(
                        index + 1,
                        Label(index + 1, scene),
                        question,
                        [.. round.Items.Select(item => Row(round, item, index + 1, scene)).OfType<OpinionRow>()]
                    )
            ),
        ]);

    public static string Label(int no, Scene scene) => scene.Texts.Format("fld.question", ("n", no));

    /// <summary>What the unit said to a question, and the lead unit's answer to that, each as a text of its own.</summary>
    public static IEnumerable<LongText> Said(Consultation round, ConsultationItem item, int no, Scene scene)
    {
        if (item.Opinion?.On(no) is not { Stance: { } stance } answer)
        {
            yield break;
        }

        var owner = Owner(item, scene);
        var stanceLabel = scene.Texts.Format("lbl.stanceOn", ("no", no), ("stance", scene.Texts[StanceKeys.Of(stance)]));
        yield return new LongText(stanceLabel, Text(answer, scene) is { Length: > 0 } text ? text : scene.Texts["note.noRemark"], owner);
        if (round.ResolutionOf(item.Unit, no) is { } resolution)
        {
            var label = scene.Texts.Format("lbl.resolutionOn", ("no", no), ("resolution", scene.Texts[KeyOf(resolution.Kind)]));
            yield return new LongText(label, resolution.Explanation.Length > 0 ? resolution.Explanation : scene.Texts["note.noRemark"], owner);
        }
    }

    /// <summary>What a unit wrote beyond the questions, the paper it sent, and why it sent the request back.</summary>
    public static IEnumerable<LongText> Remarks(ConsultationItem item, Scene scene)
    {
        var (texts, unit, owner) = (scene.Texts, scene.Names.Of(item.Unit), Owner(item, scene));
        if (item.Opinion?.Content is { } opinion)
        {
            yield return new LongText(texts.Format("lbl.remarksOf", ("unit", unit)), opinion.OtherRemarks, owner);
            yield return new LongText(texts.Format("lbl.documentOf", ("unit", unit)), opinion.DocumentSymbol, owner);
        }
    }

    /// <summary>Why a unit sent the request back, or which papers it waits for.</summary>
    public static IEnumerable<LongText> Obstacles(ConsultationItem item, Scene scene)
    {
        var (texts, unit, owner) = (scene.Texts, scene.Names.Of(item.Unit), Owner(item, scene));
        if (item is { Phase: ItemPhase.Returned, Return: { } returned })
        {
            var competent = returned.CompetentUnit is { } other ? texts.Format("note.competentUnit", ("unit", scene.Names.Of(other))) : "";
            var reason = texts[TaskViews.ReasonKey(returned.Reason)];
            yield return new LongText(texts.Format("lbl.returnOf", ("unit", unit), ("reason", reason)), $"{returned.Text} {competent}".Trim(), owner);
        }

        if (item is { Phase: ItemPhase.AwaitingPapers, PapersAsked: { } asked })
        {
            yield return new LongText(texts.Format("lbl.papersOf", ("unit", unit)), asked, owner);
        }
    }

    public static TextOwner Owner(ConsultationItem item, Scene scene) => new(item.Unit.Value, scene.Names.Of(item.Unit));

    private static OpinionRow? Row(Consultation round, ConsultationItem item, int no, Scene scene)
    {
        if (item.Opinion?.On(no) is not { Stance: { } stance } answer)
        {
            return null;
        }

        var resolution = round.ResolutionOf(item.Unit, no);
        var needsOne = stance is Stance.Disagree or Stance.AgreeWithChanges;
        return new OpinionRow(
            Owner(item, scene),
            scene.Texts[StanceKeys.Of(stance)],
            Text(answer, scene),
            resolution is not null ? scene.Texts[KeyOf(resolution.Kind)]
                : needsOne ? scene.Texts["resolution.open"]
                : scene.Texts["resolution.none"],
            resolution?.Explanation ?? ""
        );
    }

    private static string Text(QuestionAnswer answer, Scene scene)
    {
        string?[] parts =
        [
            answer.Text,
            answer.Alternative.Length > 0 ? scene.Texts.Format("note.alternative", ("text", answer.Alternative)) : null,
            answer.CompetentUnit is { } unit ? scene.Texts.Format("note.competentUnit", ("unit", scene.Names.Of(unit))) : null,
        ];
        return string.Join('\n', parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string KeyOf(ResolutionKind kind) => kind == ResolutionKind.Adopt ? "resolution.adopt" : "resolution.explain";
}
