using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>An admin reads what was changed.</summary>
public sealed class LogStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task The_log_begins_with_the_latest_change_and_goes_back_page_by_page()
    {
        await using var office = await OfficeDriver.Open(issuer, more: Renamings(45));

        var newest = await Log(office);
        newest.Words.ShouldContain("Tên số 44 → Tên số 45.");
        newest.Words.ShouldContain("Tên số 25 → Tên số 26.");
        newest.Words.ShouldNotContain("→ Tên số 25.");
        newest.Buttons.ShouldNotContain("Mới hơn");

        var older = await office.HeadOfOffice.Presses(newest, "Cũ hơn");
        older.Words.ShouldContain("Tên số 24 → Tên số 25.");
        older.Words.ShouldNotContain("→ Tên số 26.");
        (await office.HeadOfOffice.Presses(older, "Mới hơn")).Words.ShouldContain("→ Tên số 45.");
    }

    [Fact]
    public async Task The_oldest_page_has_nothing_older()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var page = await Log(office);

        while (page.Buttons.Contains("Cũ hơn"))
        {
            page = await office.HeadOfOffice.Presses(page, "Cũ hơn");
        }

        page.Words.ShouldContain("đổi tên cơ quan: chưa có → Sở Công Thương");
        page.Buttons.ShouldContain("Mới hơn");
    }

    [Fact]
    public async Task Twenty_changes_with_long_bases_fit_a_card()
    {
        var basis = string.Concat(Enumerable.Repeat("Quyết định về việc sắp xếp đơn vị ", 30));
        var at = Act.OfSystem(Instant.FromUtc(2026, 11, 1, 0, 0));
        await using var office = await OfficeDriver.Open(
            issuer,
            more: [.. Enumerable.Range(1, 20).Select(day => new OrganisationEvent.CalendarEntryRemoved(at, new LocalDate(2026, 3, day), basis))]
        );

        System.Text.Encoding.UTF8.GetByteCount((await Log(office)).Card.GetRawText()).ShouldBeLessThan(24 * 1024);
    }

    [Fact]
    public async Task Whoever_is_no_admin_does_not_read_it()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var log = await office.HeadOfOffice.Types("cấu hình");

        (await office.Deputy.Presses(log, "Nhật ký thay đổi")).Words.ShouldNotContain("đổi tên");
    }

    private static OrganisationEvent[] Renamings(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(n => new OrganisationEvent.TenantNamed(Act.OfSystem(Instant.FromUtc(2026, 11, 1, 0, 0)), $"Tên số {n}")),
        ];

    private static async Task<Seen> Log(OfficeDriver office) =>
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Nhật ký thay đổi");
}
