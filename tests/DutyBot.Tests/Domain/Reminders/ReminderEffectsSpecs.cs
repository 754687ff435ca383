using DutyBot.Domain.Effects;
using DutyBot.Domain.Reminders;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Tests.Domain.Specs.Spec;

namespace DutyBot.Tests.Domain.Reminders;

/// <summary>Who is told of what about a person: always somebody in their own chat (D-06).</summary>
public sealed class ReminderEffectsSpecs
{
    [Fact]
    public void D_06_Nothing_about_a_person_goes_to_a_channel_or_to_whoever_stands_in()
    {
        foreach (var past in Reachable.Reminders.Values)
        {
            foreach (var effect in Enumerable.Range(1, past.Length).SelectMany(n => Given([.. past[..n]]).LastEffects).Where(IsSent))
            {
                var to = effect switch
                {
                    Effect.ShowCard card => card.To,
                    Effect.Notify notify => notify.To,
                    _ => effect.ShouldBeOfType<Effect.Tell>().To,
                };
                to.ShouldNotBeOfType<Audience.Channel>();
                to.ShouldNotBeOfType<Audience.Head>();
                to.ShouldNotBeOfType<Audience.Office>();
            }
        }
    }

    private static bool IsSent(Effect effect) => effect is not Effect.CountLoad;

    [Fact]
    public void R_54_The_person_gets_the_card_and_after_its_delivery_its_exact_term()
    {
        Given(ARecord.Issued()).LastEffects.ShouldBeInWords("FormalReminder to head-of-planning alone, attention");
        Given(ARecord.Delivered()).LastEffects.ShouldBeInWords("FormalReminder to head-of-planning alone");
        Given(ARecord.SentAgain()).LastEffects.ShouldBeInWords("FormalReminder to head-of-planning alone, attention");
    }

    [Fact]
    public void R_54_What_cannot_be_delivered_comes_back_to_the_issuer() =>
        Given(ARecord.NotDelivered()).LastEffects.ShouldBeInWords("IssuedReminder to director, attention");

    [Fact]
    public void R_56_The_issuer_gets_the_explanation_and_the_person_the_answer()
    {
        Given(ARecord.Explained()).LastEffects.ShouldBeInWords("FormalReminder to head-of-planning alone", "IssuedReminder to director, attention");
        Given(ARecord.Upheld())
            .LastEffects.ShouldBeInWords(
                "FormalReminder to head-of-planning alone",
                "IssuedReminder to director",
                "n.reminder.upheld to head-of-planning alone"
            );
        Given(ARecord.Withdrawn())
            .LastEffects.ShouldBeInWords(
                "FormalReminder to head-of-planning alone",
                "IssuedReminder to director",
                "n.reminder.withdrawn to head-of-planning alone"
            );
        Given(ARecord.WithdrawnUndelivered()).LastEffects.ShouldBeInWords("IssuedReminder to director");
        Given(ARecord.Lapsed())
            .LastEffects.ShouldBeInWords(
                "FormalReminder to head-of-planning alone",
                "n.reminder.lapsed to head-of-planning alone",
                "n.reminder.lapsed.issuer to director"
            );
    }

    [Fact]
    public void R_55_Of_the_file_hear_the_leader_the_personnel_body_and_the_person()
    {
        Given(ARecord.Proposed())
            .LastEffects.ShouldBeInWords(
                "PersonnelReview to leaders, attention",
                "PersonnelAdvice to personnel-officer alone, attention",
                "n.review.opened to head-of-planning alone",
                "load counted for file 1"
            );
        Given(ARecord.LoadRecorded()).LastEffects.ShouldBeInWords("PersonnelReview to leaders", "PersonnelAdvice to personnel-officer alone");
        Given(ARecord.AskedAnew()).LastEffects.ShouldBeInWords("PersonnelReview to other-deputy-director, attention");
        Given(ARecord.OfLeader()).LastEffects[0].ShouldBeOfType<Effect.ShowCard>().To.ShouldBe(new Audience.Individual(SampleOffice.Deputy));
        Given(ARecord.Advised()).LastEffects.ShouldBeInWords("PersonnelReview to leaders, attention", "PersonnelAdvice to personnel-officer alone");
        Given(ARecord.Concluded())
            .LastEffects.ShouldBeInWords(
                "PersonnelReview to leaders",
                "PersonnelAdvice to personnel-officer alone",
                "n.review.concluded to head-of-planning alone"
            );
        Given(ARecord.Dismissed())
            .LastEffects.ShouldBeInWords(
                "PersonnelReview to leaders",
                "PersonnelAdvice to personnel-officer alone",
                "n.review.unfounded to leaders",
                "n.review.unfounded to personnel-officer alone",
                "n.review.unfounded.person to head-of-planning alone"
            );
    }

    [Fact]
    public void R_55_An_explanation_reaches_the_open_file_it_belongs_to()
    {
        var explained = ARecord.Proposed().After(new ReminderCommand.Explain(ARecord.Person.At(Times.Nov(13)), 3, ARecord.Explanation));
        Given(explained)
            .LastEffects.ShouldBeInWords(
                "FormalReminder to head-of-planning alone",
                "IssuedReminder to director, attention",
                "PersonnelReview to leaders",
                "PersonnelAdvice to personnel-officer alone"
            );
    }
}
