using DutyBot.Domain.Documents;
using Fields = DutyBot.Domain.Campaigns.CampaignDraft.Fields;

namespace DutyBot.Domain.Campaigns;

/// <summary>What a campaign must say before it begins .</summary>
internal static class OpeningRules
{
    public static CampaignEvent.Opened Opened(CampaignCommand.Open command, Act act, DutyContext context)
    {
        var draft = command.Draft;
        var (answerBy, opener) = (draft.AnswerBy!.Value, act.OnBehalfOf ?? act.By);
        var dueBy = context.Calendar.EndOfDay(answerBy);
        var organisation = context.Organisation;
        var office = organisation.OfficeOn(context.DateOf(act));
        return new(
            act,
            command.Campaign,
            draft.Title.Trim(),
            draft.Purpose.Trim(),
            DocumentSymbol.TryParse(draft.Document, out var symbol) ? symbol : null,
            answerBy,
            dueBy,
            [.. draft.Units.Where(unit => !unit.Tasks.IsEmpty)],
            office is not null && organisation.HeadOf(office.Id, context.DateOf(act)) == opener,
            [.. draft.Units.Where(unit => !unit.Tasks.IsEmpty).SelectMany(unit => CampaignNotices.Of(unit.Unit, act.At, dueBy, context))]
        );
    }

    public static IEnumerable<Problem> Problems(CampaignDraft draft, Act act, DutyContext context) =>
        [
            .. new[]
            {
                Wording.NotSaid(draft.Title, Fields.Title, "E-CAMPAIGN-TITLE"),
                SecrecyMarks.Check(draft.Purpose, Fields.Purpose),
                OfDocument(draft.Document.Trim()),
                OfDate(draft, act, context),
                OfTasks(draft),
            }.OfType<Problem>(),
        ];

    private static Problem? OfDocument(string document) =>
        document.Length == 0 || (DocumentSymbol.TryParse(document, out var symbol) && symbol.IsNumbered)
            ? null
            : new("E-BAD-SYMBOL", Fields.Document);

    // A rest day is asked about, as with a task.
    private static Problem? OfDate(CampaignDraft draft, Act act, DutyContext context) =>
        draft.AnswerBy is not { } day || day <= context.DateOf(act) ? new("E-CAMPAIGN-DATE", Fields.AnswerBy)
        : draft.KeepRestDay || context.Calendar.IsWorkingDay(day) ? null
        : new("E-DEADLINE-HOLIDAY", Fields.AnswerBy, ("date", day), ("next", context.Calendar.NextWorkingDay(day)));

    private static Problem? OfTasks(CampaignDraft draft)
    {
        var units = draft.Units.Count(unit => !unit.Tasks.IsEmpty);
        return units == 0 ? new("E-CAMPAIGN-NOTHING", Fields.Units)
            : units > CampaignDecider.MostUnits || draft.Units.Sum(unit => unit.Tasks.Length) > CampaignDecider.MostTasks
                ? new("E-CAMPAIGN-MANY", Fields.Units, ("units", CampaignDecider.MostUnits), ("tasks", CampaignDecider.MostTasks))
            : null;
    }
}
