using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Tests.Domain.Specs;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using Texts = DutyBot.Teams.Texts;

namespace DutyBot.Tests.Cards;

/// <summary>The office of the specs with the names that people read.</summary>
internal static class NamedOffice
{
    private static readonly Act Founding = Act.OfSystem(Instant.FromUtc(2025, 12, 31, 17, 0));
    private static readonly LocalDate Start = new(2026, 1, 1);

    private static readonly (UnitId Unit, string Name)[] Units =
    [
        (Leadership, "Ban Giám đốc"),
        (SampleOffice.Office, "Văn phòng Sở"),
        (Planning, "Phòng Kế hoạch - Tài chính"),
        (Industry, "Phòng Quản lý công nghiệp"),
        (Trade, "Phòng Quản lý thương mại"),
        (Safety, "Phòng Kỹ thuật an toàn"),
        (Headless, "Phòng Năng lượng"),
        (Ended, "Phòng Xuất nhập khẩu"),
    ];

    private static readonly (PersonId Person, string Name)[] People =
    [
        (Director, "Nguyễn Văn An"),
        (Deputy, "Trần Thị Bình"),
        (OtherDeputy, "Lê Văn Cường"),
        (HeadOfOffice, "Phạm Thị Dung"),
        (HeadOfPlanning, "Hoàng Văn Giang"),
        (OfficerOfPlanning, "Vũ Thị Hà"),
        (OtherOfficerOfPlanning, "Đặng Văn Hùng"),
        (HeadOfIndustry, "Bùi Thị Khánh"),
        (OfficerOfIndustry, "Đỗ Văn Lâm"),
        (HeadOfTrade, "Hồ Thị Mai"),
        (HeadOfSafety, "Ngô Văn Nam"),
        (DelegateOfDirector, "Dương Thị Oanh"),
        (DelegateOfDeputy, "Lý Văn Phúc"),
        (DelegateOfPlanning, "Đinh Thị Quỳnh"),
        (DelegateOfIndustry, "Mai Văn Sơn"),
        (Personnel, "Tạ Thị Uyên"),
        (Stranger, "Cao Thị Tâm"),
    ];

    public static IReadOnlyList<OrganisationEvent> Events { get; } =
    [
        .. SampleOffice.Events(),
        .. Units.Select(unit => new OrganisationEvent.UnitRenamed(Founding, unit.Unit, unit.Name, unit.Name, Start, "Quyết định")),
        new OrganisationEvent.AbsenceRecorded(Founding, HeadOfTrade, AbsenceGrade.MayFinish, new(2026, 12, 1), new(2026, 12, 4)),
        .. People.Select(person => new OrganisationEvent.PersonRegistered(Founding, person.Person, person.Name, "", null)),
    ];

    public static Organisation Organisation { get; } = Organisation.From(Events);

    /// <summary>All names, for the pseudo-locale.</summary>
    public static string[] Names { get; } = [.. Units.Select(unit => unit.Name), .. People.Select(person => person.Name)];

    public static Names NamesAt(Instant now, Texts texts) => new(Organisation, VietnamCalendar.Default, VietnamCalendar.Default.DateOf(now), texts);
}
