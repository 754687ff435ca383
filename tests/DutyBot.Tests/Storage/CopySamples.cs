using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage.Copying;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

/// <summary>Copies one duty as the command does, with obligations that the test names instead of folding a history.</summary>
internal static class CopySamples
{
    public const string Title = "Báo cáo tháng 3";

    public static async Task<DutyDifference> Difference(ICopyableStore source, ICopyableStore target, DutyId duty) =>
        DutyDifference.Of(await source.Export(duty, None), await target.Export(duty, None));

    public static async Task<DutyImport> Import(ICopyableStore source, ICopyableStore target, DutyId duty, params Obligation[] open)
    {
        var registered = await target.Registered(duty, open, None);
        return new DutyImport(await Difference(source, target, duty), Title, Now, [], [.. open.Except(registered)]);
    }

    public static async Task Copy(ICopyableStore source, ICopyableStore target, DutyId duty, params Obligation[] open) =>
        (await target.Import(await Import(source, target, duty, open), None)).ShouldBeTrue();

    public static void ShouldHold(this DutyRecord copy, DutyRecord source)
    {
        copy.History.Version.Number.ShouldBe(source.History.Version.Number);
        copy.History.Events.ShouldBe(source.History.Events);
        copy.Effects.ShouldBe(source.Effects);
        copy.Dead.ShouldBe(source.Dead);
        copy.Cards.ShouldBe(source.Cards, ignoreOrder: true);
    }
}
