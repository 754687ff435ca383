using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Text;

namespace DutyBot.Teams.Commands;

/// <summary>What a person typed, understood. Pure: who may do it, and to what, is for the features to say.</summary>
public abstract record TypedCommand
{
    private TypedCommand() { }

    public sealed record Assign : TypedCommand;

    /// <summary>An assignment that starts with a template.</summary>
    public sealed record AssignFrom(string Template) : TypedCommand;

    /// <summary>"Việc này của ai?": which unit is competent in a field .</summary>
    public sealed record WhoseTask(string Words) : TypedCommand;

    /// <summary>Looks units and people up by name (D-08).</summary>
    public sealed record Find(string Words) : TypedCommand;

    public sealed record MyWork : TypedCommand;

    public sealed record UnitWork : TypedCommand;

    /// <summary>Opens the form in which the Office urges units .</summary>
    public sealed record Urge : TypedCommand;

    /// <summary>Opens the form of a review campaign for whoever may open one, and shows the own unit's tasks to others .</summary>
    public sealed record Review : TypedCommand;

    /// <summary>What the units have left lying .</summary>
    public sealed record Backlog : TypedCommand;

    public sealed record Help : TypedCommand;

    /// <summary>Opens the administration.</summary>
    public sealed record Configure : TypedCommand;

    /// <summary>The coming days off and worked Saturdays of the office.</summary>
    public sealed record Holidays : TypedCommand;

    /// <summary>"Hạn sau 5 ngày": when a term ends and why.</summary>
    /// <param name="Asked">Null when the term could not be read.</param>
    public sealed record Deadline(AskedTerm? Asked) : TypedCommand;

    /// <summary>Asks whether everybody can be reached.</summary>
    public sealed record Check : TypedCommand;

    /// <summary>Opens the form in which the sender delegates to somebody (D-03).</summary>
    public sealed record DelegateRights : TypedCommand;

    /// <summary>Opens the form in which the sender reports days of absence.</summary>
    public sealed record ReportAbsence : TypedCommand;

    /// <summary>Shows the sender's own delegations and absences.</summary>
    public sealed record OwnStandIns : TypedCommand;

    public sealed record Show(DutyId Duty) : TypedCommand;

    /// <summary>An act on a duty, for which a form is opened: all that a card's button can do.</summary>
    public sealed record Act(TypedAct What, DutyId Duty) : TypedCommand;

    /// <summary>An act without the code of a duty.</summary>
    public sealed record ActOnWhat(TypedAct What) : TypedCommand;

    /// <summary>"xem" without the code of a duty, as the command menu of Teams types it.</summary>
    public sealed record ShowWhat : TypedCommand;

    public sealed record Speak(Language Language) : TypedCommand;

    /// <summary>Development only.</summary>
    public sealed record ActAs(string Name) : TypedCommand;

    /// <summary>Development only: the day, and the time where it was said, that has come.</summary>
    public sealed record MoveClock(string When) : TypedCommand;

    public sealed record Unknown(string Text) : TypedCommand;

    /// <summary>Reads a line as people type it: with and without diacritics, in any case, in either language (3.4).</summary>
    public static TypedCommand Parse(string line)
    {
        var (rest, duty) = TakeCode(line);
        var words = SearchText.Fold(rest);
        return Plain(words, duty)
            ?? ShowOf(words, duty)
            ?? ActOf(words, duty)
            ?? (TypedTerm.Asks(words) ? new Deadline(TypedTerm.Read(words)) : null)
            ?? WithRest(words, line)
            ?? new Unknown(line.Trim());
    }

    private static TypedCommand? Plain(string words, DutyId? duty) =>
        (words, duty) switch
        {
            ("giao viec" or "giao nhiem vu" or "assign", null) => new Assign(),
            ("viec cua toi" or "cho toi" or "my tasks" or "my work" or "waiting for me", null) => new MyWork(),
            ("viec don vi" or "viec cua don vi" or "unit tasks" or "unit work", null) => new UnitWork(),
            ("don doc" or "urge", null) => new Urge(),
            ("ra soat" or "review", null) => new Review(),
            ("ton dong" or "viec ton dong" or "backlog", null) => new Backlog(),
            ("cau hinh" or "quan tri" or "configure" or "admin", null) => new Configure(),
            ("lich nghi" or "ngay nghi" or "holidays", null) => new Holidays(),
            ("kiem tra" or "check", null) => new Check(),
            ("tro giup" or "huong dan" or "help", null) => new Help(),
            ("uy quyen" or "delegate", null) => new DelegateRights(),
            ("bao vang mat" or "vang mat" or "report absence" or "absence", null) => new ReportAbsence(),
            ("uy quyen cua toi" or "vang mat cua toi" or "my delegations" or "my absences", null) => new OwnStandIns(),
            ("tieng viet" or "vietnamese", null) => new Speak(Language.Vietnamese),
            ("english" or "tieng anh", null) => new Speak(Language.English),
            _ => null,
        };

