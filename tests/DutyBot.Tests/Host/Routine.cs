using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Consultations;

namespace DutyBot.Tests.Host;

/// <summary>The steps of an ordinary duty, for stories that begin in the middle of one.</summary>
internal static class Routine
{
    public const string Work = "Rà soát quy hoạch cụm công nghiệp trên địa bàn";
    public const string View = "Đề nghị giữ nguyên ranh giới hai cụm công nghiệp như quy hoạch đã duyệt.";
    public const string Objection = "Không thống nhất giữ ranh giới cụm số hai vì chồng lấn đất rừng phòng hộ.";
    public const string Alternative = "Điều chỉnh ranh giới cụm số hai về phía đông, giảm 12 ha.";
    public const string Explanation = "Phần đất rừng đã được chuyển mục đích sử dụng theo nghị quyết của Hội đồng nhân dân tỉnh.";

    public static (string, string)[] TaskFields { get; } =
    [
        ("work", Work),
        ("deliverable", "Báo cáo kết quả rà soát"),
        ("documentSymbol", "280/CĐ-TTg"),
        ("documentDate", "2026-11-20"),
        ("issuingBody", "Thủ tướng Chính phủ"),
        ("leadUnit", SampleOrganisation.Planning.Value),
        ("deadline", "2026-12-25"),
    ];

    public static (string, string)[] RoundFields { get; } =
    [
        ("question.1", "Ranh giới hai cụm công nghiệp có phù hợp không?"),
        ("preliminaryView", View),
        ("unit.1", SampleOrganisation.Industry.Value),
        ("why.1", "Phòng quản lý các cụm công nghiệp trên địa bàn."),
        ("unit.2", SampleOrganisation.Trade.Value),
        ("why.2", "Phòng quản lý hạ tầng thương mại quanh các cụm công nghiệp."),
    ];

    public static (string, string)[] DisagreeFields { get; } =
    [("stance.1", nameof(Stance.Disagree)), ("text.1", Objection), ("alternative.1", Alternative), ("reviewed", "true")];

    public static (string, string)[] AgreeFields { get; } = [("stance.1", nameof(Stance.Agree)), ("reviewed", "true")];

    public static (string, string)[] ProposalFields { get; } =
    [
        ("differences", "Hai phòng khác ý kiến về ranh giới cụm công nghiệp số hai."),
        ("legalBasis", "Nghị định 32/2024/NĐ-CP về quản lý, phát triển cụm công nghiệp."),
        ("competence", "Giám đốc Sở"),
        ("viewpoint", View),
        ("option.1", "Giữ nguyên ranh giới cụm số hai."),
        ("option.2", "Giảm 12 ha ở phía tây cụm số hai."),
        ("chosenOption", "1"),
        ("choiceReason", "Phần đất rừng đã được chuyển mục đích sử dụng đúng quy định."),
    ];

    /// <returns>The card in the lead unit's channel.</returns>
    public static async Task<Seen> Assign(this OfficeDriver office, params (string, string)[] changes)
    {
        var form = await office.Deputy.Types("giao việc");
        await office.Deputy.Presses(form, "Giao nhiệm vụ", [.. TaskFields, .. changes]);
        return await office.Latest(SampleOrganisation.Planning, Work);
    }

    /// <returns>The card in the lead unit's channel.</returns>
    public static async Task<Seen> AssignAndAccept(this OfficeDriver office)
    {
        var card = await office.Assign();
        var form = await office.HeadOfPlanning.Presses(card, "Tiếp nhận");
        await office.HeadOfPlanning.Presses(form, "Tiếp nhận", ("officer", SampleOrganisation.OfficerOfPlanning.Value));
        return await office.Latest(SampleOrganisation.Planning, Work);
    }

    /// <returns>The task's card; the requests are in the channels of Industry and Trade.</returns>
    public static async Task<Seen> Consult(this OfficeDriver office)
    {
        var card = await office.AssignAndAccept();
        var form = await office.HeadOfPlanning.Presses(card, "Lấy ý kiến");
        await office.HeadOfPlanning.Presses(form, "Lấy ý kiến", RoundFields);
        return await office.Latest(SampleOrganisation.Planning, Work);
    }

    public static async Task Answer(this OfficeDriver office, Person head, UnitId unit, params (string, string)[] answer)
    {
        var form = await head.Presses(await office.Latest(unit, Work), "Trả lời");
        (await head.Presses(form, "Gửi chính thức", answer)).Words.ShouldContain("Đã ghi nhận.");
        await office.Settled();
    }

    /// <summary>Answers are in, one of them no; the round is resolved by explaining, and closed.</summary>
    public static async Task<Seen> CloseInDisagreement(this OfficeDriver office)
    {
        await office.Answer(office.HeadOfIndustry, SampleOrganisation.Industry, DisagreeFields);
        await office.Answer(office.HeadOfTrade, SampleOrganisation.Trade, AgreeFields);
        var head = office.HeadOfPlanning;
        var resolution = await head.Presses(await office.Latest(head.Chat, "Tổng hợp ý kiến"), "Tiếp thu, giải trình");
        await head.Presses(resolution, "Tiếp thu, giải trình", ("kind.1", nameof(ResolutionKind.Explain)), ("explanation.1", Explanation));
        var closing = await head.Presses(await office.Latest(head.Chat, "Tổng hợp ý kiến"), "Kết thúc lấy ý kiến");
        await head.Presses(closing, "Kết thúc lấy ý kiến");
        return await office.Latest(head.Chat, "Tổng hợp ý kiến");
    }

    /// <returns>The card in the director's chat.</returns>
    public static async Task<Seen> Escalate(this OfficeDriver office)
    {
        await office.Consult();
        var summary = await office.CloseInDisagreement();
        var form = await office.HeadOfPlanning.Presses(summary, "Trình lãnh đạo");
        (await office.HeadOfPlanning.Presses(form, "Trình lãnh đạo", ProposalFields)).Words.ShouldContain("Đã ghi nhận.");
        return await office.Latest(office.Director.Chat, "Trình xin ý kiến chỉ đạo");
    }
}
