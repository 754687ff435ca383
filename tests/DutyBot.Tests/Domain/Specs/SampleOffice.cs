using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Tests.Domain.Specs;

/// <summary>A department with every kind of person and unit the rules tell apart.</summary>
internal static class SampleOffice
{
    public static readonly UnitId Leadership = new("ban-giam-doc");
    public static readonly UnitId Office = new("van-phong");
    public static readonly UnitId Planning = new("phong-ke-hoach");
    public static readonly UnitId Industry = new("phong-cong-nghiep");
    public static readonly UnitId Trade = new("phong-thuong-mai");
    public static readonly UnitId Safety = new("phong-an-toan");

    /// <summary>Active, but nobody heads it.</summary>
    public static readonly UnitId Headless = new("phong-chua-co-truong-phong");

    /// <summary>Ended on 01/07/2026; Trade took over.</summary>
    public static readonly UnitId Ended = new("phong-xuat-nhap-khau");

    public static readonly UnitId NeverHeardOf = new("phong-khong-co");

    public static readonly PersonId Director = new("director");
    public static readonly PersonId Deputy = new("deputy-director");
    public static readonly PersonId OtherDeputy = new("other-deputy-director");
    public static readonly PersonId HeadOfOffice = new("head-of-office");
    public static readonly PersonId HeadOfPlanning = new("head-of-planning");
    public static readonly PersonId OfficerOfPlanning = new("officer-of-planning");
    public static readonly PersonId OtherOfficerOfPlanning = new("other-officer-of-planning");
    public static readonly PersonId HeadOfIndustry = new("head-of-industry");
    public static readonly PersonId OfficerOfIndustry = new("officer-of-industry");
    public static readonly PersonId HeadOfTrade = new("head-of-trade");
    public static readonly PersonId HeadOfSafety = new("head-of-safety");

    /// <summary>Acts by delegation of the director in everything.</summary>
    public static readonly PersonId DelegateOfDirector = new("delegate-of-director");

    /// <summary>Assigns by delegation of <see cref="Deputy"/>.</summary>
    public static readonly PersonId DelegateOfDeputy = new("delegate-of-deputy");

    /// <summary>Acts by delegation of the head of Planning, whose officer they are.</summary>
    public static readonly PersonId DelegateOfPlanning = new("delegate-of-planning");

    /// <summary>Acts by delegation of the head of Industry, without being a member of it.</summary>
    public static readonly PersonId DelegateOfIndustry = new("delegate-of-industry");

    /// <summary>Holds the role of the personnel body (bộ phận tổ chức cán bộ).</summary>
    public static readonly PersonId Personnel = new("personnel-officer");

    /// <summary>Has no appointment, role or delegation.</summary>
    public static readonly PersonId Stranger = new("stranger");

    public static readonly PersonId[] Everybody =
    [
        Director,
        Deputy,
        OtherDeputy,
        HeadOfOffice,
        HeadOfPlanning,
        OfficerOfPlanning,
        OtherOfficerOfPlanning,
        HeadOfIndustry,
        OfficerOfIndustry,
        HeadOfTrade,
        HeadOfSafety,
        DelegateOfDirector,
        DelegateOfDeputy,
        DelegateOfPlanning,
        DelegateOfIndustry,
        Personnel,
        Stranger,
    ];

    private static readonly LocalDate Start = new(2026, 1, 1);
    private static readonly Act Founding = Act.OfSystem(VietnamCalendar.Default.StartOfDay(Start));

    public static Organisation Organisation { get; } = Organisation.From(Events());

    public static DutyContext Context { get; } = new(Organisation, VietnamCalendar.Default, Policy.Default);

    public static DutyContext With(Policy policy) => Context with { Policy = policy };

    /// <summary>The office after something more has happened to it.</summary>
    public static DutyContext After(params OrganisationEvent[] more) => Context with { Organisation = Organisation.From([.. Events(), .. more]) };

    /// <summary>The office after a day has become a day off.</summary>
    public static DutyContext WithDayOff(LocalDate date) =>
        Context with
        {
            Calendar = Context.Calendar.With(new CalendarEntry(date, CalendarEntryKind.SwapOff, "Nghỉ hoán đổi", "20/TB-BNV")),
        };

    public static OrganisationEvent Appointed(PersonId person, UnitId unit, Position position, LocalDate from) =>
        new Appointed(Founding, person, unit, position, from, null);

    public static OrganisationEvent Left(PersonId person, UnitId unit, Position position, LocalDate lastDay) =>
        new AppointmentEnded(Founding, person, unit, position, lastDay);

    public static OrganisationEvent UnitEnded(UnitId unit, LocalDate at, UnitId? successor) =>
        new UnitEnded(Founding, unit, at, successor, "Quyết định");

