using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Tests.Host.Reminding;

namespace DutyBot.Tests.Host;

/// <summary>What waits for the leadership's decision: until when, and what becomes of it when those who decide change (R-31, 1.6). It begins on Mon 23/11/2026.</summary>
public sealed class LeadershipStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Waits = "Cho ý kiến chỉ đạo";
    private static readonly Act Recorded = Act.OfSystem(Instant.FromUtc(2026, 11, 20, 3, 0));

    [Fact]
    public async Task R_31_A_submission_that_waits_four_working_days_is_overdue_with_the_leader_and_not_with_the_unit()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Escalate();

        await Morning(office, 11, 26);
        await Morning(office, 11, 27);
        await Morning(office, 11, 30);

        Told(office.Director, "còn 01 ngày làm việc là đến hạn cho ý kiến").ShouldBe(1);
        Told(office.Director, "đến hạn cho ý kiến: ").ShouldBe(2, "One working day before, and on the day.");
        var own = await office.Director.Types("việc của tôi");
        own.Words.ShouldContain(Waits);
        own.Words.ShouldContain("Quá hạn 01 ngày làm việc");
        (await office.HeadOfPlanning.Types("việc của tôi")).Words.ShouldNotContain(Waits);
        (await office.HeadOfPlanning.Types("tồn đọng")).Words.ShouldContain("Không có việc tồn đọng.");

        int Told(Person person, string words) =>
            office.Messages(person.Chat).Count(seen => seen is { IsUpdate: false, Summary: { } said } && said.Contains(words));
    }

    [Fact]
    public async Task R_31_A_new_leader_finds_what_waited_for_the_one_before_and_decides_it()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var escalation = (await office.Escalate()).Duty;

        await office.Record(
            new AppointmentEnded(Recorded, SampleOrganisation.Director, SampleOrganisation.Leadership, Position.Head, new LocalDate(2026, 11, 24)),
            new Appointed(Recorded, SampleOrganisation.HeadOfTrade, SampleOrganisation.Leadership, Position.Head, new LocalDate(2026, 11, 25), null)
        );
        await Morning(office, 11, 25);

        (await office.HeadOfTrade.Types("chờ tôi")).Words.ShouldContain(Waits);
        (await office.Director.Types("chờ tôi")).Words.ShouldNotContain(Waits);
        (await office.HeadOfTrade.Types($"xem {escalation}")).Buttons.ShouldContain("Cho ý kiến chỉ đạo");
    }

    [Fact]
    public async Task D_06_1_6_When_the_deputy_who_decides_in_the_leader_s_place_leaves_the_next_in_line_is_asked_the_next_morning()
    {
        await using var office = await OfficeDriver.Open(issuer, more: [HeadshipOfIndustry]);
        var escalation = await Submitted(office);
        (await office.Deputy.Types("chờ tôi")).Words.ShouldContain(Waits);

        await office.Record(
            new AppointmentEnded(
                Recorded,
                SampleOrganisation.DeputyDirector,
                SampleOrganisation.Leadership,
                Position.Deputy,
                new LocalDate(2026, 11, 24)
            ),
            new DelegationEnded(Recorded, SampleOrganisation.HeadOfIndustry, SampleOrganisation.Director, new LocalDate(2026, 11, 24))
        );
        await Morning(office, 11, 25);

        (await office.Director.Types("chờ tôi")).Words.ShouldContain(Waits);
        (await office.Deputy.Types("chờ tôi")).Words.ShouldNotContain(Waits);
        (await office.Latest(office.Director.Chat, "Trình xin ý kiến chỉ đạo")).Duty.ShouldBe(escalation);
        (await office.Store.Load(escalation, office.Cancel)).Events.Count(e => e.Type == nameof(EscalationEvent.DeciderChanged)).ShouldBe(1);
    }

    [Fact]
    public async Task R_55_A_new_leader_finds_the_review_file_that_waited_for_the_one_before()
    {
        await using var office = await Reminding.Late(issuer, tasks: 3);
        foreach (var task in await office.TasksOf())
        {
            await office.Remind(office.Director, task);
        }

        await office.Record(
            new AppointmentEnded(Recorded, SampleOrganisation.Director, SampleOrganisation.Leadership, Position.Head, new LocalDate(2026, 12, 7)),
            new Appointed(Recorded, SampleOrganisation.HeadOfTrade, SampleOrganisation.Leadership, Position.Head, new LocalDate(2026, 12, 8), null)
        );
        await Morning(office, 12, 8);

        (await office.HeadOfTrade.Types("việc của tôi")).Words.ShouldContain("Quyết định hồ sơ xem xét điều chuyển");
        (await office.HeadOfTrade.Types($"xem {RecordId}")).Buttons.ShouldBe(["Quyết định"]);
        (await office.Director.Types("việc của tôi")).Words.ShouldNotContain("Quyết định hồ sơ");
    }

    private static OrganisationEvent HeadshipOfIndustry { get; } =
        new Delegated(
            Recorded,
            SampleOrganisation.HeadOfIndustry,
            SampleOrganisation.Director,
            DelegationScope.Headship,
            new LocalDate(2026, 11, 1),
            new LocalDate(2026, 12, 31),
            "12/GUQ-CN"
        );

    // Industry disagrees, and the director acts for its head: the deputy is asked.
    private static async Task<DutyId> Submitted(OfficeDriver office)
    {
        await office.Consult();
        var form = await office.HeadOfPlanning.Presses(await office.CloseInDisagreement(), "Trình lãnh đạo");
        await office.HeadOfPlanning.Presses(form, "Trình lãnh đạo", Routine.ProposalFields);
        return (await office.Latest(office.Deputy.Chat, "Trình xin ý kiến chỉ đạo")).Duty;
    }

    private static async Task Morning(OfficeDriver office, int month, int day)
    {
        await office.PassUntil(month, day, 8);
        await office.Pass(Duration.FromMinutes(4));
    }
}
