using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;
using NodaTime;
using static DutyBot.Tests.Host.Unreached;

namespace DutyBot.Tests.Host;

/// <summary>Features 54: somebody whose chat cannot be written to is sent for: in the channel, else through the focal point, else the head.</summary>
public sealed class UnreachedStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private static readonly OrganisationEvent Unbound = new OrganisationEvent.ChannelUnbound(Mornings.Earlier, SampleOrganisation.Planning);

    [Theory]
    [InlineData("MessageWritesBlocked")]
    [InlineData("BotNotInConversationRoster")]
    public async Task Features_54_Whoever_cannot_be_reached_is_mentioned_in_their_channel_without_a_word_of_what_it_is_about(string code)
    {
        await using var office = await OfficeDriver.Open(issuer, more: [FocalPoint]);
        var task = await office.Miss(new ConnectorReply(403, $$"""{"error":{"code":"{{code}}","message":"-"} }"""));

        await office.PassAMinute();

        var mention = office.SummonsIn(SampleOrganisation.Planning).ShouldHaveSingleItem();
        mention.Mentioned.ShouldBe([SampleOrganisation.OfficerOfPlanning.Value]);
        mention.Words.ShouldContain("gõ \"việc của tôi\"");
        mention.Words.ShouldNotContain(Routine.Work);
        mention.Words.ShouldNotContain(task.Value);
        mention.Summary!.ShouldNotContain(task.Value);
        office.AllSummons().ShouldBe(1, "Neither another unit's channel nor anybody's chat.");
        (await office.Letters()).ShouldHaveSingleItem().Duty.ShouldBe(task);
    }

    [Fact]
    public async Task Features_54_However_much_does_not_arrive_on_a_day_there_is_one_mention()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Miss(no: 1);
        await office.Miss(no: 2);
        await office.PassAMinute();
        await office.Miss(no: 3);
        await office.PassAMinute();
        await office.Restart();
        await office.PassAMinute();

        office.AllSummons().ShouldBe(1);
        (await office.Letters()).Count.ShouldBe(3);

        await office.PassUntil(11, 25, 9);
        office.AllSummons().ShouldBe(1, "A new day alone is no reason.");
        await office.Miss(no: 4);
        await office.PassAMinute();
        office.AllSummons().ShouldBe(2);
    }

    [Fact]
    public async Task Features_54_Two_replicas_send_for_somebody_once()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await using var other = await office.Replica();
        await office.Miss();

        office.Time.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(office.App.Get<ClockWorker>().Sweep(office.Cancel), other.Get<ClockWorker>().Sweep(office.Cancel));
        await office.Settled();
        await other.Get<ClockWorker>().Sweep(office.Cancel);
        await office.Settled();

        office.AllSummons().ShouldBe(1);
    }

    [Fact]
    public async Task Features_54_Nobody_is_sent_for_when_it_may_have_arrived_or_would_arrive_nowhere_or_has_arrived()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Miss(ConnectorReply.Break, no: 1);
        await office.Miss(new ConnectorReply(400, """{"error":{"code":"BadSyntax","message":"-"}}"""), no: 2);
        office.Takes(office.OfficerOfPlanning.Chat);
        await office.AssignAndAccept();

        await office.PassAMinute();

        office.AllSummons().ShouldBe(0);
        (await office.Letters()).Select(letter => letter.Error).ShouldBe(["outcome unknown", "400 BadSyntax"], ignoreOrder: true);
    }

    [Fact]
    public async Task Features_54_Somebody_without_an_address_is_sent_for_after_all_attempts_and_not_before()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.HeadOfPlanning.Presses(await office.Assign(), "Tiếp nhận");
        // Nobody is left on the roster, and the officer never wrote.
        office.Connector.Members[OfficeDriver.ChannelOf(SampleOrganisation.Planning)] = [];
        var start = office.Now();
        await office.HeadOfPlanning.Presses(form, "Tiếp nhận", ("officer", SampleOrganisation.OfficerOfPlanning.Value));

        await office.PassUntilGivenUp();
        (office.Now() - start).ShouldBeGreaterThan(Duration.FromMinutes(30));
        office.AllSummons().ShouldBe(0);
        await office.Pass(Duration.FromHours(2));
        await office.Until(() => office.AllSummons() > 0);

        office.SummonsIn(SampleOrganisation.Planning).ShouldHaveSingleItem();
        (await office.Letters()).ShouldHaveSingleItem().Error.ShouldBe("no address");
    }

    [Fact]
    public async Task R_02_At_night_nobody_is_sent_for_and_whoever_comes_back_before_the_morning_never_is()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await using var back = await OfficeDriver.Open(issuer);
        foreach (var evening in new[] { office, back })
        {
            evening.Time.Advance(TimeSpan.FromHours(13));
            await evening.Miss();
            await evening.PassAMinute();
            evening.AllSummons().ShouldBe(0);
        }

        back.Takes(back.OfficerOfPlanning.Chat);
        await back.OfficerOfPlanning.Types("việc của tôi");
        await office.PassUntil(11, 25, 9);
        await back.PassUntil(11, 25, 9);

        office.AllSummons().ShouldBe(1, "24/11 is a day off.");
        back.AllSummons().ShouldBe(0);
    }

    [Fact]
    public async Task Features_54_Where_the_unit_has_no_channel_its_focal_point_is_asked_and_else_its_head()
    {
        await using var office = await OfficeDriver.Open(issuer, more: [FocalPoint]);
        await using var without = await OfficeDriver.Open(issuer);
        foreach (var unit in new[] { office, without })
        {
            // Without a channel there is no roster to find somebody by who never wrote.
            await unit.HeadOfPlanning.Types("trợ giúp");
            var task = await unit.Miss();
            await unit.Record(Unbound);
            await unit.Restart();
            await unit.PassAMinute();

            var asked = unit == office ? unit.OfficerOfIndustry : unit.HeadOfPlanning;
            var word = unit.Messages(asked.Chat).Where(seen => seen.Says(Asked)).ShouldHaveSingleItem();
            word.Words.ShouldNotContain(Routine.Work);
            word.Words.ShouldNotContain(task.Value);
            word.Mentioned.ShouldBeEmpty();
            unit.AllSummons().ShouldBe(1);
        }
    }

    [Fact]
    public async Task Features_54_A_way_that_fails_leads_to_the_next_and_the_last_to_the_admins_alone()
    {
        await using var office = await OfficeDriver.Open(issuer, more: [FocalPoint]);
        await office.Miss();
        office.Refuses(OfficeDriver.ChannelOf(SampleOrganisation.Planning), NotInstalled);
        office.Refuses(office.OfficerOfIndustry.Chat, Blocked);
        office.Refuses(office.HeadOfPlanning.Chat, Blocked);

        await office.PassAMinute();
        await office.PassAMinute();

        office.SummonsIn(SampleOrganisation.Planning).Count.ShouldBe(1, "refused");
        office.Messages(office.OfficerOfIndustry.Chat).Count(seen => seen.Says(Asked)).ShouldBe(1, "refused");
        office.Messages(office.HeadOfPlanning.Chat).Count(seen => seen.Says(Asked)).ShouldBe(1, "refused");
        office.AllSummons().ShouldBe(3, "Whoever is asked is not sent for in turn.");
        (await office.Letters()).ShouldHaveSingleItem("What did not arrive waits for the admin, and no word about it does.");
    }

    [Fact]
    public async Task Defect_12_A_stand_in_who_cannot_be_reached_does_not_swallow_what_is_for_the_head()
    {
        var away = new OrganisationEvent.AbsenceRecorded(
            Mornings.Earlier,
            SampleOrganisation.HeadOfPlanning,
            AbsenceGrade.FullyAway,
            new LocalDate(2026, 11, 20),
            new LocalDate(2026, 11, 30)
        );
        var deputy = new OrganisationEvent.Appointed(
            Mornings.Earlier,
            SampleOrganisation.OfficerOfPlanning,
            SampleOrganisation.Planning,
            Position.Deputy,
            new LocalDate(2026, 1, 1),
            null
        );
        // A unit without a channel is reached through its head.
        await using var office = await OfficeDriver.Open(issuer, more: [away, deputy, Unbound]);
        await office.OfficerOfPlanning.Types("trợ giúp");
        await office.HeadOfPlanning.Types("trợ giúp");
        office.Refuses(office.OfficerOfPlanning.Chat, Blocked);
        var form = await office.Deputy.Types("giao việc");
        await office.Deputy.Presses(form, "Giao nhiệm vụ", Routine.TaskFields);
        await office.Settled();
        await office.PassAMinute();

        office.Messages(office.HeadOfPlanning.Chat).Count(seen => seen.Says(Asked)).ShouldBe(1, "Nobody else is there.");
        office.Takes(office.OfficerOfPlanning.Chat);
        await office.OfficerOfPlanning.Types("việc của tôi");
        await office.Settled();

        office.Messages(office.OfficerOfPlanning.Chat).Count(seen => seen.Says("Tiếp nhận") && seen.Says(Routine.Work)).ShouldBeGreaterThan(1);
        (await office.Letters()).ShouldBeEmpty();
    }
}
