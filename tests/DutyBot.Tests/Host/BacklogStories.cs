using DutyBot.Tests.Fixtures;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>R-61: what is left lying, asked for and on Monday morning. The sample task is due on Friday 25/12/2026.</summary>
public sealed class BacklogStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string News = "Việc tồn đọng của Phòng Kế hoạch";

    [Fact]
    public async Task R_61_Head_leadership_and_Office_see_what_is_overdue_and_each_line_opens_its_task()
    {
        await using var office = await Overdue();

        var own = await office.HeadOfPlanning.Types("tồn đọng");
        own.Words.ShouldContain("Quá hạn đến 5 ngày làm việc");
        own.Words.ShouldContain(Routine.Work);
        (
            await office.HeadOfPlanning.Presses(own, own.Buttons.Single(title => title.StartsWith("Xem NV-", StringComparison.Ordinal)))
        ).Words.ShouldContain("Báo cáo kết quả rà soát");

        foreach (var person in new[] { office.Director, office.Deputy, office.HeadOfOffice })
        {
            var all = await person.Types("ton dong");
            all.Words.ShouldContain("Phòng Kế hoạch - Tài chính: 01 nhiệm vụ");
            (await person.Presses(all, "Xem việc đơn vị")).Words.ShouldContain(Routine.Work);
        }
    }

    [Fact]
    public async Task R_61_Another_head_sees_nothing_of_it_and_who_heads_nothing_is_refused()
    {
        await using var office = await Overdue();

        (await office.HeadOfIndustry.Types("tồn đọng")).Words.ShouldContain("Không có việc tồn đọng.");
        (await office.OfficerOfPlanning.Types("backlog")).Words.ShouldNotContain(Routine.Work);
        (await office.Outsider.Types("backlog")).Words.ShouldNotContain(Routine.Work);

        // A button says which unit; whose backlog one may see is looked up.
        var board = await office.HeadOfOffice.Types("tồn đọng");
        var taken = await office.HeadOfIndustry.Presses(board with { Conversation = office.HeadOfIndustry.Chat }, "Xem việc đơn vị");
        taken.Words.ShouldNotContain(Routine.Work);
    }

    [Fact]
    public async Task R_61_On_monday_at_eight_the_head_is_told_once()
    {
        await using var office = await Overdue();
        Told(office, office.HeadOfPlanning).ShouldBe(1);

        await office.PassUntil(12, 29, 9);
        Told(office, office.HeadOfPlanning).ShouldBe(1);
        Told(office, office.HeadOfIndustry).ShouldBe(0);
    }

    [Fact]
    public async Task R_61_Weeks_of_outage_a_restart_and_two_replicas_tell_the_head_once()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.AssignAndAccept();
        await office.Settled();
        await office.Stop();
        office.Time.SetUtcNow(new DateTimeOffset(2027, 1, 14, 9, 0, 0, TimeSpan.FromHours(7)));
        await office.Start();
        await using var other = await office.Replica();

        await Task.WhenAll(office.App.Get<ClockWorker>().Sweep(office.Cancel), other.Get<ClockWorker>().Sweep(office.Cancel));
        await office.Settled();
        await office.Restart();
        await office.Pass(Duration.FromHours(1));

        Told(office, office.HeadOfPlanning).ShouldBe(1);
    }

    [Fact]
    public async Task R_61_What_was_cancelled_is_told_to_nobody()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var card = await office.AssignAndAccept();
        var cancel = await office.Deputy.Presses(await office.Deputy.Types(card.Duty.Value), "Hủy nhiệm vụ");
        await office.Deputy.Presses(cancel, "Hủy nhiệm vụ", ("reason", "Nội dung đã được giao cho cơ quan khác chủ trì."));

        await office.PassUntil(12, 28, 9);

        Told(office, office.HeadOfPlanning).ShouldBe(0);
        (await office.HeadOfPlanning.Types("tồn đọng")).Words.ShouldContain("Không có việc tồn đọng.");
    }

    private async Task<OfficeDriver> Overdue()
    {
        var office = await OfficeDriver.Open(issuer);
        await office.AssignAndAccept();
        await office.PassUntil(12, 28, 8);
        return office;
    }

    private static int Told(OfficeDriver office, Person person) =>
        office.Messages(person.Chat).Count(seen => seen.Summary is { } summary && summary.StartsWith(News, StringComparison.Ordinal));
}
