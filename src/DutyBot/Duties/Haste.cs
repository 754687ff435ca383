using DutyBot.Domain.Effects;

namespace DutyBot.Duties;

/// <summary>In which order effects leave when many are ready at once.</summary>
internal enum Haste
{
    /// <summary>Of a duty that is Khẩn or above.</summary>
    Urgent,

    Ordinary,

    /// <summary>Cards that are only kept up to date.</summary>
    Quiet,
}

internal static class Hastes
{
    public static Haste Of(IEnumerable<Effect> effects, bool isUrgent) =>
        effects.Select(effect => Of(effect, isUrgent)).DefaultIfEmpty(Haste.Quiet).Min();

    private static Haste Of(Effect effect, bool isUrgent) =>
        effect switch
        {
            Effect.ShowCard { Attention: false } => Haste.Quiet,
            Effect.Notify { Notice.Urgent: true } => Haste.Urgent,
            Effect.Remind remind when remind.Notices.Any(notice => notice.Urgent) => Haste.Urgent,
            _ => isUrgent ? Haste.Urgent : Haste.Ordinary,
        };
}
