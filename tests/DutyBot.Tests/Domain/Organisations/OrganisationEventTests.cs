using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

public sealed class OrganisationEventTests
{
    private static readonly JsonSerializerOptions Json = DutyJson.Options;

    private static readonly OrganisationEvent[] OneOfEach =
    [
        .. Units,
        new TenantNamed(Recorded, "Sở Công Thương"),
        new LanguageSet(Recorded, Language.English),
        new UnitRenamed(Recorded, Planning, "Phòng Kế hoạch - Tài chính", "KHTC", Day("2026-07-01"), "Quyết định 02"),
        new ChannelBound(Recorded, Planning, "19:a"),
        new PersonRegistered(Recorded, An, "Đỗ Thị Hoà", "Chuyên viên", null),
        Appoint(An, Planning, Position.Head),
        new AppointmentEnded(Recorded, An, Planning, Position.Head, Day("2026-06-30")),
        Delegate(An, Binh),
        new DelegationEnded(Recorded, An, Binh, Day("2026-03-14")),
        new DelegationEnded(Recorded, An, Binh, Day("2026-02-28"), Day("2026-03-01"), DelegationScope.Everything),
        new RoleGranted(Recorded, Chi, Role.Admin, Day("2026-02-01")),
        new RoleWithdrawn(Recorded, Chi, Role.Admin, Day("2026-03-14")),
        new UnitEnded(Recorded, Planning, Day("2026-10-01"), Trade, "Quyết định 03"),
        new UnitMoved(Recorded, Planning, Trade, Day("2026-07-01"), "Quyết định 04"),
        new UnitHandedOver(Recorded, Planning),
        new StaffMoved(Recorded, Planning, Trade, Day("2026-10-01")),
        new ChannelUnbound(Recorded, Planning),
        new AbsenceRecorded(Recorded, An, AbsenceGrade.FullyAway, Day("2026-07-01"), Day("2026-07-01")),
        new AbsenceEnded(Recorded, An, Day("2026-07-01")),
        new AbsenceEnded(Recorded, An, Day("2026-06-30"), Day("2026-07-01")),
        new SettingChanged(Recorded, "consult.replyDefault", "5", "3", Day("2026-07-01"), "12/QĐ-SCT"),
        new CalendarEntrySet(Recorded, Day("2026-07-01"), CalendarEntryKind.SwapOff, "Hoán đổi", "15/TB-SNV"),
        new CalendarEntryRemoved(Recorded, Day("2026-07-01"), "16/TB-SNV"),
        new RecountConfirmed(Recorded, "1f0c", []),
        new CompetenceAssigned(Recorded, "Đất đai", CompetenceAction.Decide, Trade, "20/QĐ-UBND", Day("2026-07-01"), Day("2026-07-01")),
        new CompetenceEnded(Recorded, "Đất đai", CompetenceAction.Decide, Trade, Day("2026-07-01"), "21/QĐ-UBND"),
        new NormSet(Recorded, "Báo cáo chuyên đề", 10, Day("2026-07-01"), "22/QĐ-SCT"),
        new TemplateSaved(Recorded, "Báo cáo tháng", new TaskTemplate("Báo cáo tháng", "Báo cáo", "Theo mẫu", 5)),
        new TemplateRemoved(Recorded, "Báo cáo tháng"),
        new ReachabilityChecked(Recorded, Day("2026-07-01")),
        new BacklogTold(Recorded, Day("2026-07-06")),
        new TestMessageAsked(Recorded, "0123456789abcdef", Planning, null),
        new LetterRetried(Recorded, "0123456789abcdef", DutyId.Organisation, "0000000001-00"),
        new LetterDismissed(Recorded, "fedcba9876543210", DutyId.Organisation, "0000000001-00", "Đã báo trực tiếp"),
        new TeamJoined(Recorded, "19:t", "Sở"),
        new TeamLeft(Recorded, "19:t"),
        new FirstTaskAssigned(Recorded),
    ];

    [Fact]
    public void Every_event_has_a_sample_and_a_name_that_never_changes()
    {
        var names = typeof(OrganisationEvent)
            .GetCustomAttributes<JsonDerivedTypeAttribute>()
            .ToDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

        string.Join(' ', names.Values.Order(StringComparer.Ordinal))
            .ShouldBe(
                "absence-ended absence-recorded appointed appointment-ended backlog-told calendar-entry-removed calendar-entry-set channel-bound channel-unbound competence-assigned competence-ended delegated delegation-ended first-task-assigned language-set letter-dismissed letter-retried norm-set person-registered reachability-checked recount-confirmed role-granted role-withdrawn setting-changed staff-moved team-joined team-left template-removed template-saved tenant-named test-message-asked unit-created unit-ended unit-handed-over unit-moved unit-renamed"
            );
        names.Keys.ShouldBe(typeof(OrganisationEvent).GetNestedTypes(), ignoreOrder: true);
        OneOfEach.Select(e => e.GetType()).Distinct().ShouldBe(names.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Every_event_reads_back_as_it_was_written()
    {
        foreach (var evt in OneOfEach)
        {
            JsonSerializer.Deserialize<OrganisationEvent>(JsonSerializer.Serialize(evt, Json), Json).ShouldBe(evt);
        }
    }

    [Fact]
    public void Every_event_repeated_at_once_changes_no_answer()
    {
        var once = Organisation.From(OneOfEach);
        var twice = Organisation.From(OneOfEach.SelectMany(e => new[] { e, e }));
        foreach (var date in Enumerable.Range(0, 365).Select(Day("2026-01-01").PlusDays))
        {
            Answers(twice, date).ShouldBe(Answers(once, date));
        }
    }

    [Fact]
    public void Every_event_can_come_first_and_never_fails()
    {
        foreach (var evt in OneOfEach)
        {
            Should.NotThrow(() => Answers(Organisation.Evolve(Organisation.Empty, evt), Day("2026-03-15")));
        }
    }

    private static string Answers(Organisation organisation, LocalDate date) =>
        string.Join(
            '|',
            organisation.UnitsOn(date).Select(u => $"{u} {organisation.HeadOf(u.Id, date)} {string.Join(',', organisation.MembersOf(u.Id, date))}")
        )
        + string.Join(',', organisation.Leaders(date))
        + organisation.MayActAsHead(Binh, Planning, date)
        + organisation.HasRole(Chi, Role.Admin, date)
        + organisation.SearchPeople("", date).Length;
}
