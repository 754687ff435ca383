using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Storage;
using DutyBot.Teams;

namespace DutyBot.Administration;

/// <summary>What could not be sent, in words. Never what it says: an admin of the program need not be one of those it is for.</summary>
internal static class LetterWords
{
    public static string What(DeadEffect letter, Names names) =>
        StoredEffects.Read(letter.Json) switch
        {
            Effect.ShowCard => names.Texts["letter.card"],
            Effect.Tell => names.Texts["letter.notice"],
            Effect.Remind or Effect.Notify => names.Texts["letter.reminder"],
            Effect.SendTest => names.Texts["letter.test"],
            Effect.SendFor => names.Texts["letter.sendFor"],
            Effect.CheckReachability => names.Texts["letter.check"],
            Effect.Send or Effect.HandOver => names.Texts["letter.handling"],
            _ => names.Texts["letter.other"],
        };

    public static IEnumerable<string> Lines(DeadEffect letter, Names names)
    {
        if (StoredEffects.Read(letter.Json) is { } effect && To(effect, names) is { } to)
        {
            yield return names.Texts.Format("letter.to", ("to", to));
        }

        if (letter.Duty.Kind is not (DutyKind.Organisation or DutyKind.Inbox))
        {
            yield return names.Texts.Format("letter.duty", ("duty", letter.Duty.Value));
        }

        yield return names.Texts.Format("letter.why", ("why", Why(letter.Error, names.Texts)), ("n", letter.Attempts));
    }

    private static string? To(Effect effect, Names names) =>
        effect switch
        {
            Effect.ShowCard show => PlaceWords.Of(show.To, names),
            Effect.Tell tell => PlaceWords.Of(tell.To, names),
            Effect.Notify notify => PlaceWords.Of(notify.To, names),
            Effect.SendTest test => PlaceWords.Of(test.To, names),
            Effect.Remind remind => names.Of(remind.To),
            _ => null,
        };

    private static string Why(string error, Texts texts) =>
        error switch
        {
            DeliveryErrors.Nobody => texts["letter.nobody"],
            DeliveryErrors.OutcomeUnknown => texts["letter.outcomeUnknown"],
            DeliveryErrors.NoAddress => texts["letter.noAddress"],
            DeliveryErrors.Unavailable => texts["letter.unavailable"],
            _ when error.EndsWith("MessageWritesBlocked", StringComparison.Ordinal) => texts["letter.blocked"],
            _ when error.EndsWith("BotNotInConversationRoster", StringComparison.Ordinal) => texts["letter.notInstalled"],
            _ => texts.Format("letter.refused", ("code", error)),
        };
}
