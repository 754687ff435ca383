using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Domain.Tasks.TaskDraft;
using static DutyBot.Domain.Tasks.TaskEvent;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;
using static DutyBot.Tests.Domain.Tasks.ATask;

namespace DutyBot.Tests.Domain.Tasks;

/// <summary>T5: what a task must say to be issued, and by whom.</summary>
public sealed class IssueSpecs
{
    private static Outcome<WorkTask, TaskEvent, TaskCommand> Issuing(TaskDraft draft, PersonId? by = null) =>
        Given(NotIssued).When(IssueOf(draft, by));

    [Fact]
    public void T5_A_clear_task_is_issued_and_its_clock_starts()
    {
        var issued = Issuing(Draft with { Work = " Rà soát quy hoạch cụm công nghiệp " }).Then<Issued>();
        issued.Act.ShouldBe(Deputy.At(Nov(9)));
        (issued.Task, issued.Assigner, issued.LeadUnit, issued.AccountableHead).ShouldBe((Id, Deputy, Planning, HeadOfPlanning));
        issued.CoordinatingUnits.ShouldBe([Trade]);
        issued.Content.Work.ShouldBe(Draft.Work);
        issued.Content.Document!.Symbol.Value.ShouldBe("1965/UBND-VP");
        (issued.AcceptBy, issued.ReturnBy).ShouldBe((EndOf(NovDay(10)), EndOf(NovDay(10))));
        (issued.CompleteBy, issued.ReportBy).ShouldBe((EndOf(DecDay(18)), EndOf(DecDay(22))));
    }

    [Theory]
    [InlineData("280/CĐ-TTg", "280/CĐ-TTg")]
    [InlineData("30/2020/NĐ-CP", "30/2020/NĐ-CP")]
    [InlineData("924 -TB/TU", "924-TB/TU")]
    public void R_01_The_assigning_document_is_cited_in_its_normal_form(string typed, string cited) =>
        Issuing(Draft with { DocumentSymbol = typed }).Then<Issued>().Content.Document!.Symbol.Value.ShouldBe(cited);

    [Theory]
    [InlineData("1965UBND")]
    [InlineData("")]
    [InlineData("/SCT-VP")]
    public void R_01_A_symbol_outside_the_grammar_or_without_its_number_is_refused(string symbol) =>
        Issuing(Draft with { DocumentSymbol = symbol }).RefusedAt(Fields.DocumentSymbol, "E-BAD-SYMBOL");

