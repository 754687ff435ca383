using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Tests.Domain.Organisations.AnOrganisation;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

/// <summary>People, rights and settings as an admin records them.</summary>
public sealed class AdministrationSpecs
{
    private static readonly LocalDate Today = Day("2026-03-16");
    private static readonly LocalDate Tomorrow = Day("2026-03-17");

    [Fact]
    public void R_15_A_new_head_ends_the_term_of_the_one_before()
    {
        var after = After(new Appoint(ByAdmin, Binh, Planning, Position.Head, Tomorrow, null));
        after.HeadOf(Planning, Today).ShouldBe(Chi);
        after.HeadOf(Planning, Tomorrow).ShouldBe(Binh);
        after.IsMemberOf(Chi, Planning, Tomorrow).ShouldBeFalse();
    }

    [Fact]
    public void An_appointment_needs_a_person_a_unit_a_position_and_a_day()
    {
        Decide(new Appoint(ByAdmin, new PersonId("x"), Planning, Position.Officer, Today, null)).ShouldBeRefused("E-PERSON-UNKNOWN", "person");
        Decide(new Appoint(ByAdmin, Binh, new UnitId("x"), Position.Officer, Today, null)).ShouldBeRefused("E-UNIT-UNKNOWN", "unit");
        Decide(new Appoint(ByAdmin, Binh, Planning, null, Today, null)).ShouldBeRefused("E-POSITION-REQUIRED", "position");
        Decide(new Appoint(ByAdmin, Binh, Planning, Position.Officer, null, null)).ShouldBeRefused("E-DATE-REQUIRED", "from");
        Decide(new Appoint(ByAdmin, Binh, Planning, Position.Officer, Tomorrow, Today)).ShouldBeRefused("E-PERIOD", "until");
    }

    [Fact]
    public void An_appointment_ends_with_its_last_day()
    {
        var after = After(new EndAppointment(ByAdmin, Chi, Planning, Position.Head, Today));
        after.HeadOf(Planning, Today).ShouldBe(Chi);
        after.HeadOf(Planning, Tomorrow).ShouldBeNull();
        Decide(new EndAppointment(ByAdmin, Binh, Planning, Position.Head, Today)).ShouldBeRefused("E-NO-SUCH-APPOINTMENT", "person");
    }

    [Fact]
    public void D_03_A_head_delegates_in_writing_for_a_time()
    {
        var delegation = new DelegateRights(By(Chi), Chi, Binh, DelegationScope.Headship, Today, Tomorrow, "12/GUQ-SCT");
        After(delegation).MayActAsHead(Binh, Planning, Today).OnBehalfOf.ShouldBe(Chi);
        Decide(delegation with { Act = By(Dung) }).ShouldBeRefused("E-FORBIDDEN");
        Decide(delegation with { Until = null }).ShouldBeRefused("E-DATE-REQUIRED", "until");
        Decide(delegation with { Document = "" }).ShouldBeRefused("E-BASIS-REQUIRED", "basis");
        Decide(delegation with { To = Chi }).ShouldBeRefused("E-DELEGATE-SELF", "delegate");
    }

    [Fact]
    public void D_03_A_delegate_cannot_delegate_further()
    {
        var first = Delegate(Chi, Binh, DelegationScope.Headship, "2026-03-01");
        Decide(new DelegateRights(ByAdmin, Binh, Dung, DelegationScope.Headship, Today, Tomorrow, "13/GUQ-SCT"), first).Problems.ShouldBeEmpty();
        var officer = new OrganisationEvent.PersonRegistered(Recorded, new("e"), "Hà E", "", null);
        Decide(
                new DelegateRights(By(officer.Person), officer.Person, Dung, DelegationScope.Headship, Today, Tomorrow, "13/GUQ-SCT"),
                officer,
                Delegate(Chi, officer.Person, DelegationScope.Headship, "2026-03-01")
            )
            .ShouldBeRefused("E-SUBDELEGATION", "scope");
    }

    [Theory]
    [InlineData(AbsenceGrade.MayFinish)]
    [InlineData(AbsenceGrade.FullyAway)]
    public void An_absence_has_a_grade_and_a_last_day_and_takes_no_right(AbsenceGrade grade)
    {
        var after = After(new RecordAbsence(By(Chi), Chi, grade, Today, Tomorrow));
        after.AbsenceOf(Chi, Tomorrow)!.Grade.ShouldBe(grade);
        after.AbsenceOf(Chi, Tomorrow.PlusDays(1)).ShouldBeNull();
        after.MayActAsHead(Chi, Planning, Today).IsGranted.ShouldBeTrue();
        Decide(new RecordAbsence(By(Dung), Chi, grade, Today, Tomorrow)).ShouldBeRefused("E-FORBIDDEN");
    }

    [Fact]
    public void An_absence_can_end_early()
    {
        var away = new OrganisationEvent.AbsenceRecorded(Recorded, Chi, AbsenceGrade.FullyAway, Today, Day("2026-03-31"));
        After(new EndAbsence(By(Chi), Chi, Today), away).AbsenceOf(Chi, Tomorrow).ShouldBeNull();
    }

