using DutyBot.Teams.Cards;

namespace DutyBot.Teams.Forms;

/// <summary>Which of a form's buttons was pressed. All carry the form's own verb, so that one feature serves the whole form.</summary>
public abstract record FormPress
{
    /// <summary>What a form adds to the extras of its own buttons begins with this; everything else is the author's.</summary>
    public const string ExtraPrefix = "form:";

    private const string Button = ExtraPrefix + "button";
    private const string AddPrefix = "add:";
    private const string CloseValue = "close";

    private FormPress() { }

    public sealed record Send : FormPress;

    /// <summary>One more row, please: render the form again as <see cref="FormReading"/> returns it.</summary>
    public sealed record AddRow(string Group) : FormPress;

    /// <summary>The person gave up: show what was there before the form; nothing is recorded.</summary>
    public sealed record Close : FormPress;

    public static FormPress Of(CardSubmission submission) =>
        submission.Extras.GetValueOrDefault(Button) switch
        {
            CloseValue => new Close(),
            { } value when value.StartsWith(AddPrefix, StringComparison.Ordinal) => new AddRow(value[AddPrefix.Length..]),
            _ => new Send(),
        };

    internal static CardAction ToAdd(CardAction action, string group) => action.With(Button, AddPrefix + group);

    internal static CardAction ToClose(CardAction action) => action.With(Button, CloseValue);
}
