using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Text;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using DutyBot.Teams.Graph;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>
/// People are looked up by name, one name after another, and those chosen become known: in the organisation's directory, or without it among the
/// members of the teams that DutyBot is in.
/// </summary>
internal sealed class FindPeopleForm() : AskingForm("org.findPeople", Words)
{
    private const string Words = "words";
    private const string Kept = "kept";
    private const int LongestWords = 100;

    protected override Problem NothingAsked => new("E-SEARCH-WORDS", Words);

    protected override Form Ask(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.findPeople"],
            Intro = [visit.Texts["admin.findPeople"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.search"],
            Items = [new TextField(Words, visit.Texts["fld.searchWords"], LongestWords) { Required = true }],
        };

    protected override async ValueTask<Form> Found(Visit visit, CardAction action, string asked, CancellationToken cancel)
    {
        var kept = KeptIn(action);
        var (choices, notes) = await Choices(visit, asked, kept, cancel);
        MultiChoiceField[] people =
            choices.Count == 0 ? [] : [new(Fields.Person, visit.Texts["fld.foundPeople"], choices) { Required = true, Style = ChoiceStyle.Expanded }];
        return new Form
        {
            Title = visit.Texts["card.findPeople"],
            Intro = [.. notes, visit.Texts.Format(choices.Count > kept.Count ? "admin.peopleFound" : "admin.noneFound", ("words", asked))],
            Submit = action,
            SubmitLabel = visit.Texts[choices.Count == 0 ? "btn.search" : "btn.save"],
            Values = FormValues.Empty.With(Fields.Person, kept.Select(id => id.Value)),
            Items = [.. people, new TextField(Words, visit.Texts["fld.searchMore"], LongestWords) { Hint = visit.Texts["hint.searchMore"] }],
        };
    }

    // Whom the admin has chosen already is not lost by looking for somebody else.
    protected override CardAction Leading(CardAction action, FormValues values) => action.With(Kept, string.Join(',', values.Choices(Fields.Person)));

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values)
    {
        var chosen = values.Choices(Fields.Person).Select(Registrations.IdOf).ToList();
        return new All(
            visit.Act,
            chosen.Count == 0 ? [new RegisterPerson(visit.Act, null, "", "", null)] : [.. chosen.Select(id => Registrations.Register(visit, id))]
        );
    }

    private static List<PersonId> KeptIn(CardAction action) =>
        [.. (action.Extras?.GetValueOrDefault(Kept) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Registrations.IdOf)];

    private static async ValueTask<(IReadOnlyList<Choice>, IReadOnlyList<string>)> Choices(
        Visit visit,
        string asked,
        List<PersonId> kept,
        CancellationToken cancel
    )
    {
        var found = await visit.Tenant.Find(asked, cancel);
        if (found is null)
        {
            var notes = GraphWords.Without(visit.Tenant.Failure, GraphFunctions.FindPeople, visit.Texts);
            await visit.Rosters.LoadMembers(cancel);
            return ([.. Registrations.OnRosters(visit).Where(choice => IsMeant(visit, choice, asked, kept))], notes);
        }

        var chosen = kept.Count == 0 ? null : await visit.Tenant.Named(kept, cancel);
        var news = found.People.Where(person => !kept.Contains(person.Id) && Registrations.IsNews(visit, person.Id, person.Name));
        return (
            [.. (chosen?.People ?? []).Concat(news).Select(Registrations.ChoiceOf)],
            [
                .. GraphWords.Without(visit.Tenant.Failure, GraphFunctions.FindPeople, visit.Texts),
                .. found.HasMore ? [visit.Texts.Format("admin.moreFound", ("n", found.People.Length))] : Array.Empty<string>(),
            ]
        );
    }

    private static bool IsMeant(Visit visit, Choice choice, string asked, List<PersonId> kept)
    {
        var id = new PersonId(choice.Value);
        return kept.Contains(id) || (SearchText.Matches(asked, choice.Title) && Registrations.IsNews(visit, id, choice.Title));
    }
}
