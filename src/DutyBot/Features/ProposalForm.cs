using DutyBot.Domain.Escalations;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Escalations.ProposalDraft;

namespace DutyBot.Features;

/// <summary>The form of a proposal, the first time as when it is completed: viewpoint, competence, legal basis, options, choice (R-43…R-45).</summary>
internal static class ProposalForm
{
    private const int MostOptions = 5;
    private const string Options = "options";

    public static Form Of(Visit visit, CardAction action, FormValues values, params string[] intro)
    {
        var t = visit.Texts;
        return new Form
        {
            Title = t["card.escalation"],
            Intro = intro,
            Submit = action,
            SubmitLabel = t["btn.escalate"],
            Values = values,
            Items =
            [
                new TextField(Fields.Differences, t["fld.differences"], 4_000) { Required = true, Multiline = true },
                new TextField(Fields.LegalBasis, t["fld.legalBasis"], 4_000) { Required = true, Multiline = true },
                new TextField(Fields.Competence, t["fld.competence"], 2_000) { Required = true },
                new TextField(Fields.Viewpoint, t["fld.viewpoint"], 4_000) { Required = true, Multiline = true },
                new RowGroup(Options, t["fld.options"], MostOptions, row => [Option(visit, row)]) { FirstRows = 2 },
                new ChoiceField(Fields.ChosenOption, t["fld.chosen"], Numbers(visit)) { Hint = t["hint.chosen"] },
                new TextField(Fields.ChoiceReason, t["fld.choiceReason"], 4_000) { Multiline = true },
            ],
        };
    }

    public static ProposalDraft Read(FormValues values) =>
        new(
            values.Text(Fields.Differences),
            values.Text(Fields.LegalBasis),
            values.Text(Fields.Competence),
            values.Text(Fields.Viewpoint),
            // Every row, also the empty ones: the choice names an option by the number of its row.
            [.. Enumerable.Range(1, MostOptions).Select(row => values.Text(Fields.Option(row)))],
            int.TryParse(values.Choice(Fields.ChosenOption), out var chosen) ? chosen : null,
            values.Text(Fields.ChoiceReason)
        );

    /// <summary>A proposal as the form shows it filled in.</summary>
    public static FormValues Filled(Proposal proposal)
    {
        var values = FormValues
            .Empty.With(Fields.Differences, proposal.Differences)
            .With(Fields.LegalBasis, proposal.LegalBasis)
            .With(Fields.Competence, proposal.Competence)
            .With(Fields.Viewpoint, proposal.Viewpoint)
            .With(Fields.ChosenOption, proposal.ChosenOption.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With(Fields.ChoiceReason, proposal.ChoiceReason)
            .WithRows(Options, proposal.Options.Length);
        for (var row = 1; row <= proposal.Options.Length; row++)
        {
            values = values.With(Fields.Option(row), proposal.Options[row - 1]);
        }

        return values;
    }

    private static TextField Option(Visit visit, int row) =>
        new(Fields.Option(row), visit.Texts.Format("fld.option", ("n", row)), 4_000) { Multiline = true, Required = row == 1 };

    private static Choice[] Numbers(Visit visit) =>
        [
            .. Enumerable
                .Range(1, MostOptions)
                .Select(k => new Choice(visit.Texts.Format("fld.option", ("n", k)), k.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        ];
}