    [Fact]
    public void There_is_always_an_admin()
    {
        Decide(new WithdrawRole(ByAdmin, Admin, Role.Admin, Today)).ShouldBeRefused("E-LAST-ADMIN", "person");
        var second = new OrganisationEvent.RoleGranted(Recorded, Binh, Role.Admin, Today);
        After(new WithdrawRole(ByAdmin, Admin, Role.Admin, Today), second).Holders(Role.Admin, Tomorrow).ShouldBe([Binh]);
    }

    [Fact]
    public void The_program_makes_the_first_admin_and_nobody_else_can()
    {
        var first = new GrantRole(Act.OfSystem(Now), Binh, Role.Admin, Today);
        After(first).HasRole(Binh, Role.Admin, Today).ShouldBeTrue();
        Decide(first with { Act = By(Binh) }).ShouldBeRefused("E-FORBIDDEN");
    }

    [Fact]
    public void R_87_A_setting_without_a_basis_is_refused()
    {
        Decide(new ChangeSetting(ByAdmin, "consult.replyDefault", "3", Today, "")).ShouldBeRefused("E-BASIS-REQUIRED", "basis");
        Decide(new ChangeSetting(ByAdmin, "no.such", "3", Today, Basis)).ShouldBeRefused("E-SETTING-UNKNOWN");
    }

    [Theory]
    [InlineData("consult.replyDefault", "0")]
    [InlineData("consult.replyDefault", "16")]
    [InlineData("consult.replyDefault", "năm")]
    [InlineData("consult.replyDefault", "-3")]
    [InlineData("accept.within", "1d; 4h")]
    [InlineData("accept.within", "1d; 4h; 2x")]
    [InlineData("consult.silence", "Whatever")]
    public void A_value_that_cannot_be_is_refused(string key, string value) =>
        Decide(new ChangeSetting(ByAdmin, key, value, Today, Basis)).ShouldBeRefused("E-SETTING-VALUE", "value");

    [Fact]
    public void Every_setting_reads_back_what_it_writes()
    {
        foreach (var setting in SettingsCatalogue.All)
        {
            var value = setting.Read(Policy.Default);
            setting.Read(SettingsCatalogue.Apply(Policy.Default, setting.Key, value, Basis).ShouldNotBeNull()).ShouldBe(value, setting.Key);
        }
    }

    [Fact]
    public void R_88_From_5_to_3_working_days_today_What_opened_yesterday_keeps_5()
    {
        var after = After(new ChangeSetting(ByAdmin, "consult.replyDefault", "3", Today, Basis));
        after.PolicyAt(Now - Duration.FromDays(1)).ConsultReplyDefault.ShouldBe(5);
        after.PolicyAt(Now - Duration.FromHours(1)).ConsultReplyDefault.ShouldBe(5);
        after.PolicyAt(Now).ConsultReplyDefault.ShouldBe(3);
        after.PolicyAt(Now).LegalBasis.ShouldBe(Basis);
        after.SettingChanges.ShouldHaveSingleItem();
    }

    [Fact]
    public void R_88_A_value_recorded_today_for_next_month_waits_for_its_day()
    {
        var after = After(new ChangeSetting(ByAdmin, "consult.replyDefault", "3", Day("2026-04-01"), Basis));
        after.PolicyAt(Now).ConsultReplyDefault.ShouldBe(5);
        after.PolicyAt(after.Calendar.StartOfDay(Day("2026-04-01"))).ConsultReplyDefault.ShouldBe(3);
    }

    [Fact]
    public void D_05_The_office_adds_a_day_off_with_its_source_and_takes_it_back()
    {
        var day = Day("2026-03-20");
        var off = After(new SetCalendarEntry(ByAdmin, day, CalendarEntryKind.Holiday, "Lễ hội địa phương", "15/TB-UBND"));
        off.Calendar.IsWorkingDay(day).ShouldBeFalse();
        off.Calendar.EntryOn(day)!.Source.ShouldBe("15/TB-UBND");
        var entry = new OrganisationEvent.CalendarEntrySet(Recorded, day, CalendarEntryKind.Holiday, "Lễ hội", "15/TB-UBND");
        After(new RemoveCalendarEntry(ByAdmin, day, "16/TB-UBND"), entry).Calendar.IsWorkingDay(day).ShouldBeTrue();
        Decide(new SetCalendarEntry(ByAdmin, day, CalendarEntryKind.SwapWork, "Làm bù", "x")).ShouldBeRefused("E-CALENDAR-NO-EFFECT", "date");
        Decide(new SetCalendarEntry(ByAdmin, day, CalendarEntryKind.Holiday, "Lễ", "")).ShouldBeRefused("E-BASIS-REQUIRED", "basis");
    }

