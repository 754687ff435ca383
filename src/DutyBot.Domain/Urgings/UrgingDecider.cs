using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Documents;
using Fields = DutyBot.Domain.Urgings.UrgingDraft.Fields;

namespace DutyBot.Domain.Urgings;

/// <summary>Decides whether an urging may be sent .</summary>
public static class UrgingDecider
{
    /// <summary>Most tasks of one urging: with a notice for each unit they must fit one append.</summary>
    public const int MostTasks = 40;

    public static Decision<UrgingEvent> Decide(Urging urging, UrgingCommand command, DutyContext context) =>
        !context.Permits(command, out var act, out var refusal) ? refusal
        : command is not UrgingCommand.Send send || urging.Notice is not null ? Decision<UrgingEvent>.Nothing
        : Problems(send.Draft, act, context).ToList() is { Count: > 0 } problems ? Decision<UrgingEvent>.Reject(problems)
        : Sent(send, act);

    private static UrgingEvent.Sent Sent(UrgingCommand.Send send, Act act)
    {
        var draft = send.Draft;
        var document = DocumentSymbol.TryParse(draft.Document, out var symbol) ? symbol : null;
        return new UrgingEvent.Sent(
            act,
            send.Urging,
            [.. draft.Units.Where(unit => !unit.Tasks.IsEmpty)],
            draft.Text.Trim(),
            document,
            draft.AnswerBy!.Value
        );
    }

    private static IEnumerable<Problem> Problems(UrgingDraft draft, Act act, DutyContext context)
    {
        var tasks = draft.Units.Sum(unit => unit.Tasks.Length);
        if (tasks is 0 or > MostTasks)
        {
            yield return tasks == 0 ? new("E-URGE-NOTHING", Fields.Tasks) : new("E-URGE-MANY", Fields.Tasks, ("n", MostTasks));
        }

        if (Wording.NotSaid(draft.Text, Fields.Text, "E-URGE-TEXT") is { } unsaid)
        {
            yield return unsaid;
        }

        if (draft.Document.Trim() is { Length: > 0 } document && !(DocumentSymbol.TryParse(document, out var symbol) && symbol.IsNumbered))
        {
            yield return new("E-BAD-SYMBOL", Fields.Document);
        }

        if (draft.AnswerBy is not { } day || day <= context.DateOf(act))
        {
            yield return new("E-URGE-DATE", Fields.AnswerBy);
        }
    }
}
