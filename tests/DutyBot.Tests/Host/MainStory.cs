using DutyBot.Development;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Host;

/// <summary>From an assignment to a binding decision, as the people of the department live through it.</summary>
public sealed class MainStory(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task R_06_An_assignment_reaches_the_channel_of_the_lead_unit_and_names_its_head()
    {
        await using var office = await OfficeDriver.Open(issuer);

        var card = await office.Assign();

        card.Mentioned.ShouldBe([SampleOrganisation.HeadOfPlanning.Value]);
        card.Summary.ShouldStartWith($"Nhiệm vụ mới: {Routine.Work}. Tiếp nhận trước: ");
        card.Buttons.ShouldBe(["Tiếp nhận", "Trả lại"], ignoreOrder: true);
        office.Messages(SampleOrganisation.Planning).Count.ShouldBe(1);
    }

    [Fact]
    public async Task R_16_Accepting_names_the_officer_and_updates_the_card_in_its_place()
    {
        await using var office = await OfficeDriver.Open(issuer);

        var card = await office.AssignAndAccept();

        card.IsUpdate.ShouldBeTrue();
        card.Words.ShouldContain("Đang thực hiện");
        card.Words.ShouldContain("Chuyên viên Kế hoạch - Tài chính");
        (await office.Latest(office.OfficerOfPlanning.Chat, Routine.Work)).Words.ShouldContain("được phân công thực hiện");
        (await office.Latest(office.Deputy.Chat, "đã tiếp nhận nhiệm vụ")).Words.ShouldContain("Phòng Kế hoạch - Tài chính");
    }

    [Fact]
    public async Task R_32_Each_unit_that_is_asked_gets_a_request_of_its_own()
    {
        await using var office = await OfficeDriver.Open(issuer);

        await office.Consult();

        var industry = await office.Latest(SampleOrganisation.Industry, Routine.Work);
        industry.Mentioned.ShouldBe([SampleOrganisation.HeadOfIndustry.Value]);
        industry.Words.ShouldContain("Phòng quản lý các cụm công nghiệp trên địa bàn.");
        industry.Words.ShouldContain(Routine.View);
        var trade = await office.Latest(SampleOrganisation.Trade, Routine.Work);
        trade.Mentioned.ShouldBe([SampleOrganisation.HeadOfTrade.Value]);
        trade.Words.ShouldNotContain("Phòng quản lý các cụm công nghiệp trên địa bàn.");
        office.Messages(SampleOrganisation.Safety).ShouldBeEmpty();
        (await office.Latest(office.HeadOfPlanning.Chat, "Tổng hợp ý kiến")).Words.ShouldContain("đã trả lời 00/02 đơn vị");
    }

    [Fact]
    public async Task R_35_An_officer_drafts_the_head_issues_and_nobody_else_reads_it_before_the_close()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Consult();
        var request = await office.Latest(SampleOrganisation.Industry, Routine.Work);

        var draft = await office.OfficerOfIndustry.Presses(request, "Dự thảo trả lời");
        (await office.OfficerOfIndustry.Presses(draft, "Lưu dự thảo", Routine.DisagreeFields)).Words.ShouldContain("Đã ghi nhận.");
        await office.Settled();
        var form = await office.HeadOfIndustry.Presses(await office.Latest(SampleOrganisation.Industry, Routine.Work), "Trả lời");
        form.Values["text.1"].ShouldBe(Routine.Objection);
        await office.HeadOfIndustry.Presses(form, "Gửi chính thức");
        await office.Settled();

        (await office.Latest(office.HeadOfPlanning.Chat, "Tổng hợp ý kiến")).Words.ShouldContain(Routine.Objection);
        office.Messages(SampleOrganisation.Industry).ShouldAllBe(seen => !seen.Says(Routine.Objection));
        office.Messages(SampleOrganisation.Planning).ShouldAllBe(seen => !seen.Says(Routine.Objection));
        office.Messages(SampleOrganisation.Trade).ShouldAllBe(seen => !seen.Says(Routine.Objection));
    }

    [Fact]
    public async Task R_43_What_is_left_of_a_disagreement_comes_before_the_director_with_both_sides()
    {
        await using var office = await OfficeDriver.Open(issuer);

        var card = await office.Escalate();

        card.Words.ShouldContain(Routine.View);
        card.Words.ShouldContain(Routine.Objection);
        card.Words.ShouldContain(Routine.Alternative);
        card.Words.ShouldContain(Routine.Explanation);
        card.Summary!.ShouldContain("trình xin ý kiến chỉ đạo");
    }

    [Fact]
    public async Task R_46_A_decision_goes_to_every_unit_concerned_and_binds_the_task()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var escalation = await office.Escalate();

        var form = await office.Director.Presses(escalation, "Cho ý kiến chỉ đạo");
        (await office.Director.Presses(form, "Cho ý kiến chỉ đạo", ("option", "1"))).Words.ShouldContain("Đã có ý kiến chỉ đạo");
        await office.Settled();

        var number = $"{escalation.Duty}/01";
        foreach (var unit in new[] { SampleOrganisation.Planning, SampleOrganisation.Industry, SampleOrganisation.Trade })
        {
            office.Messages(unit).Count(seen => seen.Summary == $"Ý kiến chỉ đạo số {number}: {Routine.Work}.").ShouldBe(1);
        }

        var task = office.Messages(SampleOrganisation.Planning)[0].Duty;
        (await office.App.Get<DutyDesk>().Task(task, office.Cancel)).BindingDecision!.Number.ShouldBe(number);
        (await office.HeadOfPlanning.Types(task.Value)).Words.ShouldContain($"Ý kiến chỉ đạo số {number}");
        (await office.Store.DeadEffects(10, office.Cancel)).ShouldBeEmpty();
    }
}