    [Fact]
    public void R_23_A_field_has_at_most_one_decider_at_an_instant()
    {
        var land = new AssignCompetence(ByAdmin, "Đất đai", CompetenceAction.Decide, Planning, Today, Day("2026-06-30"), "20/QĐ-UBND");
        var past = new OrganisationEvent.CompetenceAssigned(
            Recorded,
            "Đất đai",
            CompetenceAction.Decide,
            Planning,
            "20/QĐ-UBND",
            Today,
            Day("2026-06-30")
        );
        Decide(land with { Unit = Trade, From = Day("2026-06-30"), Field = "dat dai" }, past).ShouldBeRefused("E-COMPETENCE-OVERLAP", "unit");
        Decide(land with { Unit = Trade, Until = null, From = Day("2026-07-01") }, past).Problems.ShouldBeEmpty();
        Decide(land with { Unit = Trade, Action = CompetenceAction.Advise }, past).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void R_23_Whose_work_it_is_is_asked_as_of_a_date()
    {
        var after = After(
            new AssignCompetence(ByAdmin, "Đất đai", CompetenceAction.Decide, Trade, Day("2026-07-01"), null, "21/QĐ-UBND"),
            new OrganisationEvent.CompetenceAssigned(Recorded, "Đất đai", CompetenceAction.Decide, Planning, "20/QĐ-UBND", Today, Day("2026-06-30"))
        );
        after.SearchCompetences("dat đai", Day("2026-06-30")).Select(c => c.Unit).ShouldBe([Planning]);
        after.SearchCompetences("dat đai", Day("2026-07-01")).Select(c => c.Unit).ShouldBe([Trade]);
    }

    [Fact]
    public void R_12_A_norm_holds_from_its_day_until_the_next_one()
    {
        var norm = new SetNorm(ByAdmin, "Báo cáo chuyên đề", 10, Today, Basis);
        var first = new OrganisationEvent.NormSet(Recorded, "Báo cáo chuyên đề", 10, Today, Basis);
        var after = After(norm with { WorkingDays = 8, From = Day("2026-05-01") }, first);
        after.NormOf("bao cao chuyen de", Today)!.WorkingDays.ShouldBe(10);
        after.NormOf("bao cao chuyen de", Day("2026-05-01"))!.WorkingDays.ShouldBe(8);
        Decide(norm with { WorkingDays = 0 }).ShouldBeRefused("E-WORKING-DAYS", "workingDays");
    }

    [Fact]
    public void Only_standard_channels_are_bound()
    {
        var bind = new BindChannel(ByAdmin, Trade, "19:a@thread.tacv2", ChannelKind.Standard, "team", "Thương mại");
        After(bind).BoundChannelOf(Trade).ShouldBe(new BoundChannel("19:a@thread.tacv2", "team", "Thương mại"));
        Decide(bind with { Kind = ChannelKind.Private }).ShouldBeRefused("E-CHANNEL-KIND", "channel");
        Decide(bind with { Kind = ChannelKind.Shared }).ShouldBeRefused("E-CHANNEL-KIND", "channel");
        Decide(bind with { ChannelId = "" }).ShouldBeRefused("E-NO-CHANNEL", "channel");
    }

    [Fact]
    public void D_02_Nothing_marked_secret_gets_into_the_organisation()
    {
        Decide(new RenameUnit(ByAdmin, Trade, "Phòng (Mật)", "", Tomorrow, Basis)).ShouldBeRefused("E-SECRET", "name");
        Decide(new ChangeSetting(ByAdmin, "consult.replyDefault", "3", Today, "12/QĐ (Tối mật)")).ShouldBeRefused("E-SECRET", "basis");
        Decide(new SaveTemplate(ByAdmin, "Mẫu", new TaskTemplate("Việc (Mật)", "", "", null))).ShouldBeRefused("E-SECRET", "work");
    }

    [Fact]
    public void Several_acts_happen_together_or_not_at_all()
    {
        var register = new RegisterPerson(ByAdmin, new("e"), "Hà E", "Chuyên viên", null);
        var appoint = new Appoint(ByAdmin, new("e"), Planning, Position.Officer, Today, null);
        After(new All(ByAdmin, [register, appoint])).IsMemberOf(new("e"), Planning, Today).ShouldBeTrue();
        Decide(new All(ByAdmin, [register, appoint with { Unit = new("x") }])).ShouldBeRefused("E-UNIT-UNKNOWN", "unit");
    }

    [Fact]
    public void D_06_Nobody_but_an_admin_changes_the_organisation()
    {
        foreach (var person in new[] { An, Binh, Chi, new PersonId("guest") })
        {
            Decide(new NameTenant(By(person), "Sở Khác")).ShouldBeRefused("E-FORBIDDEN");
            Decide(new All(By(person), [])).ShouldBeRefused("E-FORBIDDEN");
            Decide(new ChangeSetting(By(person), "consult.replyDefault", "3", Today, Basis)).ShouldBeRefused("E-FORBIDDEN");
        }
    }
}
