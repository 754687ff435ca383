using System.Collections.Immutable;

namespace DutyBot.Teams.Graph;

/// <param name="Name">The application permission an administrator consents to.</param>
/// <param name="ResourceSpecific">Does as well where a team or a person gave it to the app when they installed it.</param>
public sealed record GraphConsent(string Name, string? ResourceSpecific = null);

/// <summary>Something DutyBot does only with Graph.</summary>
/// <param name="Missing">The text that says what an office does without it.</param>
public sealed record GraphFunction(string Name, string Missing, ImmutableArray<GraphConsent> Needs);

/// <summary>Every function with the least permissions it needs; why these, is said in <c>README.md</c> beside this file.</summary>
public static class GraphFunctions
{
    internal static readonly GraphConsent ReadUsers = new("User.Read.All");
    internal static readonly GraphConsent ReadMembers = new("TeamMember.Read.All", "TeamMember.Read.Group");
    internal static readonly GraphConsent ReadMailboxSettings = new("MailboxSettings.Read");
    internal static readonly GraphConsent ReadCatalogue = new("AppCatalog.Read.All");
    internal static readonly GraphConsent InstallForPeople = new("TeamsAppInstallation.ReadWriteSelfForUser.All");
    internal static readonly GraphConsent InstallInTeams = new("TeamsAppInstallation.ReadWriteSelfForTeam.All");
    internal static readonly GraphConsent SendToFeeds = new("TeamsActivity.Send", "TeamsActivity.Send.User");

    public static GraphFunction FindPeople { get; } = new("FindPeople", "graph.missing.people", [ReadUsers]);

    public static GraphFunction ProposeHeads { get; } = new("ProposeHeads", "graph.missing.heads", [ReadUsers]);

    public static GraphFunction TeamMembers { get; } = new("TeamMembers", "graph.missing.members", [ReadMembers]);

    public static GraphFunction AutomaticReplies { get; } = new("AutomaticReplies", "graph.missing.replies", [ReadMailboxSettings]);

    public static GraphFunction InstallForPerson { get; } = new("InstallForPerson", "graph.missing.installPerson", [ReadCatalogue, InstallForPeople]);

    public static GraphFunction InstallForTeam { get; } = new("InstallForTeam", "graph.missing.installTeam", [ReadCatalogue, InstallInTeams]);

    public static GraphFunction NotifyOfEscalation { get; } = new("NotifyOfEscalation", "graph.missing.feed", [SendToFeeds]);

    public static ImmutableArray<GraphFunction> All { get; } =
    [FindPeople, ProposeHeads, TeamMembers, AutomaticReplies, InstallForPerson, InstallForTeam, NotifyOfEscalation];
}
