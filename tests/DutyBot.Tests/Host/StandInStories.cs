using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Tests.Host;

/// <summary>While somebody is fully away, whoever stands in gets what is sent and may press what it asks for.</summary>
public sealed class StandInStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Head = "Trưởng phòng Kế hoạch - Tài chính";
    private const string Summary = "Tổng hợp ý kiến";
    private static readonly string InPlace = $"Gửi đồng chí thay mặt {Head} (vắng mặt đến hết thứ Hai, 30/11/2026).";
    private static readonly Act Recorded = Act.OfSystem(Instant.FromUtc(2026, 11, 20, 3, 0));

    private static OrganisationEvent HeadAway { get; } = Away(SampleOrganisation.HeadOfPlanning);

    private static OrganisationEvent OfficerDelegated { get; } =
        new Delegated(
            Recorded,
            SampleOrganisation.HeadOfPlanning,
            SampleOrganisation.OfficerOfPlanning,
            DelegationScope.Headship,
            new(2026, 11, 20),
            new(2026, 11, 30),
            "12/GUQ-SCT"
        );

    private static OrganisationEvent OfficerIsDeputy { get; } =
        new Appointed(Recorded, SampleOrganisation.OfficerOfPlanning, SampleOrganisation.Planning, Position.Deputy, new(2026, 1, 1), null);

    [Fact]
    public async Task D_03_The_delegate_of_a_head_who_is_away_is_mentioned_and_accepts_on_behalf()
    {
        await using var office = await OfficeDriver.Open(issuer, more: [HeadAway, OfficerDelegated]);
        var card = await office.Assign();
        card.Mentioned.ShouldBe([SampleOrganisation.OfficerOfPlanning.Value]);
        card.Words.ShouldContain(InPlace);

        await Accept(office, card);

        (await office.Latest(SampleOrganisation.Planning, Routine.Work)).Words.ShouldContain($"thừa ủy quyền của {Head} theo 12/GUQ-SCT");
    }

    [Fact]
    public async Task Without_a_delegation_the_deputy_accepts_in_place_of_the_head()
    {
        await using var office = await OfficeDriver.Open(issuer, more: [HeadAway, OfficerIsDeputy]);
        var card = await office.Assign();
        card.Mentioned.ShouldBe([SampleOrganisation.OfficerOfPlanning.Value]);
        (await office.OfficerOfPlanning.Types("việc của tôi")).Words.ShouldContain(Routine.Work);

        await Accept(office, card);

        (await office.Latest(SampleOrganisation.Planning, Routine.Work)).Words.ShouldContain($"thay mặt {Head} (vắng mặt)");
    }

    [Fact]
    public async Task A_head_who_finishes_what_they_have_is_mentioned_themself()
    {
        await using var office = await OfficeDriver.Open(
            issuer,
            more: [Away(SampleOrganisation.HeadOfPlanning, AbsenceGrade.MayFinish), OfficerDelegated]
        );

        (await office.Assign()).Mentioned.ShouldBe([SampleOrganisation.HeadOfPlanning.Value]);
    }

    [Fact]
    public async Task What_is_for_the_head_in_person_comes_to_the_stand_in_and_is_kept_up_to_date_there()
    {
        await using var office = await OfficeDriver.Open(issuer, more: [HeadAway, OfficerDelegated]);
        await office.Consult();
        await office.Answer(office.HeadOfIndustry, SampleOrganisation.Industry, Routine.DisagreeFields);

        var latest = await office.Latest(office.OfficerOfPlanning.Chat, Summary);

        latest.IsUpdate.ShouldBeTrue();
        latest.Words.ShouldStartWith(InPlace);
        office.Messages(office.OfficerOfPlanning.Chat).Count(seen => seen.Says(Summary) && !seen.IsUpdate).ShouldBe(1);
        office.Messages(office.HeadOfPlanning.Chat).ShouldBeEmpty();
        (await office.HeadOfPlanning.Types("việc đơn vị")).Words.ShouldContain(Routine.Work);
    }

    [Fact]
    public async Task A_card_that_the_head_had_before_is_kept_up_to_date_where_it_is()
    {
        await using var office = await OfficeDriver.Open(issuer, more: [OfficerDelegated]);
        await office.Consult();
        await office.Latest(office.HeadOfPlanning.Chat, Summary);
        await ReportAbsence(office.HeadOfPlanning);

        await office.Answer(office.HeadOfIndustry, SampleOrganisation.Industry, Routine.DisagreeFields);

        (await office.Latest(office.HeadOfPlanning.Chat, Routine.Objection)).IsUpdate.ShouldBeTrue();
        office.Messages(office.OfficerOfPlanning.Chat).ShouldAllBe(seen => !seen.Says(Summary));
        (await office.Latest(office.OfficerOfPlanning.Chat, "Đã nhận ý kiến của")).Words.ShouldStartWith(InPlace);
    }

    [Fact]
    public async Task When_the_absence_ends_between_two_tries_the_head_gets_it_once()
    {
        await using var office = await OfficeDriver.Open(issuer, more: [OfficerDelegated, new ChannelUnbound(Recorded, SampleOrganisation.Planning)]);
        await office.OfficerOfPlanning.Types("trợ giúp");
        var absence = await ReportAbsence(office.HeadOfPlanning);
        var back = await office.HeadOfPlanning.Presses(absence, "Đã trở lại");
        var form = await office.Deputy.Types("giao việc");
        office.Connector.Next(new ConnectorReply(429, RetryAfter: "60"));
        await office.Deputy.Presses(form, "Giao nhiệm vụ", Routine.TaskFields);
        await office.Until(() => Cards(office, office.OfficerOfPlanning) == 1);

        await office.HeadOfPlanning.Presses(back, "Ghi nhận");
        await office.PassUntilTrue(() => Cards(office, office.HeadOfPlanning) == 1);
        await office.Settled();
        await office.Pass(Duration.FromMinutes(10));

        Cards(office, office.OfficerOfPlanning).ShouldBe(1, "the one that was refused");
        Cards(office, office.HeadOfPlanning).ShouldBe(1);
        (await office.Store.DeadEffects(10, office.Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task R_46_For_a_leader_who_is_away_the_deputy_gets_the_submission_and_decides_in_place()
    {
        await using var office = await OfficeDriver.Open(issuer, more: [Away(SampleOrganisation.Director)]);
        await office.Consult();
        var form = await office.HeadOfPlanning.Presses(await office.CloseInDisagreement(), "Trình lãnh đạo");
        await office.HeadOfPlanning.Presses(form, "Trình lãnh đạo", Routine.ProposalFields);
        var card = await office.Latest(office.Deputy.Chat, "Trình xin ý kiến chỉ đạo");
        card.Words.ShouldStartWith("Gửi đồng chí thay mặt Giám đốc Sở");

        var decide = await office.Deputy.Presses(card, "Cho ý kiến chỉ đạo");
        await office.Deputy.Presses(decide, "Cho ý kiến chỉ đạo", ("option", "1"));

        (await office.Latest(SampleOrganisation.Planning, "Ý kiến chỉ đạo số")).Words.ShouldContain(
            "Phó Giám đốc Sở, thay mặt Giám đốc Sở (vắng mặt)"
        );
        office.Messages(office.Director.Chat).ShouldBeEmpty();
    }

    [Fact]
    public async Task T9_A_return_for_an_assigner_who_is_away_waits_for_the_leader_and_is_decided_there()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = await office.Assign();
        await ReportAbsence(office.Deputy);
        var form = await office.HeadOfPlanning.Presses(task, "Trả lại");
        await office.HeadOfPlanning.Presses(
            form,
            "Trả lại",
            ("reason", nameof(ReturnReason.NotOurCompetence)),
            ("competentUnit", SampleOrganisation.Industry.Value),
            ("text", "Nội dung này thuộc chức năng của Phòng Quản lý công nghiệp.")
        );

        var card = await office.Latest(office.Director.Chat, "Đề nghị trả lại nhiệm vụ");

        card.Words.ShouldStartWith("Gửi đồng chí thay mặt Phó Giám đốc Sở");
        (await office.Director.Types("việc của tôi")).Words.ShouldContain(Routine.Work);
        var reassign = await office.Director.Presses(card, "Giao đơn vị khác");
        (await office.Director.Presses(reassign, "Giao đơn vị khác", ("leadUnit", SampleOrganisation.Industry.Value))).Words.ShouldContain(
            "Đã ghi nhận."
        );
        office.Messages(office.Deputy.Chat).ShouldAllBe(seen => !seen.Says("Đề nghị trả lại nhiệm vụ"));
    }

    [Fact]
    public async Task Whoever_is_away_is_marked_where_an_officer_is_chosen_and_may_be_named_all_the_same()
    {
        await using var office = await OfficeDriver.Open(issuer, more: [Away(SampleOrganisation.OfficerOfPlanning)]);
        var card = await office.Assign();
        var form = await office.HeadOfPlanning.Presses(card, "Tiếp nhận");
        form.Words.ShouldContain("Chuyên viên Kế hoạch - Tài chính (vắng đến thứ Hai, 30/11/2026)");

        (await office.HeadOfPlanning.Presses(form, "Tiếp nhận", ("officer", SampleOrganisation.OfficerOfPlanning.Value))).Words.ShouldContain(
            "Đã ghi nhận."
        );
    }

    [Fact]
    public async Task Whoever_takes_no_new_work_is_marked_so_where_an_officer_is_chosen()
    {
        await using var office = await OfficeDriver.Open(issuer, more: [Away(SampleOrganisation.OfficerOfPlanning, AbsenceGrade.MayFinish)]);

        var form = await office.HeadOfPlanning.Presses(await office.Assign(), "Tiếp nhận");

        form.Words.ShouldContain("(vắng đến thứ Hai, 30/11/2026, không nhận việc mới)");
    }

    private static int Cards(OfficeDriver office, Person person) => office.Messages(person.Chat).Count(seen => seen.Says(Routine.Work));

    private static async Task<Seen> ReportAbsence(Person person) =>
        await person.Presses(await person.Types("báo vắng mặt"), "Ghi nhận", ("grade", nameof(AbsenceGrade.FullyAway)), ("until", "2026-11-30"));

    private static async Task Accept(OfficeDriver office, Seen card)
    {
        var form = await office.OfficerOfPlanning.Presses(card, "Tiếp nhận");
        await office.OfficerOfPlanning.Presses(form, "Tiếp nhận", ("officer", SampleOrganisation.OfficerOfPlanning.Value));
    }

    private static AbsenceRecorded Away(PersonId person, AbsenceGrade grade = AbsenceGrade.FullyAway) =>
        new(Recorded, person, grade, new(2026, 11, 20), new(2026, 11, 30));
}
