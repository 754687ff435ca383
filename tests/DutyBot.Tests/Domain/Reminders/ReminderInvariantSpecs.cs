using CsCheck;
using DutyBot.Domain;
using DutyBot.Domain.Reminders;
using DutyBot.Tests.Domain.Specs;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Reminders;

/// <summary>What holds of a record after any sequence of presses, deliveries and deadlines, by anybody, over two years.</summary>
public sealed class ReminderInvariantSpecs
{
    private static readonly PersonId?[] Actors = [Director, HeadOfOffice, ARecord.Person, Personnel, Deputy, null];

    private static readonly Gen<(int Who, int Which, int Hours)> AnyStep = Gen.Select(
        Gen.Int[0, Actors.Length - 1],
        Gen.Int[0, 9_999],
        Gen.Frequency((8, Gen.Int[0, 40]), (1, Gen.Int[200, 2_000])),
        (who, which, hours) => (who, which, hours)
    );

    [Fact]
    public void Whatever_happens_a_record_keeps_its_promises() =>
        AnyStep
            .Array[1, 120]
            .Sample(
                steps =>
                {
                    var (record, now) = (ReminderRecord.Empty, Nov(9));
                    foreach (var (who, which, hours) in steps)
                    {
                        now += Duration.FromHours(hours);
                        var commands = Samples.OfReminders(new Act(now, Actors[who])).ToList();
                        var decision = ReminderDecider.Decide(record, commands[which % commands.Count], Context);
                        foreach (var happened in decision.Events)
                        {
                            var after = ReminderRecord.Evolve(record, happened);
                            Grown(record, after);
                            record = after;
                        }

                        Sound(record);
                    }
                },
                iter: 300
            );

    private static void Grown(ReminderRecord before, ReminderRecord after)
    {
        after
            .Reminders.Select(r => (r.No, r.Text))
            .Take(before.Reminders.Length)
            .ShouldBe(before.Reminders.Select(r => (r.No, r.Text)), "nothing is lost");
        before.Reminders.All(r => r.Phase != ReminderPhase.Withdrawn || after.Reminder(r.No)!.Phase == ReminderPhase.Withdrawn).ShouldBeTrue("R-56");
        before.Files.All(f => f.IsOpen || after.File(f.No)!.Phase == f.Phase).ShouldBeTrue("R-55: what is over is over");
    }

    private static void Sound(ReminderRecord record)
    {
        record.Reminders.Select(r => r.No).ShouldBe(Enumerable.Range(1, record.Reminders.Length));
        record.Reminders.Count(r => record.Reminders.Any(other => other.No < r.No && other.Fact.IsSameAs(r.Fact))).ShouldBe(0, "R-54: one per fact");
        record.Files.Count(f => f.IsOpen).ShouldBeLessThanOrEqualTo(1, "R-55: one file");
        foreach (var file in record.Files.Where(f => f.IsOpen))
        {
            file.Reminders.Length.ShouldBeGreaterThanOrEqualTo(3, "R-55");
            file.Reminders.All(no => record.Reminder(no)!.IsCounted).ShouldBeTrue("R-55: every open file is founded");
        }

        var held = record.Files.Where(f => f.Phase != ReviewPhase.Dismissed).SelectMany(f => f.Reminders).ToList();
        held.Distinct().Count().ShouldBe(held.Count, "R-55: each reminder is considered once");
        record.Reminders.All(r => r.IssuedBy.By != record.Person).ShouldBeTrue("1.6");
    }
}
