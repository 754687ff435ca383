using DutyBot.Domain.Documents;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Urgings;
using DutyBot.Teams.Cards;

namespace DutyBot.Cards;

/// <summary>An urging in ready words .</summary>
internal static class UrgingViews
{
    /// <param name="tasks">Those the reader is to see, as they stand now.</param>
    public static UrgingView Of(UrgingEvent.Sent notice, IReadOnlyList<WorkTask> tasks, long version, Scene scene) =>
        new(
            scene.Head(
                notice.Urging,
                version,
                "card.urging",
                scene.Texts.Format("st.urging", ("date", notice.AnswerBy)),
                Urgency.Normal,
                scene.Texts.Format("sum.urging", ("n", tasks.Count), ("date", notice.AnswerBy))
            ),
            scene.Done("note.urgedBy", notice.Act),
            notice.Text,
            notice.Document?.Value,
            scene.Texts.Format(notice.AnswerBy),
            [.. tasks.Select((task, index) => Row(index + 1, task, scene))]
        );

    /// <summary>The last urging, where the task itself is shown.</summary>
    public static string Note(TaskEvent.Urged urged, Scene scene)
    {
        var date = scene.Names.Calendar.DateOf(urged.Act.At);
        return urged.Document is { } document
            ? scene.Texts.Format("note.urged.document", ("no", urged.No), ("date", date), ("symbol", document.Value), ("answer", urged.AnswerBy))
            : scene.Texts.Format("note.urged", ("no", urged.No), ("date", date), ("answer", urged.AnswerBy));
    }

    private static UrgedRow Row(int number, WorkTask task, Scene scene) =>
        new(
            task.Id,
            $"{number}. {Scene.Short(task.Content.Work)}",
            task.IsLive ? scene.Due(task.CompleteBy) ?? scene.Texts["note.noDate"] : scene.Texts["st.cancelled"],
            task is { AwaitsOfficer: false, Officer: { } officer } ? scene.Names.Of(officer) : null
        );
}
