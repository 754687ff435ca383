using DutyBot.Domain;
using DutyBot.Teams.Cards;

namespace DutyBot.Teams.Forms;

/// <summary>
/// A form, once: what it asks, what is filled in and what is wrong with it. It is rendered as a card (<see cref="FormCard"/>) or as a dialog
/// (<see cref="FormDialog"/>), and read back by <see cref="FormReading"/>; the three agree because they walk the same fields. Texts are
/// already in the reader's language.
/// </summary>
public sealed record Form
{
    public required string Title { get; init; }

    /// <summary>What the form is about, one paragraph each.</summary>
    public IReadOnlyList<string> Intro { get; init; } = [];

    public required IReadOnlyList<FormItem> Items { get; init; }

    /// <summary>What the form submits; its verb also receives "add a row" and "close" (see <see cref="FormPress"/>).</summary>
    public required CardAction Submit { get; init; }

    public required string SubmitLabel { get; init; }

    public FormValues Values { get; init; } = FormValues.Empty;

    /// <summary>Shown at the top, and each beside its field when <see cref="Problem.Field"/> names one.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Every field that is shown, also those of rows.</summary>
    internal IEnumerable<FormField> ShownFields() =>
        Items.SelectMany(item =>
            item switch
            {
                FormField field => [field],
                RowGroup group => group.ShownFields(Values),
                _ => Enumerable.Empty<FormField>(),
            }
        );

    /// <summary>The form as it goes back to the person: everything typed, and what to look at again.</summary>
    public Form Refused(FormValues values, IEnumerable<Problem> problems) => this with { Values = values, Problems = [.. problems] };
}

/// <summary>The places a form can be shown; chosen by configuration, since not every host has dialogs.</summary>
public enum FormPlace
{
    /// <summary>A card that only the person who pressed sees.</summary>
    Card,
    Dialog,
}

public static class FormPlaces
{
    /// <summary>The button that opens a form where the configuration wants it.</summary>
    public static CardButton Opener(this FormPlace place, string title, CardAction action) =>
        place == FormPlace.Dialog ? SubmitButton.OpeningDialog(title, action) : new ExecuteButton(title, action);
}
