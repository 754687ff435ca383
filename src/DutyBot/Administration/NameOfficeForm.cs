using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>The organisation's name and the language of its cards.</summary>
internal sealed class NameOfficeForm() : OrganisationFeature("org.nameOffice")
{
    private const string LanguageField = "language";

    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.nameOffice"],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = FormValues
                .Empty.With(Fields.Name, visit.Context.Organisation.Name)
                .With(LanguageField, visit.Context.Organisation.Language.ToString()),
            Items =
            [
                new TextField(Fields.Name, visit.Texts["fld.officeName"], 200) { Required = true },
                new ChoiceField(LanguageField, visit.Texts["fld.language"], AdminChoices.Of<Language>(visit.Texts, "lang")) { Required = true },
            ],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new All(
            visit.Act,
            [
                new NameTenant(visit.Act, values.Text(Fields.Name)),
                new SetLanguage(visit.Act, Choice<Language>(values, LanguageField) ?? visit.Context.Organisation.Language),
            ]
        );
}
