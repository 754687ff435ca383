using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Administration;

/// <summary>One change of the organisation as a sentence: what it was before, what it is after.</summary>
internal sealed partial class LogWords
{
    private readonly Organisation before;
    private readonly Names names;
    private readonly Texts texts;

    private LogWords(Organisation before, OrganisationEvent evt, Texts texts)
    {
        this.before = before;
        this.texts = texts;
        names = new Names(before, before.Calendar, before.Calendar.DateOf(evt.Act.At), texts);
    }

    /// <summary>When, who and what.</summary>
    public static string LineOf(Organisation before, OrganisationEvent evt, Texts texts)
    {
        var words = new LogWords(before, evt, texts);
        return texts.Format("log.line", ("at", evt.Act.At), ("person", words.names.Of(evt.Act)), ("change", words.Of(evt)));
    }

    /// <summary>What was changed, with the value before and after.</summary>
    public static string ChangeOf(Organisation before, OrganisationEvent evt, Texts texts) => new LogWords(before, evt, texts).Of(evt);

    private string Of(OrganisationEvent evt) => OfUnit(evt) ?? OfPerson(evt) ?? OfRight(evt) ?? OfSetting(evt) ?? OfBeginning(evt) ?? Unknown(evt);

    private static string Unknown(OrganisationEvent evt) =>
        throw new ArgumentOutOfRangeException(nameof(evt), evt.GetType().Name, "No words for it.");

    private string? OfUnit(OrganisationEvent evt) =>
        evt switch
        {
            TenantNamed e => texts.Format("log.tenantNamed", ("old", Known(before.Name)), ("new", e.Name)),
            LanguageSet e => texts.Format("log.languageSet", ("old", Word(before.Language)), ("new", Word(e.Language))),
            UnitCreated e => Based(
                texts.Format("log.unitCreated", ("unit", e.Name), ("kind", Word(e.Kind)), ("parent", Unit(e.Parent)), ("from", e.From)),
                e.Basis
            ),
            UnitRenamed e => Based(texts.Format("log.unitRenamed", ("old", Unit(e.Unit, e.From)), ("new", e.Name), ("from", e.From)), e.Basis),
            UnitMoved e => Based(
                texts.Format(
                    "log.unitMoved",
                    ("unit", Unit(e.Unit)),
                    ("old", Unit(before.UnitOn(e.Unit, e.From)?.Parent)),
                    ("new", Unit(e.Parent)),
                    ("from", e.From)
                ),
                e.Basis
            ),
            UnitEnded e => Based(
                texts.Format("log.unitEnded", ("unit", Unit(e.Unit)), ("how", How(e.How)), ("at", e.At), ("successor", Unit(e.Successor))),
                e.Basis
            ),
            UnitHandedOver e => texts.Format("log.unitHandedOver", ("unit", Unit(e.Unit))),
            ChannelBound e => texts.Format(
                "log.channelBound",
                ("unit", Unit(e.Unit)),
                ("old", Channel(before.BoundChannelOf(e.Unit))),
                ("new", e.ChannelName ?? e.ChannelId)
            ),
            ChannelUnbound e => texts.Format("log.channelUnbound", ("unit", Unit(e.Unit)), ("old", Channel(before.BoundChannelOf(e.Unit)))),
            _ => null,
        };

    private string? OfPerson(OrganisationEvent evt) =>
        evt switch
        {
            StaffMoved e => texts.Format("log.staffMoved", ("unit", Unit(e.Unit)), ("to", Unit(e.To)), ("from", e.From)),
            PersonRegistered e => texts.Format("log.personRegistered", ("old", Person(before.PersonOf(e.Person))), ("new", Person(e.Name, e.Title))),
            Appointed e => texts.Format(
                "log.appointed",
                ("person", names.Of(e.Person)),
                ("position", Word(e.Position)),
                ("unit", Unit(e.Unit)),
                ("period", Period(e.From, e.To))
            ),
            AppointmentEnded e => texts.Format(
                "log.appointmentEnded",
                ("person", names.Of(e.Person)),
                ("position", Word(e.Position)),
                ("unit", Unit(e.Unit)),
                ("last", e.LastDay)
            ),
            _ => null,
        };

    private string? OfRight(OrganisationEvent evt) =>
        evt switch
        {
            Delegated e => Based(
                texts.Format(
                    "log.delegated",
                    ("grantor", names.Of(e.Grantor)),
                    ("person", names.Of(e.Delegate)),
                    ("scope", Word(e.Scope)),
                    ("period", Period(e.From, e.To))
                ),
                e.Document
            ),
            DelegationEnded { From: { } from } e when e.LastDay < from => texts.Format(
                "log.delegationWithdrawn",
                ("grantor", names.Of(e.Grantor)),
                ("person", names.Of(e.Delegate)),
                ("from", from)
            ),
            DelegationEnded e => texts.Format(
                "log.delegationEnded",
                ("grantor", names.Of(e.Grantor)),
                ("person", names.Of(e.Delegate)),
                ("last", e.LastDay)
            ),
            AbsenceRecorded e => texts.Format(
                "log.absenceRecorded",
                ("person", names.Of(e.Person)),
                ("grade", Word(e.Grade)),
                ("period", Period(e.From, e.To))
            ),
            AbsenceEnded { From: { } from } e when e.LastDay < from => texts.Format(
                "log.absenceWithdrawn",
                ("person", names.Of(e.Person)),
                ("from", from)
            ),
            AbsenceEnded e => texts.Format("log.absenceEnded", ("person", names.Of(e.Person)), ("last", e.LastDay)),
            RoleGranted e => texts.Format("log.roleGranted", ("person", names.Of(e.Person)), ("role", Word(e.Role)), ("from", e.From)),
            RoleWithdrawn e => texts.Format("log.roleWithdrawn", ("person", names.Of(e.Person)), ("role", Word(e.Role)), ("last", e.LastDay)),
            _ => null,
        };

    private string Based(string change, string basis) => texts.Format("log.based", ("change", change), ("basis", basis));

    private string Unit(UnitId? unit) => unit is { } id ? names.Of(id) : texts["log.none"];

    private string Unit(UnitId unit, LocalDate on) => before.UnitOn(unit, on)?.Name ?? unit.Value;

    private string Person(Person? person) => person is null ? texts["log.none"] : Person(person.Name, person.Title);

    private static string Person(string name, string title) => title.Length == 0 ? name : $"{name} ({title})";

    private string Channel(BoundChannel? channel) => channel is null ? texts["log.none"] : channel.Name ?? channel.Id;

    private string How(Reorganisation? how) => how is { } known ? Word(known) : texts["log.reorganised"];

    private string Known(string text) => text.Length == 0 ? texts["log.none"] : text;

    private string Period(LocalDate from, LocalDate? to) =>
        to is { } last ? texts.Format("log.period", ("from", from), ("to", last)) : texts.Format("log.since", ("from", from));

    private string Word<T>(T value)
        where T : struct, Enum => texts[$"log.{typeof(T).Name}.{value}"];
}
