using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Tests.Cards;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Host;

/// <summary>Hosts repeat, people press twice, and some phones know only the old kind of button.</summary>
public sealed class PressStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private static readonly (string, string) Officer = ("officer", SampleOrganisation.OfficerOfPlanning.Value);

    [Fact]
    public async Task D_07_A_form_sent_twice_makes_one_task()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.Deputy.Types("giao việc");

        var first = await office.Deputy.Presses(form, "Giao nhiệm vụ", Routine.TaskFields);
        var second = await office.Deputy.Presses(form, "Giao nhiệm vụ", Routine.TaskFields);
        await office.Settled();

        second.Words.ShouldBe(first.Words);
        (await office.Store.Load(form.Duty, office.Cancel)).Events.Count.ShouldBe(1);
        office.Messages(SampleOrganisation.Planning).Count.ShouldBe(1);
    }

    [Fact]
    public async Task D_07_A_form_sent_twice_at_the_same_moment_makes_one_task()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.Deputy.Types("giao việc");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.Deputy.Presses(form, "Giao nhiệm vụ", Routine.TaskFields)));
        await office.Settled();

        answers.ShouldAllBe(answer => answer.Says("Đã ghi nhận."));
        (await office.Store.Load(form.Duty, office.Cancel)).Events.Count.ShouldBe(1);
        office.Messages(SampleOrganisation.Planning).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_repeats_an_invoke_gets_the_same_answer_and_changes_nothing()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.HeadOfPlanning.Presses(await office.Assign(), "Tiếp nhận");
        var value = Presser.Execute(form.Card, "Tiếp nhận", Officer);

        var first = await office.HeadOfPlanning.Sends(form.Conversation, value, "f:same");
        await office.Settled();
        var messages = office.Connector.Requests.Count;
        var second = await office.HeadOfPlanning.Sends(form.Conversation, value, "f:same");
        await office.Settled();

        second.Words.ShouldBe(first.Words);
        (await office.Store.Load(form.Duty, office.Cancel)).Events.Count.ShouldBe(2);
        office.Connector.Requests.Count.ShouldBe(messages);
    }

    [Fact]
    public async Task A_second_press_of_a_judgement_is_no_new_judgement()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.Director.Presses(await office.Escalate(), "Cho ý kiến chỉ đạo");

        await office.Director.Presses(form, "Cho ý kiến chỉ đạo", ("option", "1"));
        await office.Settled();
        var again = await office.Director.Presses(form, "Cho ý kiến chỉ đạo", ("option", "1"));
        var other = await office.Director.Presses(form, "Cho ý kiến chỉ đạo", ("option", "2"));

        again.Words.ShouldContain("Đã ghi nhận.");
        other.Words.ShouldContain("Nhiệm vụ đã có thay đổi.");
        (await office.Store.Load(form.Duty, office.Cancel)).Events.Count.ShouldBe(2);
    }

    [Fact]
    public async Task D_07_A_judgement_of_what_changed_meanwhile_comes_back_filled_in()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Consult();
        await office.Answer(office.HeadOfIndustry, SampleOrganisation.Industry, Routine.DisagreeFields);
        var head = office.HeadOfPlanning;
        var form = await head.Presses(await office.Latest(head.Chat, "Tổng hợp ý kiến"), "Tiếp thu, giải trình");
        await office.Answer(office.HeadOfTrade, SampleOrganisation.Trade, Routine.AgreeFields);
        (string, string)[] typed = [("kind.1", nameof(ResolutionKind.Explain)), ("explanation.1", Routine.Explanation)];

        var again = await head.Presses(form, "Tiếp thu, giải trình", typed);

        again.Words.ShouldContain("Nhiệm vụ đã có thay đổi.");
        again.Values["explanation.1"].ShouldBe(Routine.Explanation);
        (await head.Presses(again, "Tiếp thu, giải trình")).Words.ShouldContain("Đã ghi nhận.");
    }

    [Fact]
    public async Task A_phone_that_knows_only_Submit_does_the_same()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.Deputy.Types("giao việc");

        var answer = await office.Deputy.Submits(form, "Giao nhiệm vụ", Routine.TaskFields);

        answer.Words.ShouldContain("Đã ghi nhận.");
        (await office.Latest(SampleOrganisation.Planning, Routine.Work)).Buttons.ShouldContain("Tiếp nhận");
    }

    [Fact]
    public async Task D_06_A_phone_that_knows_only_Submit_shows_no_form_to_the_channel()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var card = await office.Assign();

        var told = await office.HeadOfPlanning.Submits(card, "Tiếp nhận");

        told.Line.ShouldBe("Đã gửi vào cuộc trò chuyện riêng với đồng chí.");
        var form = await office.Latest(office.HeadOfPlanning.Chat, "Tiếp nhận nhiệm vụ");
        (await office.HeadOfPlanning.Submits(form, "Tiếp nhận", Officer)).Words.ShouldContain("Đã ghi nhận.");
        office.Messages(SampleOrganisation.Planning).ShouldAllBe(seen => !seen.Says("Chỉ đồng chí thấy thẻ này."));
    }

    [Fact]
    public async Task My_work_is_empty_filled_and_empty_again()
    {
        await using var office = await OfficeDriver.Open(issuer);
        (await office.HeadOfPlanning.Types("việc của tôi")).Words.ShouldContain("Hiện không có việc nào cần xử lý.");

        var card = await office.Assign();
        var mine = await office.HeadOfPlanning.Types("viec cua toi");
        (await office.HeadOfPlanning.Presses(mine, $"Xem {card.Duty}")).Words.ShouldContain(Routine.Work);
        (await office.HeadOfIndustry.Types("việc của tôi")).Words.ShouldNotContain(Routine.Work);

        mine.Words.ShouldContain($"Tiếp nhận nhiệm vụ: {Routine.Work}");
        var form = await office.HeadOfPlanning.Presses(card, "Tiếp nhận");
        await office.HeadOfPlanning.Presses(form, "Tiếp nhận", Officer);
        (await office.HeadOfPlanning.Types("việc của tôi")).Words.ShouldNotContain("Tiếp nhận nhiệm vụ");
        (await office.OfficerOfPlanning.Types("việc của tôi")).Words.ShouldContain("Hoàn thành nhiệm vụ");
    }

    [Fact]
    public async Task D_06_In_a_channel_my_work_goes_to_the_personal_chat()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Assign();

        var told = await office.HeadOfPlanning.TypesIn(OfficeDriver.ChannelOf(SampleOrganisation.Planning), "việc của tôi");

        told.Line.ShouldBe("Đã gửi vào cuộc trò chuyện riêng với đồng chí.");
        (await office.Latest(office.HeadOfPlanning.Chat, "Việc của tôi")).Words.ShouldContain(Routine.Work);
    }

    [Fact]
    public async Task A_person_reads_their_own_language_and_the_channel_the_organisations()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var deputy = new Person(office, SampleOrganisation.DeputyDirector) { Locale = "en-US" };

        var form = await deputy.Types("assign");
        var saved = await deputy.Presses(form, "Assign", Routine.TaskFields);

        saved.Words.ShouldContain("Saved.");
        (await office.Latest(SampleOrganisation.Planning, Routine.Work)).Words.ShouldContain("Nhiệm vụ mới được giao");
    }

    [Fact]
    public async Task A_language_typed_once_is_remembered_after_a_restart()
    {
        await using var office = await OfficeDriver.Open(issuer);
        (await office.Deputy.Types("English")).Line.ShouldBe("The language is now English.");

        await office.Restart();

        (await office.Deputy.Types("việc của tôi")).Words.ShouldContain("Nothing needs your attention.");
        (await office.Director.Types("việc của tôi")).Words.ShouldContain("Hiện không có việc nào cần xử lý.");
    }
}
