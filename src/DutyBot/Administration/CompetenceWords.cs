using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>Whose field it is, in words .</summary>
internal static class CompetenceWords
{
    /// <summary>Most answers to one question; more means that the question should say more.</summary>
    private const int Answers = 10;

    /// <summary>The unit that answers for the field now: of one that ended, its successor is named too.</summary>
    public static string Of(Competence held, Names names) =>
        names.Texts.Format(
            "lbl.competence",
            ("field", held.Field),
            ("unit", Unit(held, names)),
            ("action", Of(held.Action, names.Texts)),
            ("period", Period(held.Validity, names.Texts)),
            ("basis", held.Basis)
        );

    public static string Of(CompetenceAction action, Texts texts) =>
        texts[
            action switch
            {
                CompetenceAction.Decide => "lbl.competence.decide",
                CompetenceAction.Advise => "lbl.competence.advise",
                _ => "lbl.competence.consult",
            }
        ];

    public static IReadOnlyList<Choice> Actions(Texts texts) =>
        [.. Enum.GetValues<CompetenceAction>().Select(action => new Choice(Of(action, texts), action.ToString()))];

    /// <summary>The answer to "việc này của ai?" as of today.</summary>
    public static string Answer(string query, Names names)
    {
        var found = names.Organisation.SearchCompetences(query, names.Today);
        return found.IsEmpty
            ? names.Texts.Format("n.noCompetence", ("text", query))
            : string.Join("\n\n", found.Take(Answers).Select(held => Of(held, names)).Prepend(names.Texts.Format("n.competences", ("text", query))));
    }

    private static string Unit(Competence held, Names names) =>
        names.Organisation.UnitOn(held.Unit, names.Today) is { IsActive: false } && names.Organisation.SuccessorOf(held.Unit, names.Today) is { } heir
            ? names.Texts.Format("lbl.succeeded", ("unit", names.Of(held.Unit)), ("successor", names.Of(heir)))
            : names.Of(held.Unit);

    private static string Period(Validity validity, Texts texts) =>
        validity.To is { } last
            ? texts.Format("log.period", ("from", validity.From), ("to", last))
            : texts.Format("log.since", ("from", validity.From));
}
