using System.Collections.Immutable;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Effects;
using NodaTime;

namespace DutyBot.Domain.Organisations;

/// <summary>
/// What an admin may do to the organisation (domain 1.4.14, 1.6). Nothing is known to be valid yet: the decision says what is wrong with it.
/// A basis is the document that orders the change; dates are days of the office's calendar.
/// </summary>
public abstract record OrganisationCommand : DutyCommand
{
    private OrganisationCommand(Act act)
        : base(act) { }

    public sealed record NameTenant(Act Act, string Name) : OrganisationCommand(Act);

    public sealed record SetLanguage(Act Act, Language Language) : OrganisationCommand(Act);

    public sealed record CreateUnit(Act Act, NewUnit Unit, LocalDate? From, string Basis) : OrganisationCommand(Act);

    public sealed record RenameUnit(Act Act, UnitId? Unit, string Name, string ShortName, LocalDate? From, string Basis) : OrganisationCommand(Act);

    public sealed record MoveUnit(Act Act, UnitId? Unit, UnitId? Parent, LocalDate? From, string Basis) : OrganisationCommand(Act);

    /// <summary>n→1, into a unit that exists or that this act creates. The staff goes along.</summary>
    /// <param name="Head">Who heads the new unit; the present head stays when an existing unit takes over and none is named.</param>
    public sealed record MergeUnits(
        Act Act,
        ImmutableArray<UnitId> Units,
        UnitId? Into,
        NewUnit? Created,
        PersonId? Head,
        LocalDate? At,
        string Basis
    ) : OrganisationCommand(Act);

    /// <summary>1→n: the open duties named in <paramref name="Chosen"/> go where it says, all others to <paramref name="Successor"/>.</summary>
    public sealed record SplitUnit(
        Act Act,
        UnitId? Unit,
        ImmutableArray<NewUnitWithHead> Parts,
        UnitId? Successor,
        ImmutableArray<ChosenSuccessor> Chosen,
        LocalDate? At,
        string Basis
    ) : OrganisationCommand(Act);

    /// <summary>The open duties and the staff go to the successor, or to the parent when none is named.</summary>
    public sealed record DissolveUnit(Act Act, UnitId? Unit, UnitId? Successor, LocalDate? At, string Basis) : OrganisationCommand(Act);

    public sealed record BindChannel(Act Act, UnitId? Unit, string ChannelId, ChannelKind Kind, string? TeamId, string? ChannelName)
        : OrganisationCommand(Act);

    public sealed record UnbindChannel(Act Act, UnitId? Unit) : OrganisationCommand(Act);

    public sealed record RegisterPerson(Act Act, PersonId? Person, string Name, string Title, string? Upn) : OrganisationCommand(Act);

    public sealed record Appoint(Act Act, PersonId? Person, UnitId? Unit, Position? Position, LocalDate? From, LocalDate? To)
        : OrganisationCommand(Act);

    public sealed record EndAppointment(Act Act, PersonId? Person, UnitId? Unit, Position? Position, LocalDate? LastDay) : OrganisationCommand(Act);

    /// <summary>By the grantor, or by an admin who enters the written delegation (D-03).</summary>
    public sealed record DelegateRights(
        Act Act,
        PersonId? Grantor,
        PersonId? To,
        DelegationScope? Scope,
        LocalDate? From,
        LocalDate? Until,
        string Document
    ) : OrganisationCommand(Act);

    /// <param name="One">Only this one of the delegations between the two, which may also be still to come; null for all that are in force.</param>
    public sealed record EndDelegation(Act Act, PersonId? Grantor, PersonId? To, LocalDate? LastDay, OneDelegation? One = null)
        : OrganisationCommand(Act);

    /// <summary>By the person, or by an admin.</summary>
    public sealed record RecordAbsence(Act Act, PersonId? Person, AbsenceGrade? Grade, LocalDate? From, LocalDate? Until) : OrganisationCommand(Act);

    /// <param name="From">Only the absence that begins on this day, which may also be still to come; null for whatever is in force.</param>
    public sealed record EndAbsence(Act Act, PersonId? Person, LocalDate? LastDay, LocalDate? From = null) : OrganisationCommand(Act);

    public sealed record GrantRole(Act Act, PersonId? Person, Role? Role, LocalDate? From) : OrganisationCommand(Act);

    public sealed record WithdrawRole(Act Act, PersonId? Person, Role? Role, LocalDate? LastDay) : OrganisationCommand(Act);

    public sealed record ChangeSetting(Act Act, string Key, string Value, LocalDate? From, string Basis) : OrganisationCommand(Act);

