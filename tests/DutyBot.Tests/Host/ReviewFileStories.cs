using DutyBot.Development;
using DutyBot.Domain.Reminders;
using DutyBot.Tests.Fixtures;
using static DutyBot.Tests.Host.Reminding;

namespace DutyBot.Tests.Host;

/// <summary>The third reminder and the file it opens, until a human has decided .</summary>
public sealed class ReviewFileStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task R_55_The_third_opens_one_file_that_the_personnel_body_advises_on_and_the_leader_decides()
    {
        await using var office = await Reminding.Late(issuer, tasks: 3);
        foreach (var task in await office.TasksOf())
        {
            await office.Remind(office.Director, task);
        }

        var file = await office.Latest(office.Director.Chat, "Hồ sơ xem xét điều chuyển");
        file.Buttons.ShouldBe(["Quyết định"]);
        const string load = "chủ trì 03 nhiệm vụ (quá hạn 03); trực tiếp thực hiện";
        (await office.Latest(office.Director.Chat, load)).Words.ShouldContain("Khối lượng công việc khi lập hồ sơ");
        (await office.Latest(office.HeadOfOffice.Chat, load)).ShouldNotBeNull("The personnel body reads it too.");
        (await office.Latest(office.HeadOfPlanning.Chat, "hồ sơ xem xét đã được lập")).ShouldNotBeNull();
        var advising = await office.HeadOfOffice.Presses(await office.Latest(office.HeadOfOffice.Chat, "Hồ sơ xem xét điều chuyển"), "Cho ý kiến");
        await office.HeadOfOffice.Presses(advising, "Cho ý kiến", ("text", "Đề nghị tiếp tục bố trí công việc hiện nay."));

        var deciding = await office.Director.Presses(await office.Latest(office.Director.Chat, "Đang xem xét"), "Quyết định");
        deciding.Values.Keys.ShouldNotContain("outcome", "nothing is proposed");
        (await office.Director.Presses(deciding, "Quyết định", ("reason", Reason))).Words.ShouldContain("chọn kết quả xem xét");
        var decided = await office.Director.Presses(deciding, "Quyết định", ("outcome", nameof(ReviewOutcome.NoTransfer)), ("reason", Reason));

        decided.Words.ShouldContain("Không điều chuyển");
        (await office.Latest(office.HeadOfPlanning.Chat, "Lãnh đạo đã quyết định")).Words.ShouldContain(Reason);
        (await office.EventsOfRecord()).Count(type => type == "ReviewOpened").ShouldBe(1);
        office.Messages(SampleOrganisation.Planning).ShouldAllBe(seen => !seen.Says("điều chuyển"));
    }

    [Fact]
    public async Task R_55_A_withdrawn_reminder_closes_the_file_and_everybody_hears_of_it()
    {
        await using var office = await Reminding.Late(issuer, tasks: 3);
        foreach (var task in await office.TasksOf())
        {
            await office.Remind(office.Director, task);
        }

        await office.Explain();
        var form = await office.Director.Presses(await office.Latest(office.Director.Chat, "Cơ sở pháp lý"), "Rút");
        await office.Director.Presses(form, "Rút", ("reason", Reason));

        (await office.Latest(office.Director.Chat, "Đã khép lại, không còn căn cứ")).Buttons.ShouldBeEmpty();
        (await office.Latest(office.HeadOfOffice.Chat, "Đã khép lại, không còn căn cứ")).Buttons.ShouldBeEmpty();
        (await office.Latest(office.HeadOfPlanning.Chat, "đã khép lại vì một nhắc nhở")).ShouldNotBeNull();
    }
}
