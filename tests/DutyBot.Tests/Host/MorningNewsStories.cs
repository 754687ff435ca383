using DutyBot.Delivery;
using DutyBot.Development;
using DutyBot.Domain.Organisations;
using DutyBot.Storage;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>R-09: whom the news of a morning reaches, and that it reaches nobody twice.</summary>
public sealed class MorningNewsStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task R_09_A_process_that_died_after_it_had_told_somebody_tells_them_no_second_time()
    {
        await using var office = await Mornings.Open(issuer, Mornings.Unbound);
        await office.PassUntil(11, 25, 8);

        // What was told was not settled: it is carried out again.
        var again = await office.App.Get<MorningCheck>().CarryOut(new LocalDate(2026, 11, 25), 0, office.Cancel);

        again.ShouldBe(new Settlement.Done());
        (await office.MorningNews()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task R_09_Teams_is_asked_again_before_an_answer_that_did_not_come_is_told()
    {
        await using var office = await Mornings.Open(issuer);
        await office.PassUntil(11, 25, 7);
        await office.HeadOfOffice.Types("trợ giúp");
        office.Connector.Next(new ConnectorReply(429, """{"error":{"code":"-","message":"-"}}""", RetryAfter: "600"));

        office.Time.Advance(TimeSpan.FromMinutes(30));
        await Mornings.Sweep(office.App, office);
        await office.PutOff();
        office.Time.Advance(TimeSpan.FromMinutes(10));

        (await office.MorningNews()).ShouldBeEmpty();
        (await office.MorningChecks()).ShouldBe(2);
    }

    [Fact]
    public async Task R_09_An_admin_whose_chat_is_busy_is_told_later_and_once()
    {
        await using var office = await Mornings.Open(issuer);
        await office.PassUntil(11, 25, 7);
        await office.HeadOfOffice.Types("trợ giúp");
        var nobody = new ConnectorReply(200, """{"members":[]}""");
        var busy = new ConnectorReply(429, """{"error":{"code":"-","message":"-"}}""", RetryAfter: "600");
        office.Connector.Next([.. Enumerable.Repeat(nobody, 6), busy]);

        office.Time.Advance(TimeSpan.FromMinutes(30));
        await Mornings.Sweep(office.App, office);
        await office.PutOff();
        office.Connector.Members[OfficeDriver.ChannelOf(SampleOrganisation.Trade)] = [];
        office.Time.Advance(TimeSpan.FromMinutes(10));
        await office.Settled();

        // The one that was refused, and the one that was taken.
        (await office.MorningNews())
            .Count(seen => seen.Words.Contains("người đứng đầu Trưởng phòng Quản lý thương mại"))
            .ShouldBe(2);
        (await office.Store.DeadEffects(10, office.Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task R_09_Every_admin_is_told_also_one_who_never_wrote()
    {
        var second = new OrganisationEvent.RoleGranted(Mornings.Earlier, SampleOrganisation.Director, Role.Admin, new LocalDate(2026, 11, 20));
        await using var office = await Mornings.Open(issuer, Mornings.Unbound, second);

        await office.PassUntil(11, 25, 8);

        (await office.MorningNews()).Count.ShouldBe(1);
        office.Messages(office.Director.Chat).Count(Mornings.IsNews).ShouldBe(1);
    }

    [Fact]
    public async Task D_06_An_absent_admin_is_told_and_not_whoever_stands_in()
    {
        var away = new OrganisationEvent.AbsenceRecorded(
            Mornings.Earlier,
            SampleOrganisation.HeadOfOffice,
            AbsenceGrade.FullyAway,
            new LocalDate(2026, 11, 23),
            new LocalDate(2026, 11, 30)
        );
        var standIn = new OrganisationEvent.Delegated(
            Mornings.Earlier,
            SampleOrganisation.HeadOfOffice,
            SampleOrganisation.OfficerOfOffice,
            DelegationScope.Everything,
            new LocalDate(2026, 11, 23),
            new LocalDate(2026, 11, 30),
            "12/GUQ-SCT"
        );
        await using var office = await Mornings.Open(issuer, Mornings.Unbound, away, standIn);

        await office.PassUntil(11, 25, 8);

        (await office.MorningNews()).Count.ShouldBe(1);
        office.Messages(OfficeDriver.ChatOf(SampleOrganisation.OfficerOfOffice)).ShouldBeEmpty();
    }
}
