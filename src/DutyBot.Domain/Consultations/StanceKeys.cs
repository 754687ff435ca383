namespace DutyBot.Domain.Consultations;

/// <summary>The text keys of stances (3.3).</summary>
public static class StanceKeys
{
    public static string Of(Stance stance) =>
        stance switch
        {
            Stance.Agree => "stance.agree",
            Stance.AgreeWithChanges => "stance.agreeChanges",
            Stance.Disagree => "stance.disagree",
            _ => "stance.outsideRemit",
        };

    /// <summary>The one stance that names an opinion on several questions: a disagreement outweighs changes, changes outweigh agreement.</summary>
    public static string Weightiest(OpinionDraft opinion) => Of(opinion.Answers.Select(a => a.Stance ?? Stance.Agree).MaxBy(Weight));

    private static int Weight(Stance stance) =>
        stance switch
        {
            Stance.Disagree => 3,
            Stance.AgreeWithChanges => 2,
            Stance.OutsideRemit => 0,
            _ => 1,
        };
}
