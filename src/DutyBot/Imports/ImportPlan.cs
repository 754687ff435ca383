using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using NodaTime;

namespace DutyBot.Imports;

/// <summary>What stands in a cell and would stand there instead; an empty text for nothing.</summary>
internal sealed record ImportChange(CsvColumn Column, string Old, string New);

/// <summary>What a line asks for, in view of what is so already.</summary>
internal sealed record ImportRow(ImmutableArray<OrganisationCommand> Commands, bool IsNew, ImmutableArray<ImportChange> Changes)
{
    /// <summary>What the file itself rules out, whatever the decider thinks.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    public static ImportRow Refused(params IEnumerable<Problem> problems) => new([], false, []) { Problems = [.. problems] };
}

/// <summary>What becomes of a line.</summary>
internal abstract record ImportResult
{
    private ImportResult() { }

    public sealed record Creates : ImportResult;

    public sealed record Changes(ImmutableArray<ImportChange> What) : ImportResult;

    public sealed record Same : ImportResult;

    public sealed record Refused(ImmutableArray<Problem> Problems) : ImportResult;
}

/// <param name="Subject">The name in the line, or the id where it has none.</param>
/// <param name="Events">How many events its commands make.</param>
internal sealed record ImportLine(int Line, string Subject, ImportResult Result, ImmutableArray<OrganisationCommand> Commands, int Events);

/// <summary>Where and when a line is read: on the state that the lines before it leave behind.</summary>
internal sealed record ImportMoment(Organisation Organisation, DutyContext Context, Act Act, Texts Texts)
{
    public LocalDate Today => Context.DateOf(Act);
}

/// <summary>What an import would do, line by line; nothing is recorded by making one.</summary>
internal sealed record ImportPlan(ImmutableArray<ImportLine> Lines, Organisation After)
{
    public bool HasRefusals => Lines.Any(line => line.Result is ImportResult.Refused);

    public static ImportPlan Of(CsvSheet sheet, CsvFile file, ImportMoment moment)
    {
        var lines = ImmutableArray.CreateBuilder<ImportLine>(sheet.Rows.Length);
        foreach (var row in sheet.Rows)
        {
            var line = Decide(row, Wanted(row, file, moment), ref moment);
            lines.Add(line);
        }

        return new ImportPlan(lines.ToImmutable(), moment.Organisation);
    }

    /// <summary>The commands of the accepted lines in parts that each fit one act; a line is never divided.</summary>
    public IEnumerable<OrganisationCommand.All> Acts(Act act)
    {
        var part = ImmutableArray.CreateBuilder<OrganisationCommand>();
        var events = 0;
        foreach (var line in Lines.Where(line => !line.Commands.IsEmpty))
        {
            if (events > 0 && events + line.Events > OrganisationDecider.MostEvents)
            {
                yield return new OrganisationCommand.All(act, part.DrainToImmutable());
                events = 0;
            }

            part.AddRange(line.Commands);
            events += line.Events;
        }

        if (events > 0)
        {
            yield return new OrganisationCommand.All(act, part.ToImmutable());
        }
    }

    private static ImportRow Wanted(CsvRow row, CsvFile file, ImportMoment moment) =>
        row.Unreadable().ToList() is { Count: > 0 } problems ? ImportRow.Refused(problems)
        : file == CsvFile.Units ? UnitRows.Read(row, moment)
        : PersonRows.Read(row, moment);

    private static ImportLine Decide(CsvRow row, ImportRow wanted, ref ImportMoment moment)
    {
        var subject = row.Optional(CsvColumn.Name) ?? row.Optional(CsvColumn.Id) ?? row[CsvColumn.Person];
        var decision = wanted.Problems.IsEmpty
            ? OrganisationDecider.Decide(moment.Organisation, new OrganisationCommand.All(moment.Act, wanted.Commands), moment.Context)
            : Decision<OrganisationEvent>.Reject(wanted.Problems);
        if (!decision.IsAccepted)
        {
            return new ImportLine(row.Line, subject, new ImportResult.Refused(decision.Problems), [], 0);
        }

        moment = moment with { Organisation = decision.Events.Aggregate(moment.Organisation, Organisation.Evolve) };
        return decision.Events.IsEmpty
            ? new ImportLine(row.Line, subject, new ImportResult.Same(), [], 0)
            : new ImportLine(
                row.Line,
                subject,
                wanted.IsNew ? new ImportResult.Creates() : new ImportResult.Changes(wanted.Changes),
                wanted.Commands,
                decision.Events.Length
            );
    }
}
