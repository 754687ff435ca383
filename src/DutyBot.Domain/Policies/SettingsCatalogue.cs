using System.Collections.Immutable;
using System.Globalization;
using DutyBot.Domain.Consultations;
using NodaTime;

namespace DutyBot.Domain.Policies;

/// <summary>Every setting an office may change, once (R-87, R-88, decision D5).</summary>
public static class SettingsCatalogue
{
    public static ImmutableArray<Setting> All { get; } =
    [
        Text(
            "clock.workHours",
            new SettingForm.HalfDays(),
            p => WorkHoursTexts.Write(p.WorkHours),
            (p, text) => WorkHoursTexts.Read(text) is { } hours ? p with { WorkHours = hours } : null
        ) with
        {
            Refusal = WorkHoursTexts.Refusal,
        },
        Terms("accept.within", p => p.AcceptWithin, (p, v) => p with { AcceptWithin = v }),
        Terms("return.within", p => p.ReturnWithin, (p, v) => p with { ReturnWithin = v }),
        Terms("leaderDecision.within", p => p.LeaderDecisionWithin, (p, v) => p with { LeaderDecisionWithin = v }),
        Number("return.maxPerTaskPerUnit", 0, 5, p => p.MaxReturnsPerUnit, (p, v) => p with { MaxReturnsPerUnit = v }),
        Number("bounce.alertAt", 1, 10, p => p.FinalAssignmentAtReturn, (p, v) => p with { FinalAssignmentAtReturn = v }),
        Number("consult.replyDefault", 1, 60, p => p.ConsultReplyDefault, (p, v) => p with { ConsultReplyDefault = v }),
        Number("consult.replyMinimum", 1, 60, p => p.ConsultReplyMinimum, (p, v) => p with { ConsultReplyMinimum = v }),
        Number("consult.replyMaximum", 1, 120, p => p.ConsultReplyMaximum, (p, v) => p with { ConsultReplyMaximum = v }),
        Number("consult.nonResponseAfter", 1, 60, p => p.NonResponseAfter, (p, v) => p with { NonResponseAfter = v }),
        Text(
            "consult.silence",
            new SettingForm.OneOf(Enum.GetNames<Silence>()),
            p => p.Silence.ToString(),
            (p, text) => Enum.GetNames<Silence>().Contains(text) ? p with { Silence = Enum.Parse<Silence>(text) } : null
        ),
        Number("consult.maxSendBack", 0, 3, p => p.MaxSendBack, (p, v) => p with { MaxSendBack = v }),
        Number("consult.manyUnits", 1, 100, p => p.ManyUnits, (p, v) => p with { ManyUnits = v }),
        Text(
            "consult.genericPhrases",
            new SettingForm.Lines(),
            p => string.Join('\n', p.GenericPhrases.Texts),
            (p, text) => p with { GenericPhrases = new GenericPhrases(text.Split('\n', Trimmed)) }
        ),
        Number("reason.minLength", 10, 300, p => p.ReasonMinLength, (p, v) => p with { ReasonMinLength = v }),
        Number("work.minLength", 5, 100, p => p.WorkMinLength, (p, v) => p with { WorkMinLength = v }),
        Number("report.afterCompletion", 0, 60, p => p.ReportAfterCompletion, (p, v) => p with { ReportAfterCompletion = v }),
        Days("notice.task", 0, 30, p => p.TaskNotices, (p, v) => p with { TaskNotices = v }),
        Days("notice.report", 0, 30, p => p.ReportNotices, (p, v) => p with { ReportNotices = v }),
        Days("notice.reply", 0, 30, p => p.ReplyNotices, (p, v) => p with { ReplyNotices = v }),
        Days("notice.decision", 0, 30, p => p.DecisionNotices, (p, v) => p with { DecisionNotices = v }),
        Days("notice.campaign", 0, 30, p => p.CampaignNotices, (p, v) => p with { CampaignNotices = v }),
        Days("overdue.ladder", 1, 60, p => p.OverdueLadder, (p, v) => p with { OverdueLadder = v }),
        Number("norm.shortTermPercent", 0, 100, p => p.ShortTermPercent, (p, v) => p with { ShortTermPercent = v }),
        Number("proposal.maxOptions", 1, 5, p => p.MaxOptions, (p, v) => p with { MaxOptions = v }),
        Number("proposal.maxReturnsForWork", 0, 5, p => p.MaxReturnsForWork, (p, v) => p with { MaxReturnsForWork = v }),
        Text(
            "reminder.window",
            new SettingForm.OneOf(Enum.GetNames<ReminderWindow>()),
            p => p.ReminderWindow.ToString(),
            (p, text) => Enum.GetNames<ReminderWindow>().Contains(text) ? p with { ReminderWindow = Enum.Parse<ReminderWindow>(text) } : null
        ),
        Number("reminder.threshold", 2, 10, p => p.ReminderThreshold, (p, v) => p with { ReminderThreshold = v }),
        Number("explain.within", 1, 30, p => p.ExplainWithin, (p, v) => p with { ExplainWithin = v }),
        Time("reach.checkAt", new(6, 0), new(11, 30), p => p.ReachCheckAt, (p, v) => p with { ReachCheckAt = v }),
        Time("backlog.tellAt", new(6, 0), new(11, 30), p => p.BacklogAt, (p, v) => p with { BacklogAt = v }),
    ];