    [Fact]
    public void R_01_The_document_needs_its_date_and_its_issuer()
    {
        Issuing(Draft with { DocumentDate = null }).RefusedAt(Fields.DocumentDate, "E-DOCUMENT-DATE");
        Issuing(Draft with { IssuingBody = Texts.Blank }).RefusedAt(Fields.IssuingBody, "E-ISSUING-BODY");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Việc gấp!")]
    [InlineData("   Việc gấp!   ")]
    public void R_06_Work_that_is_not_said_is_unclear(string work) => Issuing(Draft with { Work = work }).RefusedAt(Fields.Work, "E-UNCLEAR-WORK");

    [Theory]
    [InlineData("")]
    [InlineData(Texts.Blank)]
    public void R_06_Work_without_its_product_is_unclear(string deliverable) =>
        Issuing(Draft with { Deliverable = deliverable }).RefusedAt(Fields.Deliverable, "E-UNCLEAR-WORK");

    [Fact]
    public void R_06_Ten_characters_of_work_are_enough() => Issuing(Draft with { Work = "Việc gấp!!" }).Then<Issued>();

    [Fact]
    public void R_06_Everything_that_is_unclear_is_named_at_once() =>
        Issuing(new TaskDraft())
            .Refused("E-UNCLEAR-WORK", "E-UNCLEAR-WORK", "E-BAD-SYMBOL", "E-DOCUMENT-DATE", "E-ISSUING-BODY", "E-NO-LEAD", "E-UNCLEAR-TIME");

    [Fact]
    public void R_07_A_task_has_exactly_one_lead_which_does_not_coordinate_as_well()
    {
        Issuing(Draft with { LeadUnits = [] }).RefusedAt(Fields.LeadUnit, "E-NO-LEAD");
        Issuing(Draft with { LeadUnits = [Planning, Industry] }).RefusedAt(Fields.LeadUnit, "E-ONE-LEAD");
        Issuing(Draft with { CoordinatingUnits = [Trade, Planning] }).RefusedAt(Fields.CoordinatingUnits, "E-LEAD-IS-COORD");
    }

    [Fact]
    public void R_07_A_unit_coordinates_once() =>
        Issuing(Draft with { CoordinatingUnits = [Trade, Safety, Trade] }).Then<Issued>().CoordinatingUnits.ShouldBe([Trade, Safety]);

    [Fact]
    public void R_09_A_unit_that_ended_is_refused_and_its_successor_named()
    {
        var problem = Issuing(Draft with { LeadUnits = [Ended] }).RefusedAt(Fields.LeadUnit, "E-UNIT-INACTIVE");
        problem.Arguments.ShouldBe([("unit", Ended), ("date", new NodaTime.LocalDate(2026, 7, 1)), ("successor", Trade)]);
        Issuing(Draft with { CoordinatingUnits = [Ended] }).RefusedAt(Fields.CoordinatingUnits, "E-UNIT-INACTIVE");
    }

    [Fact]
    public void R_09_A_unit_without_a_head_or_never_heard_of_is_refused()
    {
        Issuing(Draft with { LeadUnits = [Headless] }).RefusedAt(Fields.LeadUnit, "E-UNIT-NO-HEAD");
        Issuing(Draft with { CoordinatingUnits = [Headless] }).RefusedAt(Fields.CoordinatingUnits, "E-UNIT-NO-HEAD");
        Issuing(Draft with { LeadUnits = [NeverHeardOf] }).RefusedAt(Fields.LeadUnit, "E-UNIT-UNKNOWN");
    }

    [Fact]
    public void R_09_Somebody_acting_as_head_is_head_enough() =>
        Given(NotIssued)
            .In(After(Appointed(Stranger, Headless, Position.Acting, NovDay(1))))
            .When(IssueOf(Draft with { LeadUnits = [Headless] }))
            .Then<Issued>()
            .AccountableHead.ShouldBe(Stranger);

    [Fact]
    public void R_15_The_head_in_office_on_the_day_of_issue_is_accountable() =>
        Given(NotIssued)
            .In(After(Left(HeadOfPlanning, Planning, Position.Head, NovDay(8)), Appointed(Stranger, Planning, Position.Head, NovDay(9))))
            .When(IssueOf(Draft))
            .Then<Issued>()
            .AccountableHead.ShouldBe(Stranger);

    [Fact]
    public void T5_The_leadership_assigns_and_nobody_else()
    {
        foreach (var person in new[] { Director, Deputy, OtherDeputy, DelegateOfDirector })
        {
            Issuing(Draft, person).Then<Issued>();
        }

        foreach (var person in new[] { HeadOfOffice, HeadOfPlanning, OfficerOfPlanning, DelegateOfPlanning, Stranger })
        {
            Issuing(Draft, person).Refused("E-FORBIDDEN");
        }

        Given(NotIssued).When(new TaskCommand.Issue(Act.OfSystem(Nov(9)), Id, Draft)).Refused("E-FORBIDDEN");
    }

    [Fact]
    public void D_03_A_task_issued_by_delegation_says_for_whom_and_is_the_task_of_that_person()
    {
        var issued = Issuing(Draft, DelegateOfDeputy).Then<Issued>();
        issued.Act.ShouldBe(new Act(Nov(9), DelegateOfDeputy, Deputy));
        issued.Assigner.ShouldBe(Deputy);
    }

    [Fact]
    public void D_03_A_delegation_that_has_ended_gives_no_right() =>
        Given(NotIssued)
            .When(
                new TaskCommand.Issue(
                    DelegateOfDeputy.At(new NodaTime.LocalDate(2027, 1, 1).AtStartOfDayInZone(Context.Calendar.Zone).ToInstant()),
                    Id,
                    Draft
                )
            )
            .Refused("E-FORBIDDEN");

    [Fact]
    public void D_03_Whoever_claims_to_act_for_another_is_not_believed() =>
        Given(NotIssued)
            .When(new TaskCommand.Issue(new Act(Nov(9), Deputy, OnBehalfOf: Director), Id, Draft))
            .Then<Issued>()
            .Act.OnBehalfOf.ShouldBeNull();

    [Fact]
    public void D_07_Issuing_the_same_task_again_changes_nothing()
    {
        Given(Issued()).When(IssueOf(Draft)).ThenNothing();
        Given(Accepted()).When(IssueOf(Draft)).ThenNothing();
        Given(NotIssued.After(IssueOf(Draft, DelegateOfDeputy))).When(IssueOf(Draft, DelegateOfDeputy)).ThenNothing();
        Given(Issued()).When(IssueOf(Draft, Director)).Refused("E-STALE");
    }
}
