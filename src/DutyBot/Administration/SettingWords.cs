using System.Globalization;
using DutyBot.Cards;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using DutyBot.Teams;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>Settings and their values as an admin reads them.</summary>
internal static class SettingWords
{
    /// <summary>Characters of a value that is only mentioned; the form shows it whole.</summary>
    private const int ShownValue = 200;

    public static string NameOf(string key, Texts texts) => texts[$"set.{key}"];

    /// <summary>A value as <see cref="Setting.Read"/> writes it, in words.</summary>
    public static string ValueOf(string key, string value, Texts texts) =>
        SettingsCatalogue.Find(key)?.Form switch
        {
            SettingForm.ByUrgency when value.Split(';') is [var normal, var urgent, var flash] => texts.Format(
                "lbl.termsByUrgency",
                ("normal", Term(normal, texts)),
                ("urgent", Term(urgent, texts)),
                ("flash", Term(flash, texts))
            ),
            SettingForm.HalfDays when value.Split(';') is [var morning, var afternoon] => texts.Format(
                "lbl.halfDays",
                ("morning", HalfDay(morning)),
                ("afternoon", HalfDay(afternoon))
            ),
            SettingForm.Days when value.Length == 0 => texts["lbl.noDays"],
            SettingForm.Lines when value.Length == 0 => texts["lbl.settingEmpty"],
            SettingForm.OneOf => Word(key, value, texts),
            SettingForm.Lines => LongText.Cut(value.Replace("\n", "; ", StringComparison.Ordinal), ShownValue),
            _ => value,
        };

    /// <summary>One of the words of a <see cref="SettingForm.OneOf"/>.</summary>
    public static string Word(string key, string value, Texts texts) => texts[$"set.{key}.{value}"];

    /// <summary>The value now, since when and on which basis, and then what is planned.</summary>
    public static IEnumerable<string> LinesOf(Setting setting, Scene scene)
    {
        var (texts, today) = (scene.Texts, scene.Names.Today);
        var changes = scene.Names.Organisation.SettingChanges.Where(c => c.Key == setting.Key && c.RecordedAt <= scene.Now).ToList();
        var now = ValueOf(setting.Key, setting.Read(scene.PolicyAt(scene.Now)), texts);
        yield return changes.Where(c => c.From <= today).OrderBy(c => c.From).ThenBy(c => c.RecordedAt).LastOrDefault() is { } last
            ? texts.Format("lbl.settingSince", ("value", now), ("from", last.From), ("basis", last.Basis))
            : texts.Format("lbl.settingInitial", ("value", now));
        foreach (var planned in changes.Where(c => c.From > today).GroupBy(c => c.From).OrderBy(g => g.Key).Select(g => g.Last()))
        {
            yield return Planned(planned, texts);
        }
    }

    private static string Planned(SettingChange change, Texts texts) =>
        texts.Format("lbl.settingPlanned", ("value", ValueOf(change.Key, change.Value, texts)), ("from", change.From), ("basis", change.Basis));

    private static string HalfDay(string written) => written.Trim().Replace('-', '–');

    private static string Term(string written, Texts texts)
    {
        var term = written.Trim();
        var count = int.Parse(term[..^1], CultureInfo.InvariantCulture);
        return term[^1] == 'h' ? texts.Format("lbl.workingHours", ("n", count)) : texts.Format("lbl.workingDays", ("n", count));
    }
}
