using System.Globalization;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using DutyBot.Features;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using NodaTime;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>One setting gets another value from a day on, on a basis; what is running keeps the old one .</summary>
internal sealed class ChangeSetting() : OrganisationFeature(Name)
{
    public const string Name = "org.changeSetting";

    /// <summary>Of the button: the key of the setting.</summary>
    public const string SettingExtra = "setting";

    protected override Form? Form(Visit visit, CardAction action)
    {
        if (SettingsCatalogue.Find(KeyOf(action)) is not { } setting)
        {
            return null;
        }

        var t = visit.Texts;
        return new Form
        {
            Title = SettingWords.NameOf(setting.Key, t),
            Intro = [t["lbl.settingsKept"]],
            Submit = action,
            SubmitLabel = t["btn.save"],
            Values = FormValues
                .Empty.With(Fields.Value, setting.Read(visit.Context.Organisation.PolicyAt(visit.Act.At)))
                .With(Fields.From, visit.Names.Today),
            Items =
            [
                ValueField(setting, t),
                new DateField(Fields.From, t["fld.validFrom"]) { Required = true },
                new TextField(Fields.Basis, t["fld.ruleBasis"], ShortText) { Required = true, Multiline = true },
            ],
        };
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new OrganisationCommand.ChangeSetting(
            visit.Act,
            KeyOf(action),
            values.Text(Fields.Value),
            values.Date(Fields.From),
            values.Text(Fields.Basis)
        );

    private static string KeyOf(CardAction action) => action.Extras?.GetValueOrDefault(SettingExtra) ?? "";

    // As it is typed: without the leading zero of a count.
    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static FormField ValueField(Setting setting, Texts t) =>
        setting.Form switch
        {
            SettingForm.OneOf words => new ChoiceField(
                Fields.Value,
                t["fld.settingValue"],
                [.. words.Values.Select(word => new Choice(SettingWords.Word(setting.Key, word, t), word))]
            )
            {
                Required = true,
            },
            SettingForm.Lines => new TextField(Fields.Value, t["fld.settingValue"], LongText) { Multiline = true, Hint = t["hint.settingLines"] },
            SettingForm.ByUrgency => new TextField(Fields.Value, t["fld.settingTerms"], ShortText) { Required = true, Hint = t["hint.settingTerms"] },
            SettingForm.HalfDays => new TextField(Fields.Value, t["fld.settingHours"], ShortText) { Required = true, Hint = t["hint.settingHours"] },
            SettingForm.TimeOfDay time => new TextField(
                Fields.Value,
                t.Format("fld.settingTime", ("earliest", Clock(time.Earliest)), ("latest", Clock(time.Latest))),
                ShortText
            )
            {
                Required = true,
            },
            SettingForm.Days days => new TextField(
                Fields.Value,
                t.Format("fld.settingDays", ("least", Digits(days.Least)), ("most", Digits(days.Most))),
                ShortText
            )
            {
                Hint = t["hint.settingDays"],
            },
            SettingForm.Number number => new TextField(
                Fields.Value,
                t.Format("fld.settingNumber", ("least", Digits(number.Least)), ("most", Digits(number.Most))),
                ShortText
            )
            {
                Required = true,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(setting), setting.Form, "No way to fill it in."),
        };
}
