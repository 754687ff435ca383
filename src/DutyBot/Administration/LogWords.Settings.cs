using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Administration;

/// <content>What the office has set for itself.</content>
internal sealed partial class LogWords
{
    private string? OfSetting(OrganisationEvent evt) =>
        evt switch
        {
            SettingChanged e => Based(
                texts.Format(
                    "log.settingChanged",
                    ("setting", SettingWords.NameOf(e.Key, texts)),
                    ("old", SettingWords.ValueOf(e.Key, e.Old, texts)),
                    ("new", SettingWords.ValueOf(e.Key, e.Value, texts)),
                    ("from", e.From)
                ),
                e.Basis
            ),
            CalendarEntrySet e => Based(
                texts.Format("log.calendarSet", ("date", e.Date), ("old", Day(before.Calendar.EntryOn(e.Date))), ("new", Day(e.Name, e.Kind))),
                e.Source
            ),
            CalendarEntryRemoved e => Based(
                texts.Format("log.calendarRemoved", ("date", e.Date), ("old", Day(before.Calendar.EntryOn(e.Date)))),
                e.Source
            ),
            RecountConfirmed e => texts.Format("log.recountConfirmed", ("list", e.Duties.Select(duty => duty.Value))),
            _ => OfCatalogue(evt) ?? OfReach(evt),
        };

    private string? OfReach(OrganisationEvent evt) =>
        evt switch
        {
            ReachabilityChecked e => texts.Format("log.reachabilityChecked", ("date", e.Day)),
            BacklogTold e => texts.Format("log.backlogTold", ("date", e.Day)),
            TestMessageAsked { Unit: { } unit } => texts.Format("log.testMessage", ("to", Unit(unit))),
            TestMessageAsked { Person: { } person } => texts.Format("log.testMessage", ("to", names.Of(person))),
            LetterRetried e => texts.Format("log.letterRetried", ("duty", e.Of.Value)),
            LetterDismissed e => texts.Format("log.letterDismissed", ("duty", e.Of.Value), ("reason", e.Reason)),
            _ => null,
        };

    private string? OfBeginning(OrganisationEvent evt) =>
        evt switch
        {
            TeamJoined e => texts.Format("log.teamJoined", ("team", e.Name ?? e.TeamId)),
            TeamLeft e => texts.Format("log.teamLeft", ("team", before.Teams.GetValueOrDefault(e.TeamId, e.TeamId))),
            FirstTaskAssigned => texts["log.firstTask"],
            _ => null,
        };

    private string? OfCatalogue(OrganisationEvent evt) =>
        evt switch
        {
            CompetenceAssigned e => Based(
                texts.Format(
                    "log.competenceAssigned",
                    ("unit", Unit(e.Unit)),
                    ("action", Word(e.Action)),
                    ("field", e.Field),
                    ("period", Period(e.From, e.To))
                ),
                e.Basis
            ),
            CompetenceEnded e => Based(
                texts.Format("log.competenceEnded", ("unit", Unit(e.Unit)), ("action", Word(e.Action)), ("field", e.Field), ("last", e.LastDay)),
                e.Basis
            ),
            NormSet e => Based(
                texts.Format(
                    "log.normSet",
                    ("category", e.Category),
                    ("old", Norm(before.NormOf(e.Category, e.From))),
                    ("new", Days(e.WorkingDays)),
                    ("from", e.From)
                ),
                e.Basis
            ),
            TemplateSaved e => texts.Format(
                "log.templateSaved",
                ("name", e.Name),
                ("old", Template(before.Templates.GetValueOrDefault(e.Name))),
                ("new", Template(e.Template))
            ),
            TemplateRemoved e => texts.Format("log.templateRemoved", ("name", e.Name)),
            _ => null,
        };

    private string Day(CalendarEntry? entry) => entry is null ? texts["log.none"] : Day(entry.Name, entry.Kind);

    private string Day(string name, CalendarEntryKind kind) => $"{name} ({CalendarWords.Of(kind, texts)})";

    private string Norm(Norm? norm) => norm is null ? texts["log.none"] : Days(norm.WorkingDays);

    private string Days(int count) => texts.Format("lbl.workingDays", ("n", count));

    private string Template(TaskTemplate? template) =>
        template is null ? texts["log.none"]
        : template.WorkingDays is { } days ? $"{template.Work} ({Days(days)})"
        : template.Work;
}
