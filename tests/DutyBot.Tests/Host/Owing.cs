using System.Text.Json;
using DutyBot.Delivery;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Storage;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>Notices that wait to be sent, without the duties they would come from, and workers that die over them.</summary>
internal static class Owing
{
    private const string Said = "Mọi thẻ và thông báo đều đã gửi được";

    private static readonly Duration Lease = Duration.FromMinutes(2);

    // Until somebody has written to it, the program knows no way to Teams.
    public static async Task<OfficeDriver> Known(LocalIssuer issuer)
    {
        var office = await OfficeDriver.Open(issuer);
        await office.HeadOfOffice.Types("trợ giúp");
        return office;
    }

    /// <summary>As <see cref="Known"/>, with nobody at work: the test does what the worker would.</summary>
    public static async Task<OfficeDriver> Idle(LocalIssuer issuer)
    {
        var office = await Known(issuer);
        await office.App.Get<OutboxWorker>().StopAsync(office.Cancel);
        return office;
    }

    /// <summary>As many duties with a notice each.</summary>
    public static async Task<DutyId[]> Owe(this OfficeDriver office, int count)
    {
        var duties = new DutyId[count];
        for (var i = 0; i < count; i++)
        {
            duties[i] = await office.Owe(new Effect.Tell(new Audience.Channel(SampleOrganisation.Planning), "n.letters.none", []));
        }

        return duties;
    }

    /// <summary>A duty that owes this, each in a lane of its own.</summary>
    public static async Task<DutyId> Owe(this OfficeDriver office, params Effect[] effects)
    {
        var duty = StoreSamples.NewDuty();
        var append = StoreSamples.Following(StoreSamples.Unwritten(duty), "{}") with { Now = office.Now() };
        var owed = effects.Select((effect, i) => new NewEffect($"{i}", $"{i}", JsonSerializer.Serialize(effect, DutyJson.Options), null));
        await office.Store.Append(append with { Effects = [.. owed] }, office.Cancel);
        return duty;
    }

    public static int Notices(this OfficeDriver office) => office.Messages(SampleOrganisation.Planning).Count(seen => seen.Says(Said));

    /// <summary>A worker takes the first effect of the duty and dies before it does anything.</summary>
    public static async Task<LeasedEffect> DiesBeforeIt(this OfficeDriver office, DutyId duty) =>
        (await office.Store.LeaseEffects(duty, office.Now(), Lease, office.Cancel))[0];

    /// <summary>A worker carries out the first effect of the duty and dies before it settles it.</summary>
    public static async Task<Settlement> DiesAfterIt(this OfficeDriver office, DutyId duty)
    {
        var leased = await office.DiesBeforeIt(duty);
        return await office.App.Get<EffectRunner>().Run(office.Hold(leased), StoredEffects.Read(leased.Json)!, office.Cancel);
    }

    public static HeldEffect Hold(this OfficeDriver office, LeasedEffect leased) => new(leased, office.Store, office.App.Get<Office>());

    /// <summary>Another worker looks whether there is something to do.</summary>
    public static Task Drain(this OfficeDriver office, DutyId duty) => office.App.Get<OutboxWorker>().Drain(duty, office.Cancel);

    /// <summary>A dead worker's lease ends, and another looks whether there is something to do.</summary>
    public static async Task DrainAfterTheLease(this OfficeDriver office, DutyId duty)
    {
        office.Time.Advance(Lease.ToTimeSpan());
        await office.Drain(duty);
    }

    public static ValueTask<IReadOnlyList<DeadEffect>> Dead(this OfficeDriver office) => office.Store.DeadEffects(10, office.Cancel);
}
