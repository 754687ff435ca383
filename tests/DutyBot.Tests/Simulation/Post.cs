using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using DutyBot.Teams.Activities;
using DutyBot.Tests.Host;
using NodaTime;

namespace DutyBot.Tests.Simulation;

/// <summary>Somebody was told that what they typed is recorded.</summary>
internal sealed record Promise(string Of, IReadOnlyList<string> Tokens, Instant Pressed, Instant Answered);

/// <summary>
/// Brings what officials do to a process that lives, at times twice, at times late. An answer that does not come is asked for again, as people and
/// Teams do.
/// </summary>
internal sealed class Post(Town town, Cluster cluster, Findings findings)
{
    private static readonly string Saved = Texts.Of(Language.Vietnamese)["n.saved"];

    private readonly Dice dice = town.Dice;
    private readonly List<JsonObject> held = [];

    public List<Promise> Promises { get; } = [];

    public int Presses { get; private set; }

    /// <summary>How often each act was answered as recorded, by its verb.</summary>
    public SortedDictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>What was held up arrives at last, whoever has gone on meanwhile.</summary>
    public async Task BringHeld()
    {
        if (held.Count > 0)
        {
            var late = dice.Pick(held);
            held.Remove(late);
            await Deliver(late, new Errand());
        }
    }

    /// <returns>The card that came back, an empty element for words, null when nothing did.</returns>
    public async Task<JsonElement?> Brings(JsonObject activity, IReadOnlyList<string> tokens)
    {
        var pressed = town.Now;
        Presses++;
        if (dice.Chance(0.06))
        {
            cluster.Begin(() => Deliver(activity, new Errand()));
        }
        else if (dice.Chance(0.02))
        {
            held.Add(activity);
            return null;
        }

        var errand = new Errand();
        var answer = await Deliver(activity, errand);
        for (var again = 0; answer is null && again < 2 && dice.Chance(0.8); again++)
        {
            errand = new Errand();
            answer = await Deliver(activity, errand);
        }

        var did = $"{activity["value"]?["action"]?["verb"] ?? activity["text"]}";
        var card = answer is ActivityAnswer.Card { Utf8Json: var json } ? JsonElement.Parse(json.Span) : default;
        var isSaved = new Seen("", false, null, null, card).Says(Saved);
        Done[did] = Done.GetValueOrDefault(did) + (isSaved ? 1 : 0);
        // What was so already is answered as the first time, also to somebody whose words are not needed any more.
        if (isSaved && errand.HasRecorded && tokens.Count > 0)
        {
            Promises.Add(new Promise(did, tokens, pressed, town.Now));
        }

        return answer is null ? null : card;
    }

    // Null when the process died over it, or a service it needs did not answer.
    private async Task<ActivityAnswer?> Deliver(JsonObject json, Errand errand)
    {
        if (cluster.Any() is not { } replica)
        {
            return null;
        }

        Activity.TryParse(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(json.ToJsonString())), out var activity, out _).ShouldBeTrue();
        errand.Begin();
        try
        {
            var work = replica.Handler(activity!, CancellationToken.None);
            return await Task.WhenAny(work, replica.Death) == work ? await work : null;
        }
        catch (Exception fault)
        {
            if (!errand.HasMetTrouble)
            {
                findings.Add($"A press failed although no service did: {fault} at {json["value"]}{json["text"]}");
            }

            return null;
        }
    }
}
