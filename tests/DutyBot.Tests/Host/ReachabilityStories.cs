using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>R-09: an admin asks whether everybody can be reached.</summary>
public sealed class ReachabilityStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string NotReached = "Phòng Quản lý Thương mại: chưa liên hệ được với người đứng đầu";

    [Fact]
    public async Task R_09_A_head_who_is_on_no_roster_is_named_until_they_write_to_the_bot()
    {
        await using var office = await OfficeDriver.Open(issuer);
        office.Connector.Members[OfficeDriver.ChannelOf(SampleOrganisation.Trade)] = [];

        (await office.HeadOfOffice.Types("kiểm tra")).Words.ShouldContain(NotReached);
        await office.HeadOfTrade.Types("trợ giúp");
        (await office.HeadOfOffice.Types("check")).Words.ShouldNotContain(NotReached);
    }

    [Theory]
    [InlineData(404, "kênh Teams không còn")]
    [InlineData(429, "chưa kiểm tra được kênh Teams")]
    public async Task R_09_A_channel_that_is_gone_is_told_from_one_that_gave_no_answer(int status, string words)
    {
        await using var office = await OfficeDriver.Open(issuer);
        office.Connector.Next(new ConnectorReply(status, """{"error":{"code":"-","message":"-"}}""", RetryAfter: "60"));

        (await office.HeadOfOffice.Types("kiểm tra")).Words.ShouldContain(words);
    }

    [Fact]
    public async Task R_09_The_area_says_what_the_organisation_itself_lacks_without_asking_Teams()
    {
        var gone = new OrganisationEvent.ChannelUnbound(Act.OfSystem(Instant.FromUtc(2026, 11, 20, 1, 0)), SampleOrganisation.Trade);
        await using var office = await OfficeDriver.Open(issuer);
        await using var lacking = await OfficeDriver.Open(issuer, "Production", null, gone);

        (await Area(office)).Words.ShouldContain("Cơ cấu tổ chức đã đủ người và kênh.");
        (await Area(lacking)).Words.ShouldContain("Phòng Quản lý Thương mại: chưa gắn kênh Teams.");
        lacking.Connector.Requests.ShouldNotContain(request => request.Target.Contains("pagedmembers"));
    }

    [Fact]
    public async Task D_06_Only_an_admin_is_told()
    {
        await using var office = await OfficeDriver.Open(issuer);

        (await office.HeadOfTrade.Types("kiểm tra")).Words.ShouldNotContain("Kiểm tra khả năng liên hệ");
        office.Connector.Requests.ShouldNotContain(request => request.Target.Contains("pagedmembers"));
    }

    private static async Task<Seen> Area(OfficeDriver office) =>
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Khả năng liên hệ");
}
