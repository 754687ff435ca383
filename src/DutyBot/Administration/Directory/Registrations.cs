using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Graph;
using static DutyBot.Domain.Organisations.OrganisationCommand;

namespace DutyBot.Administration;

/// <summary>People become known under the name the directory or Teams has for them, never under one from a form (D-06).</summary>
internal static class Registrations
{
    /// <summary>A person nobody has heard of is registered without an id, which is refused.</summary>
    public static RegisterPerson Register(Visit visit, PersonId id)
    {
        var known = visit.Context.Organisation.PersonOf(id);
        var found = visit.Tenant.PersonOf(id);
        var member = visit.Rosters.MemberOf(id);
        return new(
            visit.Act,
            known is null && found is null && member is null ? null : id,
            found?.Name ?? member?.Name ?? known?.Name ?? "",
            known is { Title.Length: > 0 } ? known.Title : found?.JobTitle ?? "",
            found?.UserPrincipalName ?? member?.UserPrincipalName ?? known?.Upn
        );
    }

    /// <summary>What comes first for somebody who is to get a position and may not be known yet.</summary>
    public static IEnumerable<OrganisationCommand> IfUnknown(Visit visit, PersonId id) =>
        visit.Context.Organisation.PersonOf(id) is null ? [Register(visit, id)] : [];

    /// <summary>Somebody not registered yet, or called otherwise by now.</summary>
    public static bool IsNews(Visit visit, PersonId id, string? name) =>
        visit.Context.Organisation.PersonOf(id) is not { } known || (name is not null && name != known.Name);

    /// <summary>Of two people with one name the address tells who is who.</summary>
    public static Choice ChoiceOf(DirectoryPerson person) =>
        new(string.Join(" – ", new[] { person.Name, person.JobTitle, person.UserPrincipalName }.OfType<string>()), person.Id.Value);

    /// <summary>People on the rosters of the teams the app is in, as choices.</summary>
    public static IEnumerable<Choice> OnRosters(Visit visit) =>
        visit.Rosters.Members.Select(member => new Choice(member.Name ?? member.AadObjectId!, IdOf(member.AadObjectId!).Value));

    public static PersonId IdOf(string aadObjectId) => new(aadObjectId.ToLowerInvariant());
}
