using System.Text.Json;
using System.Text.Json.Serialization;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Connector;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>A person's 1:1 chat and the language of their Teams, as last seen.</summary>
internal sealed record KnownPerson(ConversationAddress Chat, string? Locale);

/// <summary>A language a person chose by typing it.</summary>
internal sealed record ChosenLanguage(Language Language);

/// <param name="Id">Also the id of the team's General channel.</param>
internal sealed record KnownTeam(string Id, string? Name, string? AadGroupId);

internal sealed record KnownTeams(IReadOnlyList<KnownTeam> Teams);

/// <summary>
/// Where people and channels are reached. Every activity that comes in refreshes it, because a service URL may change; what was learnt is
/// stored, so a restart forgets nobody.
/// </summary>
internal sealed class Addresses(RecentAddresses book, ConnectorClient connector, Installations installations, Stage? stage = null)
{
    private const string BotKey = "bot";
    private const string TeamsKey = "teams";

    /// <summary>Learns from an activity.</summary>
    /// <returns>Whether this is the first that is heard from its conversation.</returns>
    public async ValueTask<bool> Learn(Activity activity, PersonId? person, CancellationToken cancel)
    {
        var tenant = activity.Tenants.FirstOrDefault() ?? "";
        await Remember(BotKey, new BotAddress(activity.ServiceUrl, activity.Recipient.Id, tenant), AddressJson.Default.BotAddress, cancel);
        if (activity.ChannelData?.Team is { Id: { } id } team)
        {
            await LearnTeam(new KnownTeam(id, team.Name, team.AadGroupId), cancel);
        }

        if (activity.Conversation.Kind != ConversationKind.Personal || person is not { } someone)
        {
            return false;
        }

        stage?.Seen(ConversationAddress.Of(activity));
        // The Playground says en-US of everybody, which tells nothing of the person.
        var locale = stage is null ? activity.Locale ?? await Locale(someone, cancel) : null;
        var known = new KnownPerson(ConversationAddress.Of(activity), locale);
        return await Remember(KeyOf(someone), known, AddressJson.Default.KnownPerson, cancel);
    }

    /// <summary>The teams the bot has been seen in.</summary>
    public async ValueTask<IReadOnlyList<KnownTeam>> Teams(CancellationToken cancel) =>
        (await Recall(TeamsKey, AddressJson.Default.KnownTeams, cancel))?.Teams ?? [];

    // Not every activity says all there is to know of a team.
    private async ValueTask LearnTeam(KnownTeam seen, CancellationToken cancel)
    {
        var known = await Teams(cancel);
        var before = known.FirstOrDefault(team => team.Id == seen.Id);
        var team = seen with { Name = seen.Name ?? before?.Name, AadGroupId = seen.AadGroupId ?? before?.AadGroupId };
        if (team != before)
        {
            await Remember(TeamsKey, new KnownTeams([.. known.Where(t => t.Id != seen.Id), team]), AddressJson.Default.KnownTeams, cancel);
        }
    }

    /// <summary>Whether the person's chat is known already.</summary>
    public async ValueTask<bool> Knows(PersonId person, CancellationToken cancel) =>
        stage?.Chat is not null || await Recall(KeyOf(person), AddressJson.Default.KnownPerson, cancel) is not null;

    /// <summary>The bot as it presents itself to the channel, or null until the first activity has come in.</summary>
    public ValueTask<BotAddress?> Bot(CancellationToken cancel) => Recall(BotKey, AddressJson.Default.BotAddress, cancel);

