using System.Text.Json;
using System.Text.Json.Nodes;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Tests.Cards;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>Defects 5, 6, 7 and 11 of other systems (<c>docs/rules.md</c>): cards, old and new, and two who press at once.</summary>
public sealed class DefectsOfPeersCardStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Recorded = "Đã ghi nhận.";
    private const string Other = "Không thống nhất phương án giao thông vì trùng với tuyến đường tránh đã duyệt.";

    private static readonly OrganisationEvent Delegation = new OrganisationEvent.Delegated(
        Act.OfSystem(Instant.FromUtc(2026, 11, 20, 3, 0)),
        SampleOrganisation.HeadOfIndustry,
        SampleOrganisation.OfficerOfIndustry,
        DelegationScope.Headship,
        new LocalDate(2026, 11, 20),
        new LocalDate(2026, 12, 31),
        "12/GUQ-SCT"
    );

    /// <summary>The head and the delegate answer for one unit, each through another process over the same store.</summary>
    [Fact]
    public async Task Defect_5_Of_two_answers_for_one_unit_in_the_same_second_one_is_recorded_and_the_other_is_told()
    {
        await using var office = await OfficeDriver.Open(issuer, more: [Delegation]);
        await using var replica = await office.Replica();
        await office.Consult();
        var request = await office.Latest(SampleOrganisation.Industry, Routine.Work);
        var forms = new[] { await Form(office.HeadOfIndustry, request, Routine.Objection), await Form(office.OfficerOfIndustry, request, Other) };

        var answers = await Task.WhenAll(Task.Run(() => office.App.Post(forms[0])), Task.Run(() => replica.Post(forms[1])));

        var words = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
        words.Count(answer => answer.Contains(Recorded)).ShouldBe(1);
        (await office.Store.Load(request.Duty, office.Cancel)).Events.Count(e => e.Type == nameof(ConsultationEvent.AnswerIssued)).ShouldBe(1);
        var (won, lost) = words[0].Contains(Recorded) ? (Routine.Objection, words[1]) : (Other, words[0]);
        (await Answer(office, request.Duty, SampleOrganisation.Industry)).ShouldBe(won);
        lost.ShouldContain("đã có thay đổi", customMessage: "Whoever came second is told.");
        lost.ShouldContain(won == Other ? Routine.Objection : Other, customMessage: "And gets back what was typed.");
    }

    [Fact]
    public async Task Defect_5_Two_units_that_answer_in_the_same_second_are_both_recorded()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await using var replica = await office.Replica();
        await office.Consult();
        var round = (await office.Latest(SampleOrganisation.Industry, Routine.Work)).Duty;
        var industry = await Form(office.HeadOfIndustry, await office.Latest(SampleOrganisation.Industry, Routine.Work), Routine.Objection);
        var trade = await Form(office.HeadOfTrade, await office.Latest(SampleOrganisation.Trade, Routine.Work), Other);

        var answers = await Task.WhenAll(Task.Run(() => office.App.Post(industry)), Task.Run(() => replica.Post(trade)));

        foreach (var answer in answers)
        {
            (await answer.Content.ReadAsStringAsync()).ShouldContain(Recorded);
        }

        // The other process finds out when it next writes; the record has both.
        await office.Restart();
        (await Answer(office, round, SampleOrganisation.Industry)).ShouldBe(Routine.Objection);
        (await Answer(office, round, SampleOrganisation.Trade)).ShouldBe(Other);
    }

    [Fact]
    public async Task Defect_6_Every_press_and_every_line_of_whoever_may_not_is_answered_and_changes_nothing()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var assigned = await office.Assign();
        var consulting = await office.Consult();
        var request = await office.Latest(SampleOrganisation.Industry, Routine.Work);
        var summary = await office.CloseInDisagreement();
        var proposal = await office.HeadOfPlanning.Presses(summary, "Trình lãnh đạo");
        Seen[] cards = [assigned, consulting, request, summary, proposal];
        var before = await Versions(office, cards);

        foreach (var person in new[] { office.Outsider, office.OfficerOfIndustry, office.HeadOfTrade })
        {
            foreach (var (card, button) in cards.SelectMany(card => card.Buttons.Select(button => (card, button))))
            {
                var answer = await person.Presses(card with { Conversation = person.Chat }, button);
                answer.Words.ShouldNotBeNullOrWhiteSpace($"{person.Id} pressed '{button}'.");
                answer.Words.ShouldNotContain(Recorded);
            }
        }

        foreach (var line in new[] { "giao việc", "việc của tôi", "tồn đọng", "cấu hình", "đôn đốc", "nhắc nhở", assigned.Duty.Value, "???" })
        {
            (await office.Outsider.Types(line)).Words.ShouldNotBeNullOrWhiteSpace(line);
        }

        (await Versions(office, cards)).ShouldBe(before);
    }

    /// <summary>A bot that reads its own card back undid what somebody had withdrawn (a tick that it had itself rewritten).</summary>
    [Fact]
    public async Task Defect_7_What_was_withdrawn_stays_so_whatever_an_old_card_says_and_no_card_is_ever_read_back()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.HeadOfPlanning.Presses(await office.Assign(), "Tiếp nhận");
        var cancel = await office.Deputy.Presses(await office.Deputy.Types(form.Duty.Value), "Hủy nhiệm vụ");
        await office.Deputy.Presses(cancel, "Hủy nhiệm vụ", ("reason", "Nội dung đã được giao cho cơ quan khác chủ trì."));
        var version = (await office.Store.Load(form.Duty, office.Cancel)).Version.Number;

        foreach (var claimed in new[] { 1, version, version + 1 })
        {
            var press = Presser.Execute(form.Card, "Tiếp nhận", ("officer", SampleOrganisation.OfficerOfPlanning.Value));
            (await office.HeadOfPlanning.Sends(form.Conversation, Claiming(press, claimed))).Words.ShouldContain("đã có thay đổi");
        }

        await office.Settled();
        await office.Restart();
        (await office.App.Get<DutyDesk>().Task(form.Duty, office.Cancel)).Phase.ShouldBe(TaskPhase.Cancelled);
        (await office.Store.Load(form.Duty, office.Cancel)).Version.Number.ShouldBe(version);
        (await office.Latest(SampleOrganisation.Planning, Routine.Work)).Buttons.ShouldNotContain("Tiếp nhận");
        office.Connector.Requests.ShouldNotContain(request => request.Method == "GET" && request.Target.Contains("/activities/"));
    }

    [Fact]
    public async Task Defect_11_Whoever_presses_a_card_after_the_end_gets_the_result()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Consult();
        var request = await office.Latest(SampleOrganisation.Industry, Routine.Work);
        await office.CloseInDisagreement();
        (await office.Latest(SampleOrganisation.Industry, Routine.Work)).Buttons.ShouldNotContain(
            "Trả lời",
            "No card is left with a button that is dead."
        );

        var late = await office.HeadOfIndustry.Presses(request, "Trả lời");
        late.Words.ShouldContain("đã có thay đổi");
        (await office.HeadOfIndustry.Presses(late, "Xem chi tiết")).Words.ShouldContain(Routine.Objection);

        var summary = await office.Latest(office.HeadOfPlanning.Chat, "Tổng hợp ý kiến");
        var proposal = await office.HeadOfPlanning.Presses(summary, "Trình lãnh đạo");
        await office.HeadOfPlanning.Presses(proposal, "Trình lãnh đạo", Routine.ProposalFields);
        var submitted = await office.Latest(office.Director.Chat, "Trình xin ý kiến chỉ đạo");
        var decision = await office.Director.Presses(submitted, "Cho ý kiến chỉ đạo");
        await office.Director.Presses(decision, "Cho ý kiến chỉ đạo", ("option", "1"));
        await office.Settled();

        var decided = await office.Director.Presses(submitted, "Cho ý kiến chỉ đạo");
        decided.Words.ShouldContain("Đã có ý kiến chỉ đạo số");
        (await office.Director.Presses(decided, "Xem chi tiết")).Words.ShouldContain("Giữ nguyên ranh giới cụm số hai.");
    }

    private static async Task<JsonObject> Form(Person person, Seen request, string objection)
    {
        var form = await person.Presses(request, "Trả lời");
        (string, string)[] typed = [.. Routine.DisagreeFields.Where(field => field.Item1 != "text.1"), ("text.1", objection)];
        return person.Invoke(form.Conversation, Presser.Execute(form.Card, "Gửi chính thức", typed));
    }

    private static async Task<string?> Answer(OfficeDriver office, DutyId round, UnitId unit) =>
        (await office.App.Get<DutyDesk>().Consultation(round, office.Cancel)).Item(unit)?.Opinion?.On(1)?.Text;

    private static JsonElement Claiming(JsonElement press, long version)
    {
        var value = JsonObject.Create(press)!;
        value["action"]!["data"]!["dutybot"]!["version"] = version;
        return JsonSerializer.SerializeToElement(value);
    }

    private static async Task<IReadOnlyList<long>> Versions(OfficeDriver office, IEnumerable<Seen> cards)
    {
        await office.Settled();
        var versions = new List<long>();
        foreach (var card in cards)
        {
            versions.Add((await office.Store.Load(card.Duty, office.Cancel)).Version.Number);
        }

        return versions;
    }
}