    private static TypedCommand? ShowOf(string words, DutyId? duty) =>
        (words, duty) switch
        {
            ("" or "xem" or "show" or "view", { } id) => new Show(id),
            ("ra soat" or "review", { Kind: DutyKind.Campaign } id) => new Show(id),
            ("xem" or "show" or "view", null) => new ShowWhat(),
            _ => null,
        };

    private static TypedCommand? ActOf(string words, DutyId? duty)
    {
        TypedAct? act = words switch
        {
            "tiep nhan" or "accept" => TypedAct.Accept,
            "phan cong" or "name officer" => TypedAct.NameOfficer,
            "tra lai" or "return" => TypedAct.Return,
            "khong chap nhan" or "reject return" => TypedAct.RejectReturn,
            "giao lai" or "giao don vi khac" or "reassign" => TypedAct.Reassign,
            "huy" or "huy nhiem vu" or "cancel" => TypedAct.Cancel,
            "lay y kien" or "consult" => TypedAct.Consult,
            "tra loi" or "answer" => TypedAct.Answer,
            "du thao" or "draft" => TypedAct.Draft,
            "de nghi bo sung" or "ask papers" => TypedAct.AskPapers,
            "bo sung" or "supply papers" => TypedAct.SupplyPapers,
            "de nghi tra loi lai" or "send back" => TypedAct.SendBack,
            "tiep thu" or "giai trinh" or "tiep thu giai trinh" or "resolve" => TypedAct.Resolve,
            "ket thuc" or "ket thuc lay y kien" or "close" => TypedAct.Close,
            "trinh" or "trinh lanh dao" or "escalate" => TypedAct.Escalate,
            "chi dao" or "cho y kien chi dao" or "decide" => TypedAct.Decide,
            "thay the" or "supersede" => TypedAct.Supersede,
            "yeu cau hoan thien" or "return for work" => TypedAct.ReturnForWork,
            "hop" or "meeting" => TypedAct.Meeting,
            "hoan thien" or "revise" => TypedAct.Revise,
            "rut" or "withdraw" => TypedAct.Withdraw,
            "nhac nho" or "remind" => TypedAct.Remind,
            "explain" => TypedAct.Explain,
            "giu nguyen" or "uphold" => TypedAct.Uphold,
            "gui lai" or "send again" => TypedAct.SendAgain,
            "tham dinh" or "advise" => TypedAct.Advise,
            _ => null,
        };
        return act is not { } what ? null
            : duty is { } id ? new Act(what, id)
            : new ActOnWhat(what);
    }

    private static TypedCommand? WithRest(string words, string line) =>
        After(["dong vai", "act as"], words, line) is { } part ? new ActAs(part)
        : After(["viec nay cua ai", "whose task is this"], words, line) is { } field ? new WhoseTask(field)
        : After(["den ngay", "move to"], words, line) is { } moment ? new MoveClock(moment)
        : After(["tim", "find"], words, line) is { } name ? new Find(name)
        : After(["giao viec", "giao nhiem vu", "assign"], words, line) is { } template ? new AssignFrom(template)
        : null;

    // As typed: folding keeps the number of words.
    private static string? After(ReadOnlySpan<string> openings, string words, string line)
    {
        foreach (var opening in openings)
        {
            if (words.StartsWith(opening + " ", StringComparison.Ordinal))
            {
                return string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Skip(opening.Split(' ').Length));
            }
        }

        return null;
    }

    // The code is the last word; taken before folding, which would take its hyphens.
    private static (string Before, DutyId? Duty) TakeCode(string line)
    {
        var text = line.TrimEnd(' ', '.', '\n', '\r', '\t');
        var cut = text.LastIndexOfAny([' ', '\n', '\t']);
        return DutyId.TryParse(text[(cut + 1)..], out var duty) && duty.Kind != DutyKind.Organisation
            ? (cut < 0 ? "" : text[..cut], duty)
            : (line, null);
    }
}

/// <summary>The acts that need the code of a duty.</summary>
public enum TypedAct
{
    Accept,
    NameOfficer,
    Return,
    RejectReturn,
    Reassign,
    Cancel,
    Consult,
    Answer,
    Draft,
    AskPapers,
    SupplyPapers,
    SendBack,
    Resolve,
    Close,
    Escalate,
    Decide,
    Supersede,
    ReturnForWork,
    Meeting,
    Revise,
    Withdraw,
    Remind,
    Explain,
    Uphold,
    SendAgain,
    Advise,
}
