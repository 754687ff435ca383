using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using NodaTime;
using NodaTime.Text;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Tests.Domain.Organisations;

/// <summary>Short forms of the events of a small department, so that a test shows only who and when.</summary>
internal static class OrganisationFixture
{
    public static readonly UnitId Board = new("ban-giam-doc");
    public static readonly UnitId Office = new("van-phong");
    public static readonly UnitId Planning = new("ke-hoach");
    public static readonly UnitId Trade = new("thuong-mai");

    public static readonly PersonId An = new("an");
    public static readonly PersonId Binh = new("binh");
    public static readonly PersonId Chi = new("chi");

    public static readonly Act Recorded = Act.OfSystem(Instant.FromUtc(2025, 12, 31, 17, 0));

    /// <summary>Four units from 01/01/2026, nobody appointed.</summary>
    public static readonly OrganisationEvent[] Units =
    [
        new UnitCreated(Recorded, Board, "Ban Giám đốc", "BGĐ", UnitKind.Leadership, null, Day("2026-01-01"), "Quyết định 01"),
        new UnitCreated(Recorded, Office, "Văn phòng Sở", "VP", UnitKind.Office, Board, Day("2026-01-01"), "Quyết định 01"),
        new UnitCreated(Recorded, Planning, "Phòng Kế hoạch", "KH", UnitKind.Division, Board, Day("2026-01-01"), "Quyết định 01"),
        new UnitCreated(Recorded, Trade, "Phòng Thương mại", "TM", UnitKind.Division, Board, Day("2026-01-01"), "Quyết định 01"),
    ];

    public static Organisation With(params OrganisationEvent[] events) => Organisation.From([.. Units, .. events]);

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static Appointed Appoint(PersonId person, UnitId unit, Position position, string from = "2026-01-01", string? to = null) =>
        new(Recorded, person, unit, position, Day(from), to is null ? null : Day(to));

    public static Delegated Delegate(
        PersonId grantor,
        PersonId to,
        DelegationScope scope = DelegationScope.Everything,
        string from = "2026-03-01",
        string until = "2026-03-31"
    ) => new(Recorded, grantor, to, scope, Day(from), Day(until), "12/GUQ-SCT");
}