    private static readonly ImmutableDictionary<string, Setting> ByKey = All.ToImmutableDictionary(s => s.Key, StringComparer.Ordinal);

    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    public static Setting? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The policy with one value more, resting on a basis; null for an unknown key or a value that cannot be.</summary>
    public static Policy? Apply(Policy policy, string key, string value, string basis) =>
        Find(key)?.Write(policy, value.Trim()) is { } changed && IsSound(changed) ? changed with { LegalBasis = basis } : null;

    // Settings that bound each other.
    private static bool IsSound(Policy policy) =>
        policy.ConsultReplyMinimum <= policy.ConsultReplyDefault && policy.ConsultReplyDefault <= policy.ConsultReplyMaximum;

    private static Setting Number(string key, int least, int most, Func<Policy, int> read, Func<Policy, int, Policy> write) =>
        new(
            key,
            new SettingForm.Number(least, most),
            policy => read(policy).ToString(CultureInfo.InvariantCulture),
            (policy, text) =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
                    ? write(policy, value)
                    : null
        );

    private static Setting Time(
        string key,
        LocalTime earliest,
        LocalTime latest,
        Func<Policy, LocalTime> read,
        Func<Policy, LocalTime, Policy> write
    ) =>
        new(
            key,
            new SettingForm.TimeOfDay(earliest, latest),
            policy => TimeTexts.Write(read(policy)),
            (policy, text) => TimeTexts.Read(text) is { } time && time >= earliest && time <= latest ? write(policy, time) : null
        );

    private static Setting Days(
        string key,
        int least,
        int most,
        Func<Policy, ImmutableArray<int>> read,
        Func<Policy, ImmutableArray<int>, Policy> write
    ) =>
        new(
            key,
            new SettingForm.Days(least, most),
            policy => string.Join(", ", read(policy)),
            (policy, text) =>
            {
                var days = text.Split(',', Trimmed)
                    .Select(day => int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
                    .Distinct()
                    .ToImmutableArray();
                return days.All(day => day >= least && day <= most) ? write(policy, days) : null;
            }
        );

    private static Setting Text(string key, SettingForm form, Func<Policy, string> read, Func<Policy, string, Policy?> write) =>
        new(key, form, read, write);

    private static Setting Terms(string key, Func<Policy, Terms> read, Func<Policy, Terms, Policy> write) =>
        new(
            key,
            new SettingForm.ByUrgency(),
            policy => TermTexts.Write(read(policy)),
            (policy, text) => TermTexts.Read(text) is { } terms ? write(policy, terms) : null
        );
}
