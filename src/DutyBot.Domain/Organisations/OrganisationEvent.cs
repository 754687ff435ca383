using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Effects;
using NodaTime;

namespace DutyBot.Domain.Organisations;

/// <summary>
/// What happens to the organisation: units over time, people, appointments, delegations, absences, roles, and what the office has set for
/// itself (D-03, D-04, D-05, D-06, R-23, R-88). The discriminators are stored and never change. A "last day" belongs to the period it ends.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TenantNamed), "tenant-named")]
[JsonDerivedType(typeof(LanguageSet), "language-set")]
[JsonDerivedType(typeof(UnitCreated), "unit-created")]
[JsonDerivedType(typeof(UnitRenamed), "unit-renamed")]
[JsonDerivedType(typeof(UnitMoved), "unit-moved")]
[JsonDerivedType(typeof(UnitEnded), "unit-ended")]
[JsonDerivedType(typeof(UnitHandedOver), "unit-handed-over")]
[JsonDerivedType(typeof(StaffMoved), "staff-moved")]
[JsonDerivedType(typeof(ChannelBound), "channel-bound")]
[JsonDerivedType(typeof(ChannelUnbound), "channel-unbound")]
[JsonDerivedType(typeof(PersonRegistered), "person-registered")]
[JsonDerivedType(typeof(Appointed), "appointed")]
[JsonDerivedType(typeof(AppointmentEnded), "appointment-ended")]
[JsonDerivedType(typeof(Delegated), "delegated")]
[JsonDerivedType(typeof(DelegationEnded), "delegation-ended")]
[JsonDerivedType(typeof(AbsenceRecorded), "absence-recorded")]
[JsonDerivedType(typeof(AbsenceEnded), "absence-ended")]
[JsonDerivedType(typeof(RoleGranted), "role-granted")]
[JsonDerivedType(typeof(RoleWithdrawn), "role-withdrawn")]
[JsonDerivedType(typeof(SettingChanged), "setting-changed")]
[JsonDerivedType(typeof(CalendarEntrySet), "calendar-entry-set")]
[JsonDerivedType(typeof(CalendarEntryRemoved), "calendar-entry-removed")]
[JsonDerivedType(typeof(RecountConfirmed), "recount-confirmed")]
[JsonDerivedType(typeof(CompetenceAssigned), "competence-assigned")]
[JsonDerivedType(typeof(CompetenceEnded), "competence-ended")]
[JsonDerivedType(typeof(NormSet), "norm-set")]
[JsonDerivedType(typeof(TemplateSaved), "template-saved")]
[JsonDerivedType(typeof(TemplateRemoved), "template-removed")]
[JsonDerivedType(typeof(ReachabilityChecked), "reachability-checked")]
[JsonDerivedType(typeof(BacklogTold), "backlog-told")]
[JsonDerivedType(typeof(TestMessageAsked), "test-message-asked")]
[JsonDerivedType(typeof(LetterRetried), "letter-retried")]
[JsonDerivedType(typeof(LetterDismissed), "letter-dismissed")]
[JsonDerivedType(typeof(TeamJoined), "team-joined")]
[JsonDerivedType(typeof(TeamLeft), "team-left")]
[JsonDerivedType(typeof(FirstTaskAssigned), "first-task-assigned")]
public abstract record OrganisationEvent
{
    private OrganisationEvent(Act act)
    {
        Act = act;
    }

    public Act Act { get; }

    public sealed record TenantNamed(Act Act, string Name) : OrganisationEvent(Act);

    public sealed record LanguageSet(Act Act, Language Language) : OrganisationEvent(Act);

    /// <param name="Code">Mã định danh of the unit (13 characters in NĐ 30/2020), where it has one.</param>
    public sealed record UnitCreated(
        Act Act,
        UnitId Unit,
        string Name,
        string ShortName,
        UnitKind Kind,
        UnitId? Parent,
        LocalDate From,
        string Basis,
        string? Code = null
    ) : OrganisationEvent(Act);

    public sealed record UnitRenamed(Act Act, UnitId Unit, string Name, string ShortName, LocalDate From, string Basis) : OrganisationEvent(Act);

    /// <summary>The unit stands under another parent from a day on.</summary>
    public sealed record UnitMoved(Act Act, UnitId Unit, UnitId? Parent, LocalDate From, string Basis) : OrganisationEvent(Act);

    /// <param name="At">The first day on which the unit no longer exists.</param>
    /// <param name="Successor">Takes over every open duty that <paramref name="Chosen"/> does not name.</param>
    /// <param name="How">Null in histories from before reorganisations were told apart.</param>
    public sealed record UnitEnded(
        Act Act,
        UnitId Unit,
        LocalDate At,
        UnitId? Successor,
        string Basis,
        Reorganisation? How = null,
        ImmutableArray<ChosenSuccessor>? Chosen = null
    ) : OrganisationEvent(Act);

    /// <summary>The day has come: the open duties of an ended unit are being given to their successors.</summary>
    public sealed record UnitHandedOver(Act Act, UnitId Unit) : OrganisationEvent(Act);

    /// <summary>Everybody still appointed in the one unit is appointed in the other from a day on; a former head becomes a deputy there.</summary>
    public sealed record StaffMoved(Act Act, UnitId Unit, UnitId To, LocalDate From) : OrganisationEvent(Act);

    /// <param name="TeamId">The team the channel belongs to; null in histories from before it was recorded.</param>
    public sealed record ChannelBound(Act Act, UnitId Unit, string ChannelId, string? TeamId = null, string? ChannelName = null)
        : OrganisationEvent(Act);

    public sealed record ChannelUnbound(Act Act, UnitId Unit) : OrganisationEvent(Act);

