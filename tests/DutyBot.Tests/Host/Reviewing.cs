using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Duties;

namespace DutyBot.Tests.Host;

/// <summary>The steps of a review, for stories that begin in the middle of one.</summary>
internal static class Reviewing
{
    public const string Title = "Rà soát nhiệm vụ quý IV";
    public const string Note = "Chờ kết quả đo đạc của đơn vị tư vấn, dự kiến chậm hai tuần.";

    public static async Task<DutyId> Give(this OfficeDriver office, UnitId unit, string work)
    {
        var form = await office.Deputy.Types("giao việc");
        await office.Deputy.Presses(
            form,
            "Giao nhiệm vụ",
            [.. Routine.TaskFields, ("work", work), ("leadUnit", unit.Value), ("deadline", "2026-12-25")]
        );
        return (await office.Latest(unit, work)).Duty;
    }

    public static async Task<IReadOnlyList<DutyId>> Give(this OfficeDriver office, UnitId unit, int tasks)
    {
        var given = new List<DutyId>();
        foreach (var no in Enumerable.Range(1, tasks))
        {
            given.Add(await office.Give(unit, WorkNo(no)));
        }

        return given;
    }

    public static string WorkNo(int no) => $"Hoàn thiện hồ sơ cụm công nghiệp số {no:00}";

    /// <summary>Until Fri 27/11/2026.</summary>
    /// <returns>The code of the campaign.</returns>
    public static async Task<DutyId> OpenReview(this OfficeDriver office, params (string, string)[] changes)
    {
        var form = await office.HeadOfOffice.Types("rà soát");
        var saved = await office.HeadOfOffice.Presses(form, "Mở đợt rà soát", [("title", Title), ("answerBy", "2026-11-27"), .. changes]);
        saved.Words.ShouldContain("Đã ghi nhận.");
        await office.Settled();
        return saved.Duty;
    }

    /// <summary>The head marks what the form lists, from the channel's card or from the list that comes back.</summary>
    /// <returns>The list of the unit, as it is shown after saving.</returns>
    public static async Task<Seen> Mark(this Person head, Seen on, string button, params (DutyId Task, MarkKind Kind, string Note)[] marks)
    {
        var form = await head.Presses(on, button);
        return await head.Presses(form, "Lưu", Filled(marks));
    }

    public static (string, string)[] Filled(params (DutyId Task, MarkKind Kind, string Note)[] marks) =>
        [.. marks.SelectMany(mark => new[] { ($"mark.{mark.Task}", mark.Kind.ToString()), ($"note.{mark.Task}", mark.Note) })];

    public static Task<Seen> CampaignCard(this OfficeDriver office, UnitId unit) => office.Latest(unit, "Đợt rà soát nhiệm vụ");

    public static async Task<Campaign> Campaign(this OfficeDriver office, DutyId id)
    {
        await office.Settled();
        return await office.App.Get<DutyDesk>().Campaign(id, office.Cancel);
    }
}
