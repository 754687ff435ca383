using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Host;

/// <summary>R-53: the Office urges units; each gets one notice with its own tasks.</summary>
public sealed class UrgingStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Title = "Thông báo đôn đốc thực hiện nhiệm vụ";

    private static readonly UnitId[] Units = [SampleOrganisation.Planning, SampleOrganisation.Industry, SampleOrganisation.Trade];

    [Fact]
    public async Task R_53_Seven_tasks_of_three_units_are_three_notices_also_when_pressed_twice()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var tasks = await SevenTasks(office);
        var form = await office.HeadOfOffice.Types("đôn đốc");

        (await office.HeadOfOffice.Presses(form, "Gửi đôn đốc", Filled(tasks))).Words.ShouldContain("Đã ghi nhận.");
        await office.HeadOfOffice.Presses(form, "Gửi đôn đốc", Filled(tasks));
        await office.Settled();

        foreach (var unit in Units)
        {
            var notice = Notices(office, unit).ShouldHaveSingleItem();
            tasks.ShouldAllBe(task => notice.Words.Contains(task.Work) == (task.Unit == unit));
            notice.Words.ShouldContain("45/VP-TH");
        }
    }

    [Fact]
    public async Task R_53_The_card_of_each_task_says_that_it_was_urged_and_how_often()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var tasks = await SevenTasks(office);
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("đôn đốc"), "Gửi đôn đốc", Filled(tasks));
        await office.Settled();
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("don doc"), "Gửi đôn đốc", Filled(tasks.Take(1)));

        (await office.HeadOfPlanning.Types(tasks[0].Duty.Value)).Words.ShouldContain("Văn phòng đã đôn đốc lần 02 ngày");
        (await office.HeadOfTrade.Types(tasks[6].Duty.Value)).Words.ShouldContain("Văn phòng đã đôn đốc lần 01 ngày");
    }

    [Fact]
    public async Task R_53_A_form_without_a_task_comes_back_filled_in()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await SevenTasks(office);

        var again = await office.HeadOfOffice.Presses(
            await office.HeadOfOffice.Types("đôn đốc"),
            "Gửi đôn đốc",
            ("text", "Đề nghị báo cáo ngay kết quả thực hiện.")
        );

        again.Words.ShouldContain("Chưa chọn nhiệm vụ");
        again.Card.ToString().ShouldContain("Đề nghị báo cáo ngay kết quả thực hiện.");
    }

    [Fact]
    public async Task R_53_Nobody_but_the_Office_urges_or_sees_what_there_is_to_urge()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var tasks = await SevenTasks(office);
        var form = await office.HeadOfOffice.Types("đôn đốc");

        foreach (var person in new[] { office.Director, office.HeadOfPlanning, office.Outsider })
        {
            (await person.Types("đôn đốc")).Words.ShouldNotContain(tasks[0].Work);
            await person.Presses(form with { Conversation = person.Chat }, "Gửi đôn đốc", Filled(tasks));
        }

        await office.Settled();
        Units.ShouldAllBe(unit => !Notices(office, unit).Any());
    }

    [Fact]
    public async Task R_53_Of_more_than_one_form_holds_the_units_are_chosen_first()
    {
        await using var office = await OfficeDriver.Open(issuer);
        foreach (var no in Enumerable.Range(1, 30))
        {
            await Give(office, SampleOrganisation.Planning, $"Rà soát hồ sơ số {no} của phòng");
        }

        var task = await Give(office, SampleOrganisation.Trade, "Kiểm tra kho dự trữ hàng Tết");
        var choice = await office.HeadOfOffice.Types("đôn đốc");
        choice.Words.ShouldContain("31 nhiệm vụ quá hạn hoặc sắp đến hạn");

        var form = await office.HeadOfOffice.Presses(choice, "Bước tiếp theo", ("units", SampleOrganisation.Trade.Value));
        form.Words.ShouldNotContain("Rà soát hồ sơ số");
        (await office.HeadOfOffice.Presses(form, "Gửi đôn đốc", Filled([task]))).Words.ShouldContain("Đã ghi nhận.");
        await office.Settled();

        Notices(office, SampleOrganisation.Trade).ShouldHaveSingleItem();
        Notices(office, SampleOrganisation.Planning).ShouldBeEmpty();
    }

    private static IEnumerable<Seen> Notices(OfficeDriver office, UnitId unit) =>
        office.Messages(OfficeDriver.ChannelOf(unit)).Where(seen => !seen.IsUpdate && seen.Says(Title));

    private static (string, string)[] Filled(IEnumerable<Urgeable> tasks) =>
        [
            .. tasks.GroupBy(task => task.Unit).Select(unit => ($"tasks.{unit.Key}", string.Join(',', unit.Select(task => task.Duty.Value)))),
            ("document", "45/VP-TH"),
        ];

    private static async Task<IReadOnlyList<Urgeable>> SevenTasks(OfficeDriver office)
    {
        var tasks = new List<Urgeable>();
        foreach (var (unit, no) in Units.SelectMany(unit => Enumerable.Range(1, unit == Units[0] ? 3 : 2).Select(no => (unit, no))))
        {
            var work = $"Rà soát hồ sơ đợt {no} của {unit}";
            tasks.Add(await Give(office, unit, work));
        }

        return tasks;
    }

    private static async Task<Urgeable> Give(OfficeDriver office, UnitId unit, string work)
    {
        var form = await office.Deputy.Types("giao việc");
        await office.Deputy.Presses(
            form,
            "Giao nhiệm vụ",
            [.. Routine.TaskFields, ("work", work), ("leadUnit", unit.Value), ("deadline", "2026-11-26")]
        );
        return new Urgeable(unit, work, (await office.Latest(unit, work)).Duty);
    }

    private sealed record Urgeable(UnitId Unit, string Work, DutyId Duty);
}
