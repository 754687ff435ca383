using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Documents;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>R-51, R-52: weeks in which nobody does anything, and what people are told of it.</summary>
public sealed class NoticeStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string FiveDays = "còn 05 ngày làm việc là đến hạn";
    private const string ThreeDays = "còn 03 ngày làm việc là đến hạn";
    private const string Overdue = "đã quá hạn 01 ngày làm việc";

    [Fact]
    public async Task R_51_The_head_and_the_officer_are_told_five_working_days_before_and_once()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.AssignAndAccept();

        await office.PassUntil(12, 18, 8);
        await Task.WhenAll(Sweep(office), Sweep(office));
        await office.Pass(Duration.FromMinutes(4));
        await office.Pass(Duration.FromMinutes(4));

        Told(office, office.HeadOfPlanning, FiveDays).ShouldBe(1);
        Told(office, office.OfficerOfPlanning, FiveDays).ShouldBe(1);
        Told(office, office.HeadOfIndustry, FiveDays).ShouldBe(0);
        (await office.Latest(office.OfficerOfPlanning.Chat, FiveDays)).Buttons.ShouldContain("Xem chi tiết");
    }

    [Theory]
    [InlineData(21, "còn 04 ngày làm việc là đến hạn", 2)]
    [InlineData(22, ThreeDays, 1)]
    public async Task After_an_outage_each_missed_notice_goes_out_once_and_those_that_fell_together_are_one(int day, string said, int inAll)
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.AssignAndAccept();

        await office.PassUntil(12, day, 9);
        await office.Pass(Duration.FromMinutes(4));
        await office.Restart();
        await office.PassUntil(12, 22, 10);
        await office.Pass(Duration.FromMinutes(4));

        Told(office, office.OfficerOfPlanning, said).ShouldBe(1);
        Told(office, office.OfficerOfPlanning, "là đến hạn").ShouldBe(inAll);
    }

    [Fact]
    public async Task After_eight_missed_days_a_person_has_one_message_about_a_task_and_not_one_for_each_day()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.AssignAndAccept();

        // Due on Fri 25/12; the process is down from 23/11 until Mon 28/12.
        await office.PassUntil(12, 28, 9);
        await office.Pass(Duration.FromMinutes(4));

        Told(office, office.OfficerOfPlanning, Overdue).ShouldBe(1);
        Told(office, office.OfficerOfPlanning, "ngày làm việc").ShouldBe(1);
        Told(office, office.OfficerOfPlanning, "đến hạn hoàn thành").ShouldBe(0);
    }

    [Fact]
    public async Task R_51_More_than_three_of_one_morning_are_one_digest_and_what_is_done_meanwhile_is_left_out()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var tasks = new List<DutyId>();
        foreach (var no in Enumerable.Range(1, 6))
        {
            var work = $"Báo cáo chuyên đề thứ {no} về cụm công nghiệp";
            var form = await office.Deputy.Types("giao việc");
            await office.Deputy.Presses(form, "Giao nhiệm vụ", [.. Routine.TaskFields, ("work", work), ("documentSymbol", $"28{no}/CĐ-TTg")]);
            tasks.Add((await office.Latest(SampleOrganisation.Planning, work)).Duty);
        }

        await office.PassUntil(12, 18, 8);
        var cancel = await office.Deputy.Presses(await office.Deputy.Types(tasks[0].Value), "Hủy nhiệm vụ");
        await office.Deputy.Presses(cancel, "Hủy nhiệm vụ", ("reason", "Nội dung đã được giao cho cơ quan khác chủ trì."));
        await office.Pass(Duration.FromMinutes(4));

        var digest = await office.Latest(office.HeadOfPlanning.Chat, "Nhắc hạn: 05 việc");
        digest.Words.ShouldContain("Báo cáo chuyên đề thứ 2");
        digest.Words.ShouldNotContain("Báo cáo chuyên đề thứ 1 về");
        digest.Buttons.ShouldContain($"Xem {tasks[1]}");
        Told(office, office.HeadOfPlanning, FiveDays).ShouldBe(0, "They are in the digest.");
    }

    [Fact]
    public async Task The_clock_is_quiet_at_night_unless_the_duty_is_urgent()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Assign();
        await office.PassUntil(11, 26, 0);
        Told(office, office.HeadOfPlanning, "được coi là đã tiếp nhận").ShouldBe(0, "The term ended at midnight.");

        await office.PassUntil(11, 26, 8);
        Told(office, office.HeadOfPlanning, "được coi là đã tiếp nhận").ShouldBe(1);
    }

    [Fact]
    public async Task R_02_What_is_urgent_comes_through_at_night()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Assign(("urgency", nameof(Urgency.Urgent)));
        await office.PassUntil(11, 25, 22);

        Told(office, office.HeadOfPlanning, "được coi là đã tiếp nhận").ShouldBe(1);
    }

    [Fact]
    public async Task R_49_Half_of_the_term_to_accept_is_told_to_the_head()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Assign();

        await office.PassUntil(11, 25, 9);
        await office.Pass(Duration.FromMinutes(4));

        Told(office, office.HeadOfPlanning, "chưa được tiếp nhận").ShouldBe(1);
    }

    [Fact]
    public async Task A_second_replica_tells_nobody_a_second_time()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.AssignAndAccept();
        await office.PassUntil(12, 18, 8);
        await using var other = await office.Replica();

        await Task.WhenAll(Sweep(office), other.Get<ClockWorker>().Sweep(office.Cancel));
        office.Time.Advance(TimeSpan.FromMinutes(4));
        await Task.WhenAll(Sweep(office), other.Get<ClockWorker>().Sweep(office.Cancel));
        await office.Settled();

        Told(office, office.OfficerOfPlanning, FiveDays).ShouldBe(1);
    }

    private static Task Sweep(OfficeDriver office) => office.App.Get<ClockWorker>().Sweep(office.Cancel);

    private static int Told(OfficeDriver office, Person person, string words) =>
        office.Messages(person.Chat).Count(seen => seen is { IsUpdate: false, Summary: { } summary } && summary.Contains(words));
}
