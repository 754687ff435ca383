using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Reminders;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Host;

/// <summary>The steps of formal reminders to the head of Planning, for stories that begin in the middle of one.</summary>
internal static class Reminding
{
    public const string Basis = "Khoản 2 Điều 8 Quy chế làm việc của Sở";
    public const string Text = "Nhiệm vụ đã quá thời hạn mà chưa có báo cáo kết quả.";
    public const string Explanation = "Số liệu của hai cụm công nghiệp chậm được cung cấp.";
    public const string Reason = "Số liệu được cung cấp chậm là lý do khách quan, đã được xác nhận.";

    public static readonly DutyId RecordId = DutyId.OfReminders(SampleOrganisation.HeadOfPlanning);

    // On Mon 07/12/2026, after the deadline of Fri 04/12/2026.
    public static async Task<OfficeDriver> Late(LocalIssuer issuer, int tasks = 1)
    {
        var office = await OfficeDriver.Open(issuer);
        for (var no = 1; no <= tasks; no++)
        {
            await office.Assign(("work", $"{Routine.Work}, đợt {no}"), ("documentSymbol", $"{279 + no}/CĐ-TTg"), ("deadline", "2026-12-04"));
        }

        await office.PassUntil(12, 7, 8);
        return office;
    }

    public static async Task<DutyId> TaskOf(this OfficeDriver office) => (await office.TasksOf())[0];

    public static async Task<IReadOnlyList<DutyId>> TasksOf(this OfficeDriver office)
    {
        await office.Settled();
        return [.. office.Messages(SampleOrganisation.Planning).Where(seen => seen.Says(Routine.Work)).Select(seen => seen.Duty).Distinct()];
    }

    public static async Task Remind(this OfficeDriver office, Person issuer, DutyId task)
    {
        var form = await issuer.Types($"nhắc nhở {task}");
        (await issuer.Presses(form, "Nhắc nhở", ("legalBasis", Basis), ("text", Text))).Words.ShouldContain("Đã ghi nhận.");
        await office.Settled();
    }

    public static async Task Explain(this OfficeDriver office)
    {
        var form = await office.HeadOfPlanning.Presses(await office.Latest(office.HeadOfPlanning.Chat, Text), "Giải trình");
        (await office.HeadOfPlanning.Presses(form, "Giải trình", ("text", Explanation))).Words.ShouldContain("Đã ghi nhận.");
        await office.Settled();
    }

    public static async Task<IReadOnlyList<string>> EventsOfRecord(this OfficeDriver office)
    {
        await office.Settled();
        return [.. (await office.Store.Load(RecordId, office.Cancel)).Events.Select(e => e.Type)];
    }

    public static async Task<ReminderRecord> Record(this OfficeDriver office)
    {
        await office.Settled();
        return await office.App.Get<DutyDesk>().Reminders(RecordId, office.Cancel);
    }
}