    /// <summary>Also records that a person's name, title or address has changed.</summary>
    public sealed record PersonRegistered(Act Act, PersonId Person, string Name, string Title, string? Upn) : OrganisationEvent(Act);

    /// <param name="To">The last day, where it is known in advance.</param>
    public sealed record Appointed(Act Act, PersonId Person, UnitId Unit, Position Position, LocalDate From, LocalDate? To) : OrganisationEvent(Act);

    public sealed record AppointmentEnded(Act Act, PersonId Person, UnitId Unit, Position Position, LocalDate LastDay) : OrganisationEvent(Act);

    /// <summary>Ủy quyền: written and limited in time (NĐ 30/2020 art. 13.3); <paramref name="To"/> is the last day.</summary>
    public sealed record Delegated(Act Act, PersonId Grantor, PersonId Delegate, DelegationScope Scope, LocalDate From, LocalDate To, string Document)
        : OrganisationEvent(Act);

    /// <param name="From">Only the delegation that begins on this day; withdrawn altogether when <paramref name="LastDay"/> is before it.</param>
    /// <param name="Scope">Only the delegation of this scope.</param>
    public sealed record DelegationEnded(
        Act Act,
        PersonId Grantor,
        PersonId Delegate,
        LocalDate LastDay,
        LocalDate? From = null,
        DelegationScope? Scope = null
    ) : OrganisationEvent(Act);

    /// <param name="To">The last day of the absence.</param>
    public sealed record AbsenceRecorded(Act Act, PersonId Person, AbsenceGrade Grade, LocalDate From, LocalDate To) : OrganisationEvent(Act);

    /// <param name="From">Only the absence that begins on this day; withdrawn altogether when <paramref name="LastDay"/> is before it.</param>
    public sealed record AbsenceEnded(Act Act, PersonId Person, LocalDate LastDay, LocalDate? From = null) : OrganisationEvent(Act);

    public sealed record RoleGranted(Act Act, PersonId Person, Role Role, LocalDate From) : OrganisationEvent(Act);

    public sealed record RoleWithdrawn(Act Act, PersonId Person, Role Role, LocalDate LastDay) : OrganisationEvent(Act);

    /// <summary>Values as <c>SettingsCatalogue</c> writes them. Items that had started before the act keep the earlier value .</summary>
    public sealed record SettingChanged(Act Act, string Key, string Old, string Value, LocalDate From, string Basis) : OrganisationEvent(Act);

    public sealed record CalendarEntrySet(Act Act, LocalDate Date, CalendarEntryKind Kind, string Name, string Source) : OrganisationEvent(Act);

    /// <summary>The date is again what its day of the week makes it.</summary>
    public sealed record CalendarEntryRemoved(Act Act, LocalDate Date, string Source) : OrganisationEvent(Act);

    /// <summary>The running terms of these duties are to be counted anew (D-05). What each of them makes of it stands in its own history.</summary>
    /// <param name="Press">Of the form that was sent: a second press of it is the same act.</param>
    public sealed record RecountConfirmed(Act Act, string Press, ImmutableArray<DutyId> Duties) : OrganisationEvent(Act);

    /// <param name="To">The last day, where it is known in advance.</param>
    public sealed record CompetenceAssigned(Act Act, string Field, CompetenceAction Action, UnitId Unit, string Basis, LocalDate From, LocalDate? To)
        : OrganisationEvent(Act);

    public sealed record CompetenceEnded(Act Act, string Field, CompetenceAction Action, UnitId Unit, LocalDate LastDay, string Basis)
        : OrganisationEvent(Act);

    /// <summary>How many working days work of a category normally takes .</summary>
    public sealed record NormSet(Act Act, string Category, int WorkingDays, LocalDate From, string Basis) : OrganisationEvent(Act);

    public sealed record TemplateSaved(Act Act, string Name, TaskTemplate Template) : OrganisationEvent(Act);

    public sealed record TemplateRemoved(Act Act, string Name) : OrganisationEvent(Act);

    /// <summary>
    /// The check of a morning began; days on which DutyBot was down have none. What it found is told and not recorded.
    /// </summary>
    public sealed record ReachabilityChecked(Act Act, LocalDate Day) : OrganisationEvent(Act);

    /// <summary>The heads are told of what their units have left lying; weeks in which DutyBot was down have none. Who was told is in the inboxes.</summary>
    public sealed record BacklogTold(Act Act, LocalDate Day) : OrganisationEvent(Act);

    /// <param name="Press">Of the form that was sent: a second press of it is the same test.</param>
    /// <param name="Unit">To the unit, as its cards go; null when it goes to a person.</param>
    public sealed record TestMessageAsked(Act Act, string Press, UnitId? Unit, PersonId? Person) : OrganisationEvent(Act);

    /// <summary>An admin had something sent again that had been given up.</summary>
    /// <param name="Press">Of the form that was sent: a second press of it sends nothing.</param>
    public sealed record LetterRetried(Act Act, string Press, DutyId Of, string Letter) : OrganisationEvent(Act);

    public sealed record LetterDismissed(Act Act, string Press, DutyId Of, string Letter, string Reason) : OrganisationEvent(Act);

    /// <summary>The app was added to a team.</summary>
    /// <param name="TeamId">As Teams calls the team, which is also the id of its General channel.</param>
    public sealed record TeamJoined(Act Act, string TeamId, string? Name) : OrganisationEvent(Act);

    /// <summary>The app was removed from a team; its channels stay bound, as it may come back.</summary>
    public sealed record TeamLeft(Act Act, string TeamId) : OrganisationEvent(Act);

    /// <summary>The office uses DutyBot: what there was to set up has been set up once.</summary>
    public sealed record FirstTaskAssigned(Act Act) : OrganisationEvent(Act);
}
