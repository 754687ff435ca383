using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Tests.Domain.Authorisation;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;
using Texts = DutyBot.Teams.Texts;

namespace DutyBot.Tests.Cards;

/// <summary>1.6 on cards: whoever is concerned in person reads who decides instead and finds no button; whoever decides finds the buttons.</summary>
public sealed class ConflictCardTests : IAsyncDisposable
{
    private const string Concerned = "Đồng chí liên quan trực tiếp đến việc này nên không thể tự quyết định. Người quyết định:";

    private readonly DutyStage stage = new();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task An_assigner_reads_who_decides_on_the_assigners_own_return()
    {
        stage.Set(new Past(InConflict.ReturnRequested()));

        var assigner = await Read(ATask.Id, Deputy, MatrixOffice.AssignerLeads, Nov(10));
        CardReading.Of(assigner).ShouldContain($"{Concerned} Nguyễn Văn An.");
        Verbs(assigner).ShouldBeEmpty();
        var director = await Read(ATask.Id, Director, MatrixOffice.AssignerLeads, Nov(10));
        CardReading.Of(director).ShouldNotContain(Concerned);
        Verbs(director).ShouldBe(["form.task.reassign", "form.task.rejectReturn", "form.task.cancel"]);
        Verbs(await Read(ATask.Id, OtherDeputy, MatrixOffice.AssignerLeads, Nov(10))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_leader_reads_who_decides_on_a_dispute_of_the_leaders_own_unit()
    {
        stage.Set(new Past(ATask.Escalated()) { Round = ARound.Closed(), Escalation = InConflict.Submitted() });

        var director = await Read(AnEscalation.Id, Director, MatrixOffice.LeaderDisagrees, Nov(17));
        CardReading.Of(director).ShouldContain($"{Concerned} Trần Thị Bình.");
        Verbs(director).ShouldBeEmpty();
        Verbs(await Read(AnEscalation.Id, Deputy, MatrixOffice.LeaderDisagrees, Nov(17)))
            .ShouldBe(["form.escalation.decide", "form.escalation.returnForWork", "form.escalation.meeting"]);
        Verbs(await Read(AnEscalation.Id, Director, MatrixOffice.Ordinary, Nov(17))).ShouldContain("form.escalation.decide");
    }

    [Fact]
    public async Task The_return_of_the_leaders_own_unit_is_offered_to_the_deputy()
    {
        stage.Set(new Past(ATask.Consulting()) { Round = InConflict.ItemReturned() });

        Verbs(await Read(ARound.Id, Deputy, MatrixOffice.LeaderDisagrees, Nov(11))).ShouldBe(["form.consult.rejectReturn"]);
        Verbs(await Read(ARound.Id, OtherDeputy, MatrixOffice.LeaderDisagrees, Nov(11))).ShouldBeEmpty();
        stage.Set(new Past(ATask.Consulting()) { Round = ARound.Returned() });
        Verbs(await Read(ARound.Id, Director, MatrixOffice.Ordinary, Nov(11))).ShouldBe(["form.consult.rejectReturn"]);
        Verbs(await Read(ARound.Id, Deputy, MatrixOffice.Ordinary, Nov(11))).ShouldBeEmpty();
    }

    [Fact]
    public async Task That_nobody_else_was_left_to_decide_is_seen()
    {
        const string Alone = "Nguyễn Văn An (liên quan trực tiếp, do không còn người khác có thẩm quyền quyết định)";
        stage.Set(new Past(InConflict.ReturnRejected()));
        CardReading.Of(await Read(ATask.Id, Deputy, MatrixOffice.NobodyIsLeft, Nov(10))).ShouldContain($"Việc trả lại đã được quyết định: {Alone}");

        stage.Set(new Past(ATask.Escalated()) { Round = ARound.Closed(), Escalation = InConflict.Decided() });
        CardReading.Of(await Read(AnEscalation.Id, Deputy, MatrixOffice.NobodyIsLeft, Nov(17))).ShouldContain(Alone);
    }

    [Fact]
    public void D_03_An_act_by_delegation_names_the_grantor_and_the_document()
    {
        var vietnamese = NamesIn(MatrixOffice.Ordinary, Nov(10));
        vietnamese
            .Of(new Act(Nov(9), DelegateOfPlanning, HeadOfPlanning))
            .ShouldBe("Đinh Thị Quỳnh, thừa ủy quyền của Hoàng Văn Giang theo 12/QĐ-SCT");
        // The record stays readable when the organisation no longer says under which document.
        vietnamese.Of(new Act(Nov(9), Stranger, HeadOfPlanning)).ShouldBe("Cao Thị Tâm, thừa ủy quyền của Hoàng Văn Giang");
        (vietnamese with { Texts = Texts.Of(Language.English) })
            .Of(new Act(Nov(9), DelegateOfPlanning, HeadOfPlanning))
            .ShouldBe("Đinh Thị Quỳnh, by delegation of Hoàng Văn Giang under 12/QĐ-SCT");
    }

    private async Task<RenderedCard> Read(DutyId duty, PersonId person, MatrixOffice office, Instant now) =>
        (await stage.Cards().For(duty, person, NamesIn(office, now), now, CancellationToken.None)).ShouldNotBeNull(person.Value);

    private static Names NamesIn(MatrixOffice office, Instant now) =>
        new(
            DutyBot.Domain.Organisations.Organisation.From([.. NamedOffice.Events, .. Cast.Events, .. office.Changes]),
            VietnamCalendar.Default,
            VietnamCalendar.Default.DateOf(now),
            Texts.Of(Language.Vietnamese)
        );

    private static ImmutableArray<string> Verbs(RenderedCard card) =>
        [.. CardReading.ButtonsOf(card.Card).Select(button => CardReading.ActionOf(button).Verb).Where(verb => verb != CardVerbs.View)];
}
