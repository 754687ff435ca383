using System.Text.Json;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>A unit ends today, as the organisation's history records it: the event, and what is owed to the world for it.</summary>
internal static class Reorganisation
{
    public static Instant Now(this OfficeDriver office) => Instant.FromDateTimeOffset(office.Time.GetUtcNow());

    public static async Task End(this OfficeDriver office, UnitId unit, UnitId successor, params ChosenSuccessor[] chosen)
    {
        var now = office.Now();
        var ended = new OrganisationEvent.UnitEnded(Act.OfSystem(now), unit, VietnamCalendar.Default.DateOf(now), successor, "Quyết định");
        var known = await office.Store.Load(DutyId.Organisation, office.Cancel);
        var append = new DutyAppend(
            DutyId.Organisation,
            known.Version,
            known.LastHash,
            "",
            now,
            [new NewEvent(nameof(OrganisationEvent.UnitEnded), Write<OrganisationEvent>(ended), now, "system")],
            [
                new NewEffect(
                    $"end-{known.Version.Number}",
                    $"handOver|{unit}",
                    Write<Effect>(new Effect.HandOver(unit, successor, [.. chosen])),
                    null
                ),
            ],
            [],
            []
        );
        (await office.Store.Append(append, office.Cancel)).ShouldBeOfType<AppendResult.Appended>();
    }

    /// <summary>Something happens to the organisation, recorded by a program that knows nothing of what is owed for it.</summary>
    public static async Task Record(this OfficeDriver office, params IReadOnlyList<OrganisationEvent> happened)
    {
        var known = await office.Store.Load(DutyId.Organisation, office.Cancel);
        var written = happened.Select(e => new NewEvent(e.GetType().Name, Write(e), e.Act.At, "system"));
        var append = new DutyAppend(DutyId.Organisation, known.Version, known.LastHash, "", office.Now(), [.. written], [], [], []);
        (await office.Store.Append(append, office.Cancel)).ShouldBeOfType<AppendResult.Appended>();
    }

    /// <summary>Time passes until nothing is found any more that the ended units hold, and everybody has been told.</summary>
    public static async Task HandedOver(this OfficeDriver office)
    {
        await office.PassUntilSettled();

        (await office.Store.DeadEffects(10, office.Cancel)).ShouldBeEmpty();
    }

    /// <summary>What this replica knew of the organisation before it heard of anything newer.</summary>
    public static ValueTask<DutyContext> Context(this OfficeDriver office) => office.App.Get<Office>().Context(office.Cancel);

    public static async Task<DutyId> Issue(this OfficeDriver office, string code, DutyContext context, UnitId lead, params UnitId[] coordinating)
    {
        var id = DutyId.Parse(code);
        var draft = ATask.Draft with { LeadUnits = [lead], CoordinatingUnits = [.. coordinating] };
        var outcome = await office
            .App.Get<DutyBook<WorkTask, TaskCommand, TaskEvent>>()
            .Execute(id, new TaskCommand.Issue(new Act(office.Now(), office.Deputy.Id), id, draft), context, office.Cancel);
        outcome.ShouldBeOfType<Outcome<WorkTask>.Accepted>().Changed.ShouldBeTrue();
        return id;
    }

    public static ValueTask<WorkTask> TaskOf(this OfficeDriver office, DutyId id) => office.App.Get<DutyDesk>().Task(id, office.Cancel);

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, DutyJson.Options.GetTypeInfo(typeof(T)));
}