    /// <summary>
    /// The person's 1:1 chat. When they never wrote to the bot it is opened through the roster of a channel of theirs, and failing that by
    /// installing the app for them, where the office allows that.
    /// </summary>
    public async ValueTask<ConversationAddress?> ChatOf(PersonId person, Organisation organisation, LocalDate today, CancellationToken cancel)
    {
        if (stage?.Chat is { } onStage)
        {
            return onStage;
        }

        if (await Recall(KeyOf(person), AddressJson.Default.KnownPerson, cancel) is { } known)
        {
            return known.Chat;
        }

        if (await Bot(cancel) is not { } bot)
        {
            return null;
        }

        var chat = await ThroughRoster(bot, person, organisation, today, cancel) ?? await ThroughInstallation(bot, person, cancel);
        if (chat is not null)
        {
            await Remember(KeyOf(person), new KnownPerson(chat, null), AddressJson.Default.KnownPerson, cancel);
        }

        return chat;
    }

    /// <summary>The language a person reads: chosen, else that of their Teams, else the organisation's.</summary>
    public async ValueTask<Language> LanguageOf(PersonId person, Organisation organisation, CancellationToken cancel) =>
        await Recall(LanguageKeyOf(person), AddressJson.Default.ChosenLanguage, cancel) is { } chosen
            ? chosen.Language
            : Languages.FromLocale(await Locale(person, cancel), organisation.Language);

    public async ValueTask Choose(PersonId person, Language language, CancellationToken cancel) =>
        await Remember(LanguageKeyOf(person), new ChosenLanguage(language), AddressJson.Default.ChosenLanguage, cancel);

    private async ValueTask<string?> Locale(PersonId person, CancellationToken cancel) =>
        (await Recall(KeyOf(person), AddressJson.Default.KnownPerson, cancel))?.Locale;

    private async ValueTask<ConversationAddress?> ThroughRoster(
        BotAddress bot,
        PersonId person,
        Organisation organisation,
        LocalDate today,
        CancellationToken cancel
    ) => await MemberId(bot, person, organisation, today, cancel) is { } member ? (await connector.OpenChat(bot, member, cancel)).Value : null;

    private async ValueTask<ConversationAddress?> ThroughInstallation(BotAddress bot, PersonId person, CancellationToken cancel) =>
        await installations.ChatIdOf(person, cancel) is { } chat ? new ConversationAddress(bot.ServiceUrl, chat) : null;

    private async ValueTask<string?> MemberId(BotAddress bot, PersonId person, Organisation organisation, LocalDate today, CancellationToken cancel)
    {
        // On the day on which a unit ends its people are still in its channel, and are told where its duties went (D-04).
        var units = organisation.UnitsOf(person, today).Concat(organisation.UnitsOf(person, today.PlusDays(-1)));
        foreach (var channel in units.Select(organisation.ChannelOf).OfType<string>().Distinct())
        {
            string? more = null;
            do
            {
                var page = await connector.GetMembers(new ConversationAddress(bot.ServiceUrl, channel), more, cancel);
                if (page.Value?.Members.FirstOrDefault(m => Is(person, m)) is { } member)
                {
                    return member.Id;
                }

                more = page.Value?.ContinuationToken;
            } while (more is not null);
        }

        return null;
    }

    private static bool Is(PersonId person, Member member) => string.Equals(member.AadObjectId, person.Value, StringComparison.OrdinalIgnoreCase);

    private static string KeyOf(PersonId person) => $"person|{person}";

    private static string LanguageKeyOf(PersonId person) => $"language|{person}";

    private async ValueTask<T?> Recall<T>(string key, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class => await book.Find(key, cancel) is { } json ? JsonSerializer.Deserialize(json, type) : null;

    // Most activities teach nothing new; then nothing is written.
    private async ValueTask<bool> Remember<T>(
        string key,
        T value,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type,
        CancellationToken cancel
    )
    {
        var json = JsonSerializer.Serialize(value, type);
        var before = await book.Find(key, cancel);
        if (before != json)
        {
            await book.Remember(key, json, cancel);
        }

        return before is null;
    }
}

[JsonSerializable(typeof(BotAddress))]
[JsonSerializable(typeof(KnownPerson))]
[JsonSerializable(typeof(ChosenLanguage))]
[JsonSerializable(typeof(KnownTeams))]
[JsonSerializable(typeof(ConversationAddress))]
internal sealed partial class AddressJson : JsonSerializerContext;
