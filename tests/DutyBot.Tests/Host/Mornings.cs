using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>What the stories of the morning check have in common.</summary>
internal static class Mornings
{
    private const string News = "Kiểm tra khả năng liên hệ đầu ngày";
    public const string Missing = "Phòng Quản lý Thương mại: chưa gắn kênh Teams.";
    public const string Mended = "các nội dung đã báo trước đây đều đã được xử lý";

    public static readonly Act Earlier = Act.OfSystem(Instant.FromUtc(2026, 11, 20, 1, 0));
    public static readonly OrganisationEvent Unbound = new OrganisationEvent.ChannelUnbound(Earlier, SampleOrganisation.Trade);

    public static readonly OrganisationEvent Bound = new OrganisationEvent.ChannelBound(
        Earlier,
        SampleOrganisation.Trade,
        OfficeDriver.ChannelOf(SampleOrganisation.Trade)
    );

    public static async Task<OfficeDriver> Open(LocalIssuer issuer, params OrganisationEvent[] more)
    {
        var office = await OfficeDriver.Open(issuer, "Production", null, more);
        // Until somebody has written to it, DutyBot knows no way to Teams.
        await office.HeadOfOffice.Types("trợ giúp");
        return office;
    }

    public static Task Sweep(RunningApp app, OfficeDriver office) => app.Get<ClockWorker>().Sweep(office.Cancel);

    public static async Task<IReadOnlyList<Seen>> MorningNews(this OfficeDriver office)
    {
        await office.Settled();
        return [.. office.Messages(office.HeadOfOffice.Chat).Where(IsNews)];
    }

    public static bool IsNews(Seen seen) => seen.Summary is { } summary && summary.StartsWith(News, StringComparison.Ordinal);

    // This Monday's is one of them.
    public static async Task<int> MorningChecks(this OfficeDriver office) =>
        (await office.Store.Load(DutyId.Organisation, office.Cancel)).Events.Count(e => e.Type == nameof(OrganisationEvent.ReachabilityChecked));

    // Under lease an effect is ready again after two minutes; put off, after ten.
    public static async Task PutOff(this OfficeDriver office)
    {
        while ((await office.Store.DutiesToDrain(office.Now() + Duration.FromMinutes(5), 100, office.Cancel)).Count > 0)
        {
            await Task.Yield();
        }
    }
}
