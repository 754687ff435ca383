using System.Collections.Immutable;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <content>The check of every working morning, the test messages that were asked for, and what was to be sent again .</content>
public sealed partial record Organisation
{
    /// <summary>Presses further back are no second presses.</summary>
    private const int KeptPresses = 50;

    /// <summary>The day of the latest check.</summary>
    public LocalDate? CheckedOn { get; private init; }

    private ImmutableArray<string> Presses { get; init; } = [];

    /// <summary>
    /// The working day whose morning the next check is due on: after the latest one, or after the day from which there has been an admin to tell.
    /// Null while there never was one.
    /// </summary>
    public LocalDate? NextCheckDay => (CheckedOn ?? FirstAdminDay) is { } last ? Calendar.NextWorkingDay(last) : null;

    /// <summary>When the check of a day is due, by the setting that holds on that day (UTC).</summary>
    public Instant CheckTimeOn(LocalDate day) => Calendar.At(day, PolicyAt(Calendar.EndOfDay(day) - Duration.Epsilon).ReachCheckAt);

    /// <summary>Whether what this press asks for (a test message, a dead letter) has been asked for.</summary>
    public bool HasPressed(string press) => Presses.Contains(press);

    /// <summary>Whoever was an admin before all others; the same for ever, so that the clock's row does not move with the rights.</summary>
    internal PersonId? FirstAdmin => FirstAdminGrant?.Person;

    private LocalDate? FirstAdminDay => FirstAdminGrant?.Validity.From;

    private RoleGrant? FirstAdminGrant => Roles.Where(r => r.Role == Role.Admin).MinBy(r => r.Validity.From);

    private Organisation AfterReach(OrganisationEvent evt) =>
        evt switch
        {
            ReachabilityChecked e when CheckedOn is null || e.Day > CheckedOn => this with { CheckedOn = e.Day },
            TestMessageAsked e => After(e.Press),
            LetterRetried e => After(e.Press),
            LetterDismissed e => After(e.Press),
            _ => this,
        };

    private Organisation After(string press) => HasPressed(press) ? this : this with { Presses = [.. Presses.TakeLast(KeptPresses - 1), press] };
}
