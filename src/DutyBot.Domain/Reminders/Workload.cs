namespace DutyBot.Domain.Reminders;

/// <summary>What somebody had to do at one time, in tasks: a fact beside the reminders of a review file, and no judgement (R-55, decision D7).</summary>
/// <param name="Led">Open tasks of the units the person headed.</param>
/// <param name="LedOverdue">Of those, overdue.</param>
/// <param name="Carried">Open tasks that the person carried out.</param>
/// <param name="CarriedOverdue">Of those, overdue.</param>
public sealed record Workload(int Led, int LedOverdue, int Carried, int CarriedOverdue);
