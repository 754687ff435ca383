using DutyBot.Domain;
using DutyBot.Duties;
using DutyBot.Features;

namespace DutyBot.Imports;

/// <summary>Lines of one of the two files as somebody pasted them into a form: what would become of each, and the recording of all of them.</summary>
internal sealed class PastedImport
{
    private readonly Visit visit;
    private readonly CsvSheet sheet;
    private readonly ImportPlan plan;

    private PastedImport(Visit visit, CsvSheet sheet, ImportPlan plan)
    {
        this.visit = visit;
        this.sheet = sheet;
        this.plan = plan;
    }

    /// <summary>Whether every line was understood and is allowed; whoever pastes can mend the others, so nothing is recorded before.</summary>
    public bool IsSound => sheet.Missing.IsEmpty && !plan.HasRefusals && !plan.Lines.IsEmpty;

    /// <param name="visit">Whoever pastes it is whoever did what it records.</param>
    public static PastedImport Read(string text, CsvFile file, Visit visit)
    {
        var sheet = CsvSheet.Read(text, file);
        var moment = new ImportMoment(visit.Context.Organisation, visit.Context, visit.Act, visit.Texts);
        return new PastedImport(visit, sheet, ImportPlan.Of(sheet, file, moment));
    }

    /// <summary>A sentence each: for the whole, for the lines that are refused, for all others.</summary>
    public IReadOnlyList<string> Report()
    {
        var report = new ImportReport(plan.After, visit.Names.Today, visit.Texts);
        return [report.Summary(plan), .. report.Of(sheet), .. plan.Lines.OrderBy(line => line.Result is not ImportResult.Refused).Select(report.Of)];
    }

    /// <summary>Somebody may have changed the organisation since the plan was made: each part is decided again before it is recorded.</summary>
    /// <returns>Whether all of it is recorded.</returns>
    public async ValueTask<bool> Record(CancellationToken cancel)
    {
        foreach (var act in plan.Acts(visit.Act))
        {
            if (!(await visit.Desk.Execute(DutyId.Organisation, act, cancel)).IsAccepted)
            {
                return false;
            }
        }

        return true;
    }
}
