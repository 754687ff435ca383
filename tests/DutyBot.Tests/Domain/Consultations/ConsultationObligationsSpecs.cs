using DutyBot.Domain.Consultations;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Tests.Domain.Consultations.ARound;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Consultations;

/// <summary>What a round waits for, from whom and until when.</summary>
public sealed class ConsultationObligationsSpecs
{
    private const string Industrys = "reply:phong-cong-nghiep: phong-cong-nghiep Reply until 18/11 00:00";
    private const string Safetys = "reply:phong-an-toan: phong-an-toan Reply until 18/11 00:00";
    private const string Close = "closeRound: phong-ke-hoach CloseRound";
    private const string Leads = "lead: phong-ke-hoach Lead";

    [Fact]
    public void Every_unit_owes_its_answer() => Given(Opened()).Obligations.ShouldBeInWords(Industrys, Safetys, Leads);

    [Fact]
    public void R_35_A_draft_waits_for_the_head() =>
        Given(Drafted()).Obligations.ShouldBeInWords("reply:phong-cong-nghiep: phong-cong-nghiep IssueDraft until 18/11 00:00", Safetys, Leads);

    [Fact]
    public void R_34_Papers_are_owed_by_the_lead_and_the_answer_after_them()
    {
        Given(PapersAsked()).Obligations.ShouldBeInWords("papers:phong-cong-nghiep: phong-ke-hoach SupplyPapers", Safetys, Leads);
        Given(PapersSupplied()).Obligations.ShouldBeInWords("reply:phong-cong-nghiep: phong-cong-nghiep Reply until 21/11 00:00", Safetys, Leads);
    }

    [Fact]
    public void Who_has_answered_or_returned_owes_nothing()
    {
        Given(Answered()).Obligations.ShouldBeInWords(Safetys, Leads);
        Given(Returned()).Obligations.ShouldBeInWords(Safetys, Leads);
        Given(ReturnRejected()).Obligations.ShouldBeInWords("reply:phong-cong-nghiep: phong-cong-nghiep Reply until 19/11 00:00", Safetys, Leads);
        Given(SentBack()).Obligations.ShouldBeInWords("reply:phong-cong-nghiep: phong-cong-nghiep Reply until 17/11 00:00", Safetys, Leads);
    }

    [Fact]
    public void R_41_When_everybody_has_answered_the_lead_is_to_close()
    {
        Given(AllAnswered()).Obligations.ShouldBeInWords(Close, Leads);
        Given(Resolved()).Obligations.ShouldBeInWords(Close, Leads);
    }

    [Fact]
    public void R_39_When_the_rest_is_overdue_the_lead_may_close_while_silence_is_waited_for() =>
        Given(Overdue())
            .Obligations.ShouldBeInWords(
                "silence:phong-cong-nghiep: phong-cong-nghiep Reply until 26/11 00:00",
                "silence:phong-an-toan: phong-an-toan Reply until 26/11 00:00",
                Close,
                Leads
            );

    [Fact]
    public void R_39_Silence_is_waited_for_also_in_a_closed_round() =>
        Given(ClosedWithoutWaiting())
            .Obligations.ShouldBeInWords(
                "silence:phong-cong-nghiep: phong-cong-nghiep Reply until 26/11 00:00",
                "silence:phong-an-toan: phong-an-toan Reply until 26/11 00:00"
            );

    [Fact]
    public void Nothing_is_owed_before_the_opening_and_after_the_end()
    {
        Given(NotOpened).Obligations.ShouldBeEmpty();
        Given(Closed()).Obligations.ShouldBeEmpty();
        Given(Cancelled()).Obligations.ShouldBeEmpty();
        Given(CancelledBeforeItOpened()).Obligations.ShouldBeEmpty();
    }

    [Fact]
    public void A_wake_for_what_does_not_fall_due_changes_nothing()
    {
        Given(AllAnswered()).When(Pass(ConsultationObligations.CloseRound, Dec(30))).ThenNothing();
        Given(PapersAsked()).When(Pass("papers:phong-cong-nghiep", Dec(30))).ThenNothing();
    }
}
