using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Storage;
using DutyBot.Teams;
using NodaTime;

namespace DutyBot.Benchmarks.Rounds;

/// <summary>Open rounds of one task in the sample department, written straight into a store: Planning asks four units two questions.</summary>
internal static class SampleRounds
{
    /// <summary>So many rounds are answered by their first unit before the next unit's turn: callers do not meet in one round.</summary>
    private const int Block = 64;

    private static readonly (UnitId Unit, PersonId Head)[] Asked =
    [
        (SampleOrganisation.Industry, SampleOrganisation.HeadOfIndustry),
        (SampleOrganisation.Trade, SampleOrganisation.HeadOfTrade),
        (SampleOrganisation.Safety, SampleOrganisation.HeadOfSafety),
        (SampleOrganisation.Office, SampleOrganisation.HeadOfOffice),
    ];

    private static readonly DutyId Task = DutyId.New(DutyKind.Task, 2026, 1);

    /// <summary>How many rounds are needed for so many answers.</summary>
    public static int For(int answers) => (answers / (Block * Asked.Length) + 1) * Block;

    /// <summary>Which answer is the <paramref name="number"/>th, from 0: each is given once.</summary>
    public static (DutyId Round, UnitId Unit, PersonId Head) Answer(int number)
    {
        var (block, within) = Math.DivRem(number, Block * Asked.Length);
        var (seat, round) = Math.DivRem(within, Block);
        return (Id(block * Block + round), Asked[seat].Unit, Asked[seat].Head);
    }

    public static Names Names(TimeProvider time)
    {
        var today = VietnamCalendar.Default.DateOf(Now(time));
        return new(Organisation.From(Founding(today)), VietnamCalendar.Default, today, Texts.Of(Language.Vietnamese));
    }

    private static DutyBook<Organisation, OrganisationCommand, OrganisationEvent> Book(IDutyStore store) =>
        new(DutyTypes.Organisation, store, new WarmDuties(), new OutboxSignal());

    public static async Task Write(IDutyStore store, int rounds, TimeProvider time)
    {
        var now = Now(time);
        var context = Context(now);
        await Found(store, time);
        var many = new ParallelOptions { MaxDegreeOfParallelism = 32 };
        await Parallel.ForAsync(
            0,
            rounds,
            many,
            async (number, _) => await Write(store, Id(number), DutyTypes.Consultation, context, now, Opened(number, now))
        );
    }

    /// <summary>The organisation and the task that the rounds are about.</summary>
    public static async Task Found(IDutyStore store, TimeProvider time)
    {
        var now = Now(time);
        var today = VietnamCalendar.Default.DateOf(now);
        var context = Context(now);
        await store.Prepare(CancellationToken.None);
        await new OrganisationBook(Book(store), store, time).Found(Founding(today), now, CancellationToken.None);
        await Write(
            store,
            Task,
            DutyTypes.Task,
            context,
            now,
            IssueOf(Task, now, today),
            new TaskCommand.Accept(new Act(now, SampleOrganisation.HeadOfPlanning), SampleOrganisation.OfficerOfPlanning)
        );
    }

    /// <summary>The office in which the rounds are opened.</summary>
    public static DutyContext Context(Instant now) =>
        new(Organisation.From(Founding(VietnamCalendar.Default.DateOf(now))), VietnamCalendar.Default, Policy.Default);

    /// <summary>The first events of a round, as an append to an empty history.</summary>
    public static DutyAppend First(int number, TimeProvider time)
    {
        var now = Now(time);
        return First(number, Context(now), now, ReplyOn(now));
    }

    /// <param name="replyOn">The day on which every asked unit owes its reply.</param>
    public static DutyAppend First(int number, DutyContext context, Instant now, LocalDate replyOn) =>
        Append(Id(number), DutyTypes.Consultation, context, now, Opened(number, now, replyOn));