    public static IEnumerable<OrganisationEvent> OneOfEachEvent =>
        [
            new TenantNamed(Founding, "Sở Công Thương"),
            new LanguageSet(Founding, Language.Vietnamese),
            Created(Planning, UnitKind.Division),
            new UnitRenamed(Founding, Planning, "Phòng Kế hoạch", "KH", Start, "12/QĐ-SCT"),
            UnitEnded(Ended, new(2026, 7, 1), Trade),
            new ChannelBound(Founding, Planning, "19:ke-hoach@thread.tacv2"),
            new PersonRegistered(Founding, HeadOfPlanning, "Trưởng phòng Kế hoạch", "Trưởng phòng", "kehoach@example.vn"),
            new Appointed(Founding, HeadOfPlanning, Planning, Position.Head, Start, new LocalDate(2026, 12, 31)),
            Left(HeadOfPlanning, Planning, Position.Head, new(2026, 12, 31)),
            Delegated(HeadOfPlanning, DelegateOfPlanning, DelegationScope.Headship),
            new DelegationEnded(Founding, HeadOfPlanning, DelegateOfPlanning, new LocalDate(2026, 12, 31)),
            new DelegationEnded(Founding, HeadOfPlanning, DelegateOfPlanning, new(2025, 12, 31), Start, DelegationScope.Headship),
            new RoleGranted(Founding, Director, Role.Leader, Start),
            new RoleWithdrawn(Founding, Director, Role.Leader, new LocalDate(2026, 12, 31)),
            new UnitMoved(Founding, Planning, Trade, Start, "Quyết định 04"),
            new UnitHandedOver(Founding, Planning),
            new StaffMoved(Founding, Planning, Trade, Start),
            new ChannelUnbound(Founding, Planning),
            new AbsenceRecorded(Founding, HeadOfPlanning, AbsenceGrade.FullyAway, Start, Start),
            new AbsenceEnded(Founding, HeadOfPlanning, Start),
            new AbsenceEnded(Founding, HeadOfPlanning, new LocalDate(2025, 12, 31), Start),
            new SettingChanged(Founding, "consult.replyDefault", "5", "3", Start, "12/QĐ-SCT"),
            new CalendarEntrySet(Founding, Start, CalendarEntryKind.SwapOff, "Hoán đổi", "15/TB-SNV"),
            new CalendarEntryRemoved(Founding, Start, "16/TB-SNV"),
            new RecountConfirmed(Founding, "1f0c", [DutyId.Parse("NV-2026-7K3Q9")]),
            new CompetenceAssigned(Founding, "Đất đai", CompetenceAction.Decide, Trade, "20/QĐ-UBND", Start, Start),
            new CompetenceEnded(Founding, "Đất đai", CompetenceAction.Decide, Trade, Start, "21/QĐ-UBND"),
            new NormSet(Founding, "Báo cáo chuyên đề", 10, Start, "22/QĐ-SCT"),
            new TemplateSaved(Founding, "Báo cáo tháng", new TaskTemplate("Báo cáo tháng", "Báo cáo", "Theo mẫu", 5)),
            new TemplateRemoved(Founding, "Báo cáo tháng"),
            new ReachabilityChecked(Founding, new LocalDate(2026, 1, 5)),
            new BacklogTold(Founding, new LocalDate(2026, 1, 5)),
            new TestMessageAsked(Founding, "0123456789abcdef", Planning, null),
            new TestMessageAsked(Founding, "fedcba9876543210", null, HeadOfPlanning),
            new LetterRetried(Founding, "00112233445566aa", DutyId.Organisation, "0000000001-00"),
            new LetterDismissed(Founding, "00112233445566bb", DutyId.Organisation, "0000000001-00", "Đã báo trực tiếp"),
            new TeamJoined(Founding, "19:so@thread.tacv2", "Sở Công Thương"),
            new TeamLeft(Founding, "19:so@thread.tacv2"),
            new FirstTaskAssigned(Founding),
            new UnitEnded(
                Founding,
                Ended,
                new LocalDate(2026, 7, 1),
                Trade,
                "03/QĐ-SCT",
                Reorganisation.Split,
                [new ChosenSuccessor(DutyId.Parse("NV-2026-7K3Q9"), Trade)]
            ),
        ];

    /// <summary>How the office came to be.</summary>
    public static IEnumerable<OrganisationEvent> Events() =>
        [
            Created(Leadership, UnitKind.Leadership),
            Created(Office, UnitKind.Office),
            .. new[] { Planning, Industry, Trade, Safety, Headless, Ended }.Select(u => Created(u, UnitKind.Division)),
            UnitEnded(Ended, new(2026, 7, 1), Trade),
            Appointed(Director, Leadership, Position.Head, Start),
            Appointed(Deputy, Leadership, Position.Deputy, Start),
            Appointed(OtherDeputy, Leadership, Position.Deputy, Start),
            Appointed(HeadOfOffice, Office, Position.Head, Start),
            Appointed(HeadOfPlanning, Planning, Position.Head, Start),
            Appointed(OfficerOfPlanning, Planning, Position.Officer, Start),
            Appointed(OtherOfficerOfPlanning, Planning, Position.Officer, Start),
            Appointed(HeadOfIndustry, Industry, Position.Head, Start),
            Appointed(OfficerOfIndustry, Industry, Position.Officer, Start),
            Appointed(HeadOfTrade, Trade, Position.Head, Start),
            Appointed(HeadOfSafety, Safety, Position.Head, Start),
            Appointed(DelegateOfDirector, Office, Position.Deputy, Start),
            Appointed(DelegateOfDeputy, Office, Position.Officer, Start),
            Appointed(DelegateOfPlanning, Planning, Position.Deputy, Start),
            new RoleGranted(Founding, Personnel, Role.PersonnelBody, Start),
            Delegated(Director, DelegateOfDirector, DelegationScope.Everything),
            Delegated(Deputy, DelegateOfDeputy, DelegationScope.Assigning),
            Delegated(HeadOfPlanning, DelegateOfPlanning, DelegationScope.Headship),
            Delegated(HeadOfIndustry, DelegateOfIndustry, DelegationScope.Headship),
        ];

    private static UnitCreated Created(UnitId unit, UnitKind kind) => new(Founding, unit, unit.Value, unit.Value, kind, null, Start, "Quyết định");

    // All delegations end with the year, so that a spec can step behind their end.
    private static Delegated Delegated(PersonId grantor, PersonId to, DelegationScope scope) =>
        new(Founding, grantor, to, scope, Start, new LocalDate(2026, 12, 31), "12/QĐ-SCT");
}
