using System.Text.Json.Nodes;
using DutyBot.Domain;

namespace DutyBot.Tests.Host;

/// <summary>A team of the tenant: what Teams tells the bot of it, and what it answers about it.</summary>
internal sealed class Team(OfficeDriver office, string id = "19:so@thread.tacv2", string name = "Sở Công Thương")
{
    public const string Group = "99999999-0000-4000-8000-000000000001";

    public string Id => id;

    /// <summary>People on its roster, and its channels.</summary>
    public Team With(IEnumerable<(PersonId Id, string Name)> people, params (string Id, string? Name, string Type)[] channels)
    {
        office.Connector.Members[id] =
        [
            .. people.Select(person =>
                $$"""{"id":"{{OfficeDriver.ChannelIdOf(person.Id)}}","aadObjectId":"{{person.Id}}","name":"{{person.Name}}","userRole":"user"}"""
            ),
        ];
        office.Connector.Channels[id] =
        [
            .. channels.Select(channel =>
                new JsonObject
                {
                    ["id"] = channel.Id,
                    ["name"] = channel.Name,
                    ["type"] = channel.Type,
                }.ToJsonString()
            ),
        ];
        return this;
    }

    /// <summary>Somebody adds or removes the app, and Teams says so.</summary>
    /// <param name="action"><c>add</c>, <c>add-upgrade</c> or <c>remove</c>.</param>
    public Task Installs(Person by, string action, string? channel = null, string? type = null)
    {
        var activity = Activity(by, "installationUpdate", channel ?? id, type);
        activity["action"] = action;
        return office.Post(activity);
    }

    /// <summary>The other way in which Teams says it.</summary>
    public Task Changes(Person by, bool added)
    {
        var activity = Activity(by, "conversationUpdate", id, null);
        activity[added ? "membersAdded" : "membersRemoved"] = new JsonArray(
            new JsonObject { ["id"] = activity["recipient"]!["id"]!.GetValue<string>() }
        );
        return office.Post(activity);
    }

    private JsonObject Activity(Person by, string kind, string channel, string? type)
    {
        var activity = by.Message(channel, "type", kind);
        activity["conversation"]!["id"] = channel;
        activity["channelData"]!["team"] = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["aadGroupId"] = Group,
        };
        activity["channelData"]!["channel"] = new JsonObject { ["id"] = channel };
        if (type is not null)
        {
            activity["channelData"]!["channel"]!["type"] = type;
        }

        return activity;
    }
}
