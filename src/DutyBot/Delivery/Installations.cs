using System.Text.Json;
using System.Text.Json.Serialization;
using DutyBot.Domain;
using DutyBot.Duties;
using DutyBot.Teams.Graph;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>When the app was last installed for a person, or could not be.</summary>
/// <param name="AtSeconds">Seconds since 1970, UTC.</param>
internal sealed record InstallationTry(long AtSeconds, bool IsInstalled);

/// <summary>
/// Reaches people who never opened DutyBot and are in no channel with it: the app is installed for them, where the office allows that, and
/// Teams then makes their chat. A person is asked about once an hour, also across restarts.
/// </summary>
internal sealed partial class Installations(RecentAddresses book, TeamsApps apps, Office office, ILogger<Installations> log)
{
    private static readonly Duration Pause = Duration.FromHours(1);

    /// <summary>The id of the person's chat, or null while there is none.</summary>
    public async ValueTask<string?> ChatIdOf(PersonId person, CancellationToken cancel)
    {
        if (!apps.IsOn || !await IsInstalled(person, cancel))
        {
            return null;
        }

        var chat = await apps.ChatWith(person, cancel);
        if (!chat.Succeeded && chat.Failure is not GraphFailure.NotFound)
        {
            LogNoChat(person.Value, chat.Failure.GetType().Name);
        }

        return chat.Found?.Id;
    }

    private async ValueTask<bool> IsInstalled(PersonId person, CancellationToken cancel)
    {
        var now = office.Now;
        if (await LastTry(person, cancel) is { } last && now - Instant.FromUnixTimeSeconds(last.AtSeconds) < Pause)
        {
            return last.IsInstalled;
        }

        // Remembered first: a process that dies in between does not ask again at once.
        await Remember(person, new InstallationTry(now.ToUnixTimeSeconds(), IsInstalled: false), cancel);
        var answer = await apps.InstallFor(person, cancel);
        if (answer.Found is Installation.Installed or Installation.AlreadyThere)
        {
            await Remember(person, new InstallationTry(now.ToUnixTimeSeconds(), IsInstalled: true), cancel);
            return true;
        }

        LogNotInstalled(person.Value, answer.Succeeded ? answer.Found.GetType().Name : answer.Failure.GetType().Name);
        return false;
    }

    private async ValueTask<InstallationTry?> LastTry(PersonId person, CancellationToken cancel) =>
        await book.Find(KeyOf(person), cancel) is { } json ? JsonSerializer.Deserialize(json, InstallationJson.Default.InstallationTry) : null;

    private ValueTask Remember(PersonId person, InstallationTry tried, CancellationToken cancel) =>
        book.Remember(KeyOf(person), JsonSerializer.Serialize(tried, InstallationJson.Default.InstallationTry), cancel);

    private static string KeyOf(PersonId person) => $"installation|{person}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "DutyBot could not be installed for {Person}: {Outcome}.")]
    private partial void LogNotInstalled(string person, string outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The chat with {Person} could not be found after the installation: {Outcome}.")]
    private partial void LogNoChat(string person, string outcome);
}

[JsonSerializable(typeof(InstallationTry))]
internal sealed partial class InstallationJson : JsonSerializerContext;
