using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Tests.Domain.Specs;
using NodaTime;
using static DutyBot.Domain.Consultations.ConsultationCommand;
using static DutyBot.Domain.Consultations.ConsultationEvent;
using static DutyBot.Domain.Consultations.OpinionDraft;
using static DutyBot.Tests.Domain.Consultations.ARound;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Consultations;

/// <summary>An answer has a stance, says something, covers every question, and is issued by the head.</summary>
public sealed class AnswerSpecs
{
    private static Outcome<Consultation, ConsultationEvent, ConsultationCommand> Answering(params QuestionAnswer[] answers) =>
        Given(Opened()).When(AnswerOfIndustry(Answers(answers)));

    private static QuestionAnswer Changes(string text) => new(1, Stance.AgreeWithChanges, text, "", null);

    private static QuestionAnswer Disagree(string text, string alternative) => new(1, Stance.Disagree, text, alternative, null);

    [Fact]
    public void R_35_The_head_issues_the_answer()
    {
        var issued = Given(Opened()).When(AnswerOfIndustry(Disagreement));
        issued.Then(new AnswerIssued(HeadOfIndustry.At(Nov(12)), Industry, issued.Then<AnswerIssued>().Answer, LateWorkingDays: 0));
        var item = issued.State.Item(Industry)!;
        (item.Phase, item.Draft, item.Opinion!.On(1)!.Stance).ShouldBe((ItemPhase.Answered, null, Stance.Disagree));
    }

    [Fact]
    public void R_35_An_officer_drafts_and_cannot_issue()
    {
        var draft = new SaveDraft(OfficerOfIndustry.At(Nov(10, 10)), Industry, Disagreement);
        var drafted = Given(Opened()).When(draft);
        drafted.Then<DraftSaved>().ForHead.ShouldBeTrue();
        drafted.State.Item(Industry)!.Phase.ShouldBe(ItemPhase.Drafting);
        Given(Drafted()).When(new IssueAnswer(OfficerOfIndustry.At(Nov(12)), Industry, Disagreement)).Refused("E-HEAD-ONLY");
        Given(Drafted()).When(AnswerOfIndustry(Disagreement)).Then<AnswerIssued>();
    }

    [Fact]
    public void R_35_What_the_head_drafts_waits_for_nobody_else() =>
        Given(Opened()).When(new SaveDraft(HeadOfIndustry.At(Nov(10, 10)), Industry, OpinionDraft.Empty)).Then<DraftSaved>().ForHead.ShouldBeFalse();

    [Fact]
    public void R_35_Other_units_neither_draft_nor_issue()
    {
        foreach (var person in new[] { HeadOfPlanning, HeadOfSafety, HeadOfTrade, Director, Deputy, Stranger })
        {
            Given(Opened()).When(new IssueAnswer(person.At(Nov(12)), Industry, Agreement)).Refused("E-FORBIDDEN");
            Given(Opened()).When(new SaveDraft(person.At(Nov(12)), Industry, Agreement)).Refused("E-FORBIDDEN");
        }

        Given(Opened()).When(new IssueAnswer(HeadOfTrade.At(Nov(12)), Trade, Agreement)).Refused("E-STALE");
        Given(Opened()).When(new SaveDraft(HeadOfTrade.At(Nov(12)), Trade, Agreement)).Refused("E-STALE");
    }

    [Fact]
    public void D_03_A_delegate_answers_on_behalf_of_the_head()
    {
        Given(Opened())
            .When(new IssueAnswer(DelegateOfIndustry.At(Nov(12)), Industry, Agreement))
            .Then<AnswerIssued>()
            .Act.ShouldBe(new Act(Nov(12), DelegateOfIndustry, HeadOfIndustry));
        var draft = Given(Opened()).When(new SaveDraft(DelegateOfIndustry.At(Nov(12)), Industry, Agreement)).Then<DraftSaved>();
        (draft.Act.OnBehalfOf, draft.ForHead).ShouldBe((HeadOfIndustry, false));
    }

    [Fact]
    public void R_35_A_paper_answer_is_cited_by_its_symbol()
    {
        Given(Opened()).When(AnswerOfIndustry(Agreement with { DocumentSymbol = "12/PCN" })).Then<AnswerIssued>();
        Given(Opened()).When(AnswerOfIndustry(Agreement with { DocumentSymbol = "12PCN" })).RefusedAt(Fields.DocumentSymbol, "E-BAD-SYMBOL");
        Given(Opened()).When(AnswerOfIndustry(Agreement with { DocumentSymbol = "/PCN-TH" })).RefusedAt(Fields.DocumentSymbol, "E-BAD-SYMBOL");
    }

    [Fact]
    public void R_36_A_text_without_a_stance_is_not_an_answer() =>
        Answering(new QuestionAnswer(1, null, Specific, "", null), Agree(2)).RefusedAt(Fields.Stance(1), "E-STANCE-REQUIRED");

    [Fact]
    public void R_36_There_are_four_stances_and_no_fifth()
    {
        Answering(new QuestionAnswer(1, (Stance)4, "", "", null), Agree(2)).RefusedAt(Fields.Stance(1), "E-QUESTION-OPEN");
        Answering(new QuestionAnswer(1, (Stance)(-1), Specific, "", null), Agree(2)).RefusedAt(Fields.Stance(1), "E-STANCE-REQUIRED");
    }

