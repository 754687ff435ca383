using DutyBot.Benchmarks.Rounds;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Features;
using DutyBot.Teams;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Auth;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Connector;

namespace DutyBot.Benchmarks.Servers;

/// <summary>DutyBot's channel alone: token, activity, what the button sent, and a card that refuses it. No duty and no store.</summary>
internal static class ChannelServer
{
    public static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddTeamsAuthentication(builder.Configuration.GetSection(TeamsOptions.Section));
        builder.Services.AddTeamsConnector();
        var names = SampleRounds.Names(TimeProvider.System);
        builder.Services.AddSingleton<ActivityHandler>((activity, _) => Task.FromResult(Answer(activity, names)));
        builder.Services.AddSingleton<FaultAnswer>((_, id) => new ActivityAnswer.Message(id));
        var app = builder.Build();
        app.MapActivities();
        return app;
    }

    private static ActivityAnswer Answer(Activity activity, Names names) =>
        activity.Read() is Incoming.CardAction { Data: var data } && CardSubmission.Read(data) is { } press
            ? Presses.Card(CardDesk.Refusal([new Problem("E-UNREADABLE")], press.Duty, names))
            : new ActivityAnswer.NotForUs();
}