    /// <summary>A task that was given and called off: nobody waits for it any more.</summary>
    public static DutyAppend CalledOff(int number, DutyContext context, Instant now)
    {
        var id = DutyId.New(DutyKind.Task, 2025, (uint)number);
        var issue = IssueOf(id, now, VietnamCalendar.Default.DateOf(now));
        return Append(id, DutyTypes.Task, context, now, issue, new TaskCommand.Cancel(issue.Act, SampleTexts.Remarks));
    }

    private static async Task Write<TState, TCommand, TEvent>(
        IDutyStore store,
        DutyId duty,
        DutyType<TState, TCommand, TEvent> type,
        DutyContext context,
        Instant now,
        params TCommand[] commands
    )
        where TState : class
        where TEvent : class
    {
        if (await store.Append(Append(duty, type, context, now, commands), CancellationToken.None) is not AppendResult.Appended)
        {
            throw new InvalidOperationException($"{duty} is already there.");
        }
    }

    private static DutyAppend Append<TState, TCommand, TEvent>(
        DutyId duty,
        DutyType<TState, TCommand, TEvent> type,
        DutyContext context,
        Instant now,
        params TCommand[] commands
    )
        where TState : class
        where TEvent : class
    {
        var state = type.Initial;
        var events = new List<NewEvent>();
        foreach (
            var happened in commands.SelectMany(command =>
                type.Decide(state, command, context) is { IsAccepted: true } decision
                    ? decision.Events
                    : throw new InvalidOperationException($"{command} is refused.")
            )
        )
        {
            state = type.Evolve(state, happened);
            events.Add(new NewEvent(happened.GetType().Name, DutyType<TState, TCommand, TEvent>.Write(happened), now, "system"));
        }

        return new DutyAppend(duty, DutyVersion.New, HashChain.Seed, type.Title(state), now, events, [], [], type.Obligations(state));
    }

    private static TaskCommand.Issue IssueOf(DutyId task, Instant now, LocalDate today) =>
        new(
            new Act(now, SampleOrganisation.DeputyDirector),
            task,
            new TaskDraft
            {
                Work = SampleTexts.Work,
                Deliverable = "Báo cáo rà soát",
                Requirement = SampleTexts.View,
                DocumentSymbol = "1965/UBND-VP",
                DocumentDate = today,
                IssuingBody = "UBND tỉnh",
                LeadUnits = [SampleOrganisation.Planning],
                Deadline = VietnamCalendar.Default.AddWorkingDays(today, 20),
            }
        );

    private static LocalDate ReplyOn(Instant now) => VietnamCalendar.Default.AddWorkingDays(VietnamCalendar.Default.DateOf(now), 7);

    private static ConsultationCommand.Open Opened(int number, Instant now) => Opened(number, now, ReplyOn(now));

    private static ConsultationCommand.Open Opened(int number, Instant now, LocalDate replyOn) =>
        new(
            new Act(now, SampleOrganisation.HeadOfPlanning),
            Id(number),
            new ConsultationOpening(
                Task,
                SampleTexts.Work,
                SampleOrganisation.Planning,
                1,
                ["Có đồng ý với phương án quy hoạch?", "Thời hạn thực hiện có phù hợp?"],
                SampleTexts.View,
                ConsultationBasis.Necessary,
                "Dự thảo báo cáo, bản đồ quy hoạch",
                [.. Asked.Select(asked => new UnitToConsult(asked.Unit, "Quản lý nhà nước về lĩnh vực liên quan"))],
                replyOn,
                VietnamCalendar.Default.EndOfDay(replyOn),
                Urgency.Normal
            )
        );

    private static DutyId Id(int number) => DutyId.New(DutyKind.Consultation, 2026, (uint)number);

    public static Instant Now(TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static IReadOnlyList<OrganisationEvent> Founding(LocalDate today) =>
        SampleOrganisation.From(new LocalDate(today.Year, 1, 1), Language.Vietnamese).Events;
}
