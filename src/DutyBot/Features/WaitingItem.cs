using DutyBot.Domain;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Features;

/// <summary>One thing that waits for a person. <paramref name="Due"/> is null when it has no date, or its passing is already recorded.</summary>
internal sealed record WaitingItem(DutyId Duty, string Title, ObligationKind Kind, Instant? Due);