    public sealed record SetCalendarEntry(Act Act, LocalDate? Date, CalendarEntryKind? Kind, string Name, string Source) : OrganisationCommand(Act);

    public sealed record RemoveCalendarEntry(Act Act, LocalDate? Date, string Source) : OrganisationCommand(Act);

    /// <summary>The running terms of these duties follow the calendar as it is now (D-05).</summary>
    /// <param name="Press">Made by the host when the form is opened, so that sending it twice is one act.</param>
    public sealed record ConfirmRecount(Act Act, string Press, ImmutableArray<DutyId> Duties) : OrganisationCommand(Act);

    public sealed record AssignCompetence(
        Act Act,
        string Field,
        CompetenceAction? Action,
        UnitId? Unit,
        LocalDate? From,
        LocalDate? Until,
        string Basis
    ) : OrganisationCommand(Act);

    public sealed record EndCompetence(Act Act, string Field, CompetenceAction? Action, UnitId? Unit, LocalDate? LastDay, string Basis)
        : OrganisationCommand(Act);

    public sealed record SetNorm(Act Act, string Category, int? WorkingDays, LocalDate? From, string Basis) : OrganisationCommand(Act);

    public sealed record SaveTemplate(Act Act, string Name, TaskTemplate Template) : OrganisationCommand(Act);

    public sealed record RemoveTemplate(Act Act, string Name) : OrganisationCommand(Act);

    /// <summary>A message that says it is a test, to a unit as its cards go, or to a person: exactly one of the two.</summary>
    /// <param name="Press">Made by the host when the form is opened, so that sending it twice sends one message.</param>
    public sealed record SendTestMessage(Act Act, string Press, UnitId? Unit, PersonId? Person) : OrganisationCommand(Act);

    /// <summary>Teams says that the app was added to a team. Of several who report it one is first, and only that one changes anything.</summary>
    public sealed record JoinTeam(Act Act, string TeamId, string? Name) : OrganisationCommand(Act);

    public sealed record LeaveTeam(Act Act, string TeamId) : OrganisationCommand(Act);

    public sealed record NoteFirstTask(Act Act) : OrganisationCommand(Act);

    /// <summary>Several at once, each decided after the one before: all of them happen, or none.</summary>
    public sealed record All(Act Act, ImmutableArray<OrganisationCommand> Commands) : OrganisationCommand(Act);

    /// <summary>The clock: the obligation of this name is due.</summary>
    public sealed record PassDeadline(Act Act, string Obligation) : OrganisationCommand(Act);
}

/// <param name="Id">Made by the host when the form is opened, so that sending it twice creates one unit.</param>
public sealed record NewUnit(UnitId Id, string Name, string ShortName, UnitKind? Kind, UnitId? Parent, string? Code = null);

/// <summary>Tells one delegation from the others between the same two people.</summary>
public sealed record OneDelegation(DelegationScope Scope, LocalDate From);

/// <summary>A part of a unit that is split, and who heads it.</summary>
public sealed record NewUnitWithHead(NewUnit Unit, PersonId? Head);

/// <summary>Names of the inputs that problems point to.</summary>
public static class OrganisationFields
{
    public const string Name = "name";
    public const string ShortName = "shortName";
    public const string Kind = "kind";
    public const string Parent = "parent";
    public const string Unit = "unit";
    public const string Units = "units";
    public const string Into = "into";
    public const string Successor = "successor";
    public const string Parts = "parts";
    public const string Head = "head";
    public const string Code = "code";
    public const string From = "from";
    public const string Until = "until";
    public const string Basis = "basis";
    public const string Channel = "channel";
    public const string Person = "person";
    public const string Position = "position";
    public const string Grantor = "grantor";
    public const string Delegate = "delegate";
    public const string Scope = "scope";
    public const string Grade = "grade";
    public const string Role = "role";
    public const string Value = "value";
    public const string Date = "date";
    public const string Field = "field";
    public const string Action = "action";
    public const string Category = "category";
    public const string WorkingDays = "workingDays";
    public const string Work = "work";
    public const string Deliverable = "deliverable";
    public const string Requirement = "requirement";
    public const string Title = "title";

    /// <summary>The input of a part of a unit that is split, for example <c>name.2</c>.</summary>
    /// <param name="no">Of the part, from 1.</param>
    public static string OfPart(string field, int no) => $"{field}.{no}";

    /// <summary>The input that says which part goes on with an open duty.</summary>
    public static string OfDuty(DutyId duty) => $"duty.{duty}";
}
