using System.Text.Json.Nodes;
using DutyBot.Domain.Organisations;

namespace DutyBot.Development;

/// <summary>The Playground's configuration file: one team with two channels, one current user and five others, all of the sample organisation.</summary>
internal static class PlaygroundConfig
{
    private const string Vietnamese = """
        Trong ô "Personal Chat", gõ:  giao việc            để giao một nhiệm vụ (người dùng hiện tại là Phó Giám đốc)
                                      việc của tôi         để xem việc đang chờ
                                      đóng vai <tên>       để thử với vai người khác, ví dụ: đóng vai Trưởng phòng Quản lý công nghiệp
                                      trợ giúp             để xem các câu lệnh
        """;

    private const string English = """
        In "Personal Chat", type:  assign           to give a task (the current user is the Deputy Director)
                                   my tasks         to see what waits for you
                                   act as <name>    to play somebody else, for example: act as Head of Industry
                                   help             to see the commands
        """;

    /// <summary>What to try first, for the console.</summary>
    public static string Hints(Language language) => language == Language.English ? English : Vietnamese;

    /// <summary>JSON, which is YAML too.</summary>
    public static string Write(SampleOrganisation sample)
    {
        var people = sample.Events.OfType<OrganisationEvent.PersonRegistered>().ToDictionary(p => p.Person);
        var tenant = sample.Events.OfType<OrganisationEvent.TenantNamed>().Single().Name;
        return new JsonObject
        {
            ["version"] = "0.1.1",
            ["tenantId"] = "11111111-0000-0000-0000-000000000001",
            ["bot"] = new JsonObject { ["id"] = "28:dutybot", ["name"] = "DutyBot" },
            ["currentUser"] = Person(people[SampleOrganisation.PlaygroundPeople[0]]),
            ["users"] = new JsonArray([.. SampleOrganisation.PlaygroundPeople.Skip(1).Select(id => Person(people[id]))]),
            ["personalChat"] = new JsonObject { ["id"] = "a:personal-dutybot" },
            ["groupChat"] = new JsonObject { ["id"] = "19:group@thread.v2", ["name"] = sample.DivisionsChannelName },
            ["team"] = new JsonObject
            {
                ["id"] = SampleOrganisation.GeneralChannel,
                ["name"] = tenant,
                ["aadGroupId"] = "11111111-0000-0000-0000-0000000000aa",
                ["channels"] = new JsonArray(new JsonObject { ["id"] = SampleOrganisation.DivisionsChannel, ["name"] = sample.DivisionsChannelName }),
            },
        }.ToJsonString();
    }

    // "userPrincipleName" is the Playground's own spelling.
    private static JsonObject Person(OrganisationEvent.PersonRegistered person) =>
        new()
        {
            ["id"] = $"29:{person.Person}",
            ["name"] = person.Name,
            ["userPrincipleName"] = person.Upn,
            ["aadObjectId"] = person.Person.Value,
            ["givenName"] = person.Name,
            ["surname"] = person.Title,
            ["email"] = person.Upn,
        };
}