    [Fact]
    public void R_36_Whoever_disagrees_gives_a_reason_and_an_alternative()
    {
        Answering(Disagree(Specific, Texts.Blank), Agree(2)).RefusedAt(Fields.Alternative(1), "E-ALTERNATIVE-REQUIRED");
        Answering(Disagree("", Alternative), Agree(2)).RefusedAt(Fields.Text(1), "E-ALTERNATIVE-REQUIRED");
        Answering(Disagree(Specific, Alternative), Agree(2)).Then<AnswerIssued>();
    }

    [Fact]
    public void R_36_Agreement_with_changes_names_the_change() =>
        Answering(Changes(Texts.Blank), Agree(2)).RefusedAt(Fields.Text(1), "E-CHANGES-REQUIRED");

    [Theory]
    [InlineData("Cơ bản thống nhất với dự thảo, đề nghị thực hiện theo quy định hiện hành.")]
    [InlineData("CƠ BẢN NHẤT TRÍ")]
    [InlineData("Cơ bản nhất trí, đề nghị thực hiện theo quy định hiện hành.")]
    public void R_37_A_generic_answer_is_refused(string generic)
    {
        Answering(Changes(generic), Agree(2)).RefusedAt(Fields.Text(1), "E-GENERIC-ANSWER");
        Answering(Disagree(generic, "Theo quy định hiện hành"), Agree(2)).RefusedAt(Fields.Text(1), "E-GENERIC-ANSWER");
    }

    [Fact]
    public void R_37_A_specific_answer_is_accepted_even_if_a_generic_phrase_is_in_it()
    {
        const string specific =
            "Không thống nhất khoản 2 Điều 5 vì trái khoản 1 Điều 14 Luật Đầu tư công; đề nghị sửa thời hạn 10 ngày thành 07 ngày làm việc.";
        Answering(Disagree(specific, Alternative), Agree(2)).Then<AnswerIssued>();
        Answering(Changes(specific + " Đề nghị thực hiện theo quy định."), Agree(2)).Then<AnswerIssued>();
    }

    [Fact]
    public void R_37_Plain_agreement_needs_the_tick_and_no_text()
    {
        var agreement = Answers(new(1, Stance.Agree, "Thống nhất.", "", null), Agree(2));
        Given(Opened()).When(AnswerOfIndustry(agreement)).Then<AnswerIssued>();
        Given(Opened()).When(AnswerOfIndustry(agreement with { Reviewed = false })).RefusedAt(Fields.Reviewed, "E-REVIEW-TICK");
    }

    [Fact]
    public void R_38_Every_question_is_answered() =>
        Answering(Agree(1)).RefusedAt(Fields.Stance(2), "E-QUESTION-OPEN").Arguments.ShouldBe([("no", 2)]);

    [Fact]
    public void R_38_What_is_outside_the_remit_names_the_competent_unit()
    {
        Answering(new QuestionAnswer(1, Stance.OutsideRemit, "", "", null), Agree(2)).RefusedAt(Fields.CompetentUnit(1), "E-COMPETENT-UNIT");
        Answering(new QuestionAnswer(1, Stance.OutsideRemit, "", "", Industry), Agree(2)).RefusedAt(Fields.CompetentUnit(1), "E-COMPETENT-UNIT");
        Answering(new QuestionAnswer(1, Stance.OutsideRemit, "", "", Trade), Agree(2)).Then<AnswerIssued>();
    }

    [Fact]
    public void R_38_Answers_to_questions_nobody_asked_are_left_out() =>
        Answering(Agree(-1), Agree(2), Agree(0), Agree(1), Disagree("", ""), Agree(99))
            .Then<AnswerIssued>()
            .Answer.Answers.Select(a => (a.No, a.Stance))
            .ShouldBe([(1, Stance.Agree), (2, Stance.Agree)]);

    [Fact]
    public void D_07_Issuing_an_answer_twice_is_issuing_it_once()
    {
        Given(Answered()).When(AnswerOfIndustry(Disagreement)).ThenNothing();
        Given(Answered()).When(AnswerOfIndustry(Agreement)).Refused("E-STALE");
        Given(Closed()).When(AnswerOfIndustry(Disagreement)).ThenNothing();

        var withAnEmptyRow = Disagreement with { Answers = [.. Disagreement.Answers, new(3, null, "", "", null)] };
        Given(Answered()).When(AnswerOfIndustry(withAnEmptyRow)).ThenNothing();
    }

    [Fact]
    public void D_07_Saving_the_same_draft_twice_tells_the_head_once()
    {
        var same = new SaveDraft(OfficerOfIndustry.At(Nov(10, 11)), Industry, Answers([.. Disagreement.Answers]));
        Given(Drafted()).When(same).ThenNothing();
        Given(Drafted()).When(same with { Draft = same.Draft with { OtherRemarks = "Thêm" } }).Then<DraftSaved>();
        Given(Drafted()).When(same with { Draft = same.Draft with { Answers = [Agree(1)] } }).Then<DraftSaved>();
        Given(Drafted()).When(same with { Act = HeadOfIndustry.At(Nov(10, 11)) }).Then<DraftSaved>();
    }

    [Fact]
    public void R_35_An_answer_stands_until_it_is_sent_back()
    {
        Given(Answered()).When(new SaveDraft(OfficerOfIndustry.At(Nov(13)), Industry, Agreement)).Refused("E-STALE");
        Given(Cancelled()).When(AnswerOfIndustry(Agreement)).Refused("E-STALE");
        Given(Returned()).When(AnswerOfIndustry(Agreement)).Refused("E-STALE");
    }

    [Fact]
    public void R_34_A_unit_that_waits_for_papers_may_answer_without_them() =>
        Given(PapersAsked()).When(AnswerOfIndustry(Agreement)).Then<AnswerIssued>();
}
