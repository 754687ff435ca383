using DutyBot.Domain.Documents;
using DutyBot.Domain.Effects;

namespace DutyBot.Duties;

/// <summary>In which order effects leave when many are ready at once .</summary>
internal enum Haste
{
    /// <summary>Of a duty that is Hỏa tốc.</summary>
    Flash,

    /// <summary>Thượng khẩn.</summary>
    VeryUrgent,

    /// <summary>Khẩn.</summary>
    Urgent,

    Ordinary,

    /// <summary>Cards that are only kept up to date.</summary>
    Quiet,
}

internal static class Hastes
{
    public static Haste Of(IEnumerable<Effect> effects, Urgency urgency) =>
        effects.Select(effect => Of(effect, urgency)).DefaultIfEmpty(Haste.Quiet).Min();

    private static Haste Of(Effect effect, Urgency urgency) =>
        effect switch
        {
            Effect.ShowCard { Attention: false } => Haste.Quiet,
            Effect.Notify notify => Of(notify.Notice),
            Effect.Remind remind => remind.Notices.Select(Of).DefaultIfEmpty(Haste.Ordinary).Min(),
            _ => Of(urgency),
        };

    // One from before its degree was recorded is only known to be urgent.
    private static Haste Of(DueNotice notice) => notice is { Urgent: true, Degree: Urgency.Normal } ? Haste.Urgent : Of(notice.Degree);

    private static Haste Of(Urgency urgency) =>
        urgency switch
        {
            Urgency.Flash => Haste.Flash,
            Urgency.VeryUrgent => Haste.VeryUrgent,
            Urgency.Urgent => Haste.Urgent,
            _ => Haste.Ordinary,
        };
}
