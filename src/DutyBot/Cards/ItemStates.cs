using DutyBot.Domain.Consultations;

namespace DutyBot.Cards;

/// <summary>Where one unit's item stands, in words (1.4.3).</summary>
internal static class ItemStates
{
    public static string Of(ConsultationItem item, Scene scene)
    {
        var texts = scene.Texts;
        return item.Phase switch
        {
            ItemPhase.Requested => Waiting("st.awaitingAnswer", item, scene),
            ItemPhase.Drafting => Waiting("st.drafting", item, scene),
            ItemPhase.SentBack => Waiting("st.sentBack", item, scene),
            ItemPhase.Overdue => Waiting("st.awaitingAnswer", item, scene),
            ItemPhase.AwaitingPapers => texts["st.awaitingPapers"],
            ItemPhase.Answered when item.Opinion!.LateWorkingDays > 0 => texts.Format("st.answeredLate", ("n", item.Opinion.LateWorkingDays)),
            ItemPhase.Answered => texts[item.AnsweredLate ? "st.answeredLate.restDay" : "st.answered"],
            ItemPhase.Returned => texts["st.returned"],
            ItemPhase.NonResponse => texts[item.DeemedAgreed ? "st.deemedAgreed" : "st.nonResponse"],
            ItemPhase.Merged => texts.Format("st.merged", ("unit", scene.Names.Of(item.MergedInto!.Value))),
            _ => texts["st.cancelled"],
        };
    }

    private static string Waiting(string key, ConsultationItem item, Scene scene) =>
        Scene.Joined(scene.Texts[key], Timeliness.Of(item.ReplyBy, scene.Names, scene.Now));
}
