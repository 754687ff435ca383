using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using static DutyBot.Development.SampleOrganisation;

namespace DutyBot.Development;

internal sealed record SampleUnit(UnitId Id, UnitKind Kind, string Name, string ShortName);

internal sealed record SamplePerson(PersonId Id, UnitId Unit, Position Position, string Name, string Title);

/// <summary>What the sample department and its people are called in one language.</summary>
internal sealed record SampleNames(
    string Tenant,
    string Basis,
    string DivisionsChannel,
    ImmutableArray<SampleUnit> Units,
    ImmutableArray<SamplePerson> People
)
{
    public static SampleNames Vietnamese { get; } =
        new(
            "Sở Công Thương",
            "Dữ liệu mẫu",
            "Các phòng chuyên môn",
            [
                new(Leadership, UnitKind.Leadership, "Ban Giám đốc", "BGĐ"),
                new(Office, UnitKind.Office, "Văn phòng Sở", "VP"),
                new(Planning, UnitKind.Division, "Phòng Kế hoạch - Tài chính", "KHTC"),
                new(Industry, UnitKind.Division, "Phòng Quản lý công nghiệp", "QLCN"),
                new(Trade, UnitKind.Division, "Phòng Quản lý thương mại", "QLTM"),
                new(Safety, UnitKind.Division, "Phòng Kỹ thuật an toàn - Môi trường", "KTAT-MT"),
            ],
            [
                new(Director, Leadership, Position.Head, "Giám đốc Sở", "Giám đốc"),
                new(DeputyDirector, Leadership, Position.Deputy, "Phó Giám đốc Sở", "Phó Giám đốc"),
                new(HeadOfOffice, Office, Position.Head, "Chánh Văn phòng Sở", "Chánh Văn phòng"),
                new(OfficerOfOffice, Office, Position.Officer, "Chuyên viên Văn phòng Sở", "Chuyên viên"),
                new(HeadOfPlanning, Planning, Position.Head, "Trưởng phòng Kế hoạch - Tài chính", "Trưởng phòng"),
                new(OfficerOfPlanning, Planning, Position.Officer, "Chuyên viên Kế hoạch - Tài chính", "Chuyên viên"),
                new(HeadOfIndustry, Industry, Position.Head, "Trưởng phòng Quản lý công nghiệp", "Trưởng phòng"),
                new(OfficerOfIndustry, Industry, Position.Officer, "Chuyên viên Quản lý công nghiệp", "Chuyên viên"),
                new(HeadOfTrade, Trade, Position.Head, "Trưởng phòng Quản lý thương mại", "Trưởng phòng"),
                new(OfficerOfTrade, Trade, Position.Officer, "Chuyên viên Quản lý thương mại", "Chuyên viên"),
                new(HeadOfSafety, Safety, Position.Head, "Trưởng phòng Kỹ thuật an toàn - Môi trường", "Trưởng phòng"),
                new(OfficerOfSafety, Safety, Position.Officer, "Chuyên viên Kỹ thuật an toàn - Môi trường", "Chuyên viên"),
            ]
        );

    public static SampleNames English { get; } =
        new(
            "Department of Industry and Trade",
            "Sample data",
            "Divisions",
            [
                new(Leadership, UnitKind.Leadership, "Department Leadership", "DL"),
                new(Office, UnitKind.Office, "Department Office", "OFF"),
                new(Planning, UnitKind.Division, "Planning and Finance Division", "PFD"),
                new(Industry, UnitKind.Division, "Industry Management Division", "IMD"),
                new(Trade, UnitKind.Division, "Trade Management Division", "TMD"),
                new(Safety, UnitKind.Division, "Technical Safety and Environment Division", "TSED"),
            ],
            [
                new(Director, Leadership, Position.Head, "Director", "Director"),
                new(DeputyDirector, Leadership, Position.Deputy, "Deputy Director", "Deputy Director"),
                new(HeadOfOffice, Office, Position.Head, "Chief of Office", "Chief of Office"),
                new(OfficerOfOffice, Office, Position.Officer, "Office Officer", "Officer"),
                new(HeadOfPlanning, Planning, Position.Head, "Head of Planning and Finance", "Head of Division"),
                new(OfficerOfPlanning, Planning, Position.Officer, "Officer of Planning and Finance", "Officer"),
                new(HeadOfIndustry, Industry, Position.Head, "Head of Industry Management", "Head of Division"),
                new(OfficerOfIndustry, Industry, Position.Officer, "Officer of Industry Management", "Officer"),
                new(HeadOfTrade, Trade, Position.Head, "Head of Trade Management", "Head of Division"),
                new(OfficerOfTrade, Trade, Position.Officer, "Officer of Trade Management", "Officer"),
                new(HeadOfSafety, Safety, Position.Head, "Head of Technical Safety and Environment", "Head of Division"),
                new(OfficerOfSafety, Safety, Position.Officer, "Officer of Technical Safety and Environment", "Officer"),
            ]
        );
}
