using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Storage;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>What happens when nobody does anything, in days that pass at once.</summary>
public sealed class DeadlineStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private static readonly Instant FarAway = Instant.FromUtc(2100, 1, 1, 0, 0);

    [Fact]
    public async Task R_18_A_task_nobody_accepts_is_deemed_accepted_once_and_two_people_are_told_once()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.Assign()).Duty;

        await office.PassUntil(11, 26, 8);
        await Task.WhenAll(Sweep(office), Sweep(office));
        await office.PassUntil(11, 26, 9);

        (await office.Store.Load(task, office.Cancel)).Events.Select(e => e.Type).ShouldBe(["Issued", "NoticesGiven", "DeemedAccepted"]);
        Told(office, office.HeadOfPlanning, "được coi là đã tiếp nhận").ShouldBe(1);
        Told(office, office.HeadOfOffice, "được coi là đã tiếp nhận").ShouldBe(1);
        (await office.Latest(SampleOrganisation.Planning, Routine.Work)).Buttons.ShouldContain("Phân công");
    }

    [Fact]
    public async Task The_clock_of_a_running_program_needs_nobody_to_wake_it()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Assign(("urgency", nameof(DutyBot.Domain.Documents.Urgency.Flash)));

        office.Time.Advance(TimeSpan.FromHours(3));

        await office.Until(() => Told(office, office.HeadOfPlanning, "được coi là đã tiếp nhận") == 1);
    }

    [Fact]
    public async Task However_many_deadlines_cannot_be_handled_those_after_them_are()
    {
        await using var office = await OfficeDriver.Open(issuer);
        foreach (var _ in Enumerable.Range(0, 250))
        {
            // A history that no version of the program can read, with something due now.
            var unreadable = StoreSamples.Following(StoreSamples.Unwritten(StoreSamples.NewDuty()), "{}");
            await office.Store.Append(unreadable with { After = [StoreSamples.Owed("accept", office.Now())] }, office.Cancel);
        }

        var task = (await office.Assign()).Duty;
        await office.PassUntil(11, 26, 8);

        (await office.Store.Load(task, office.Cancel)).Events.Select(e => e.Type).ShouldContain("DeemedAccepted");
    }

    [Fact]
    public async Task A_task_accepted_in_time_is_not_deemed_accepted()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.AssignAndAccept()).Duty;

        await office.PassUntil(11, 26, 8);

        (await office.Store.Load(task, office.Cancel)).Events.Select(e => e.Type).ShouldBe(["Issued", "Accepted"]);
    }

    [Fact]
    public async Task R_39_Silence_becomes_overdue_and_then_a_recorded_non_response()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Consult();
        var round = (await office.Latest(SampleOrganisation.Industry, Routine.Work)).Duty;
        await office.Answer(office.HeadOfTrade, SampleOrganisation.Trade, Routine.AgreeFields);

        await office.PassUntil(12, 2, 8);
        (await Item(office, round)).Phase.ShouldBe(ItemPhase.Overdue);
        Told(office, office.HeadOfIndustry, "đã quá hạn trả lời").ShouldBe(1);
        Told(office, office.HeadOfPlanning, "đã quá hạn trả lời phiếu").ShouldBe(1);

        await office.PassUntil(12, 9, 8);
        await Sweep(office);
        (await Item(office, round)).Phase.ShouldBe(ItemPhase.NonResponse);
        Told(office, office.HeadOfIndustry, "được ghi nhận là không trả lời. Theo quy chế").ShouldBe(1);
        (await office.Latest(SampleOrganisation.Industry, Routine.Work)).Words.ShouldContain("Không trả lời");
    }

    [Fact]
    public async Task R_46_A_decision_that_does_not_come_is_recalled_once()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var escalation = (await office.Escalate()).Duty;

        await office.PassUntil(11, 30, 8);
        await office.PassUntil(12, 1, 8);

        Told(office, office.Director, "đã quá thời hạn cho ý kiến chỉ đạo. Kính đề nghị").ShouldBe(1);
        Told(office, office.HeadOfOffice, "đã quá thời hạn cho ý kiến chỉ đạo").ShouldBe(1);
        (await office.Store.Load(escalation, office.Cancel)).Events.Select(e => e.Type).ShouldBe(["Submitted", "NoticesGiven", "DecisionOverdue"]);
    }

    [Fact]
    public async Task A_deadline_is_in_the_table_while_it_is_open_and_gone_afterwards()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var card = await office.Assign();
        (await Due(office)).ShouldBe([TaskObligations.Accept, TaskObligations.Complete], ignoreOrder: true);

        var form = await office.HeadOfPlanning.Presses(card, "Tiếp nhận");
        await office.HeadOfPlanning.Presses(form, "Tiếp nhận", ("officer", SampleOrganisation.OfficerOfPlanning.Value));
        (await Due(office)).ShouldBe([TaskObligations.Complete]);

        var cancel = await office.Deputy.Presses(await office.Deputy.Types(card.Duty.Value), "Hủy nhiệm vụ");
        await office.Deputy.Presses(cancel, "Hủy nhiệm vụ", ("reason", "Nội dung đã được giao cho cơ quan khác chủ trì."));
        (await Due(office)).ShouldBeEmpty();
    }

    private static Task Sweep(OfficeDriver office) => office.App.Get<ClockWorker>().Sweep(office.Cancel);

    private static int Told(OfficeDriver office, Person person, string words) =>
        office.Messages(person.Chat).Count(seen => seen is { IsUpdate: false, Summary: { } summary } && summary.Contains(words));

    private static async Task<ConsultationItem> Item(OfficeDriver office, DutyId round) =>
        (await office.App.Get<DutyDesk>().Consultation(round, office.Cancel)).Item(SampleOrganisation.Industry)!;

    private static async Task<IEnumerable<string>> Due(OfficeDriver office) =>
        (await office.Store.DueObligations(FarAway, 100, office.Cancel))
            .Where(row => row.Duty.Kind == DutyKind.Task && row.Kind != ObligationKind.Notice)
            .Select(row => row.Name);
}
