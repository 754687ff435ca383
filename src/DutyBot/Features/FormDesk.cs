using System.Collections.Immutable;
using DutyBot.Administration;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Duties;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>What a press of a form's button comes to.</summary>
internal abstract record FormAnswer
{
    private FormAnswer() { }

    /// <summary>Fill this in, or look at it again.</summary>
    public sealed record Show(Form Form) : FormAnswer;

    /// <summary>Recorded (or recorded before): show the duty as it is now.</summary>
    /// <param name="View">Which of its cards (<see cref="CardVerbs.View"/>).</param>
    public sealed record Done(DutyId Duty, IReadOnlyDictionary<string, string> View) : FormAnswer;

    /// <summary>Something to read; nothing is left to fill in.</summary>
    public sealed record Read(RenderedCard Card) : FormAnswer;

    /// <summary>Done, with nothing to show but a sentence.</summary>
    public sealed record Told(string Sentence) : FormAnswer;

    /// <summary>Closed without sending.</summary>
    /// <param name="View">Which of the duty's cards to go back to.</param>
    public sealed record Closed(DutyId? Duty, IReadOnlyDictionary<string, string> View) : FormAnswer;

    /// <summary>Not possible for this person or any more, whatever is filled in.</summary>
    public sealed record No(IReadOnlyList<Problem> Problems, DutyId? Duty) : FormAnswer;
}

/// <summary>
/// The one flow of every form: opened, refused as often as needed with everything typed kept, sent once. Whoever may not do a thing, or comes
/// too late for it, is told when the form is opened and not after it was filled in.
/// </summary>
internal sealed class FormDesk(FeatureTable features)
{
    public async ValueTask<FormAnswer?> Handle(Visit visit, CardSubmission submission, CancellationToken cancel) =>
        (features.Opening(submission.Verb), features.Sending(submission.Verb)) switch
        {
            // Which duty a button names is as little to be trusted as the rest of it.
            ({ } opening, _) => Fits(opening, submission) ? await Open(visit, opening, submission, cancel) : Unreadable(null),
            (_, { } sending) => Fits(sending, submission) ? await Send(visit, sending, submission, cancel) : Unreadable(null),
            _ => null,
        };

    private static bool Fits(FormFeature feature, CardSubmission submission) => submission.Duty is not { } duty || duty.Kind == feature.Kind;

    private static FormAnswer.No Unreadable(DutyId? duty) => new([new Problem("E-UNREADABLE")], duty);

    public static async ValueTask<FormAnswer> Open(Visit visit, FormFeature feature, CardSubmission submission, CancellationToken cancel)
    {
        var action = feature.Opening(visit, await Action(visit, feature, submission, cancel));
        if (action.Duty is not { } duty || await feature.Form(visit, action, cancel) is not { } form)
        {
            return Unreadable(action.Duty);
        }

        // A problem without a field is about the act itself: no input can mend it.
        var (problems, _, _) = await Preview(visit, feature, action, form.Values, cancel);
        return problems.Where(problem => problem.Field is null).ToList() is { Count: > 0 } final
            ? new FormAnswer.No(final, duty)
            : new FormAnswer.Show(form);
    }

    private static async ValueTask<FormAnswer> Send(Visit visit, FormFeature feature, CardSubmission submission, CancellationToken cancel)
    {
        var action = await Action(visit, feature, submission, cancel);
        if (action.Duty is not { } duty || await feature.Form(visit, action, cancel) is not { } form)
        {
            return Unreadable(action.Duty);
        }

        var reading = FormReading.Read(form, submission);
        return reading.Press switch
        {
            FormPress.Close => new FormAnswer.Closed(duty, feature.ViewAfter(action)),
            FormPress.AddRow => new FormAnswer.Show(form with { Values = reading.Values }),
            _ when reading.Problems.Count > 0 => await Unread(visit, feature, action, form, reading, cancel),
            _ when feature.Further(visit, action, reading.Values) is { } further => await Next(visit, feature, further, cancel),
            _ when feature.JudgesWhatWasRead && submission.Version != action.Version => await Reread(visit, feature, action, form, reading, cancel),
            _ => await Execute(visit, feature, action, form, reading.Values, cancel),
        };
    }

    // The form goes back only to somebody who may send it: what it lists may not be theirs to see, however they got the button.
    private static async ValueTask<FormAnswer> Unread(
        Visit visit,
        FormFeature feature,
        CardAction action,
        Form form,
        FormReading reading,
        CancellationToken cancel
    )
    {
        var (problems, _, _) = await Preview(visit, feature, action, reading.Values, cancel);
        return problems.Where(problem => problem.Key == "E-FORBIDDEN").ToList() is { Count: > 0 } forbidden
            ? new FormAnswer.No(forbidden, action.Duty)
            : Again(visit, form, reading.Values, reading.Problems);
    }

    private static async ValueTask<FormAnswer> Next(Visit visit, FormFeature feature, CardAction further, CancellationToken cancel) =>
        await feature.Form(visit, further, cancel) is { } form ? new FormAnswer.Show(form) : Unreadable(further.Duty);

    // The second press of a form that was accepted is no judgement of something new.
    private static async ValueTask<FormAnswer> Reread(
        Visit visit,
        FormFeature feature,
        CardAction action,
        Form form,
        FormReading reading,
        CancellationToken cancel
    )
    {
        var (problems, changes, duty) = await Preview(visit, feature, action, reading.Values, cancel);
        return problems.IsEmpty && !changes
            ? new FormAnswer.Done(duty, feature.ViewAfter(action))
            : Again(visit, form, reading.Values, [new Problem("E-STALE")]);
    }

    // In the duty that the form asks, which need not be the one its button names.
    private static async ValueTask<(ImmutableArray<Problem> Problems, bool Changes, DutyId Asked)> Preview(
        Visit visit,
        FormFeature feature,
        CardAction action,
        FormValues values,
        CancellationToken cancel
    )
    {
        var asked = await feature.Asks(visit, action, values, cancel);
        var (problems, changes) = await visit.Desk.Preview(asked.Duty, asked.Command, cancel);
        return (problems, changes, asked.Duty);
    }

    private static async ValueTask<FormAnswer> Execute(
        Visit visit,
        FormFeature feature,
        CardAction action,
        Form form,
        FormValues values,
        CancellationToken cancel
    )
    {
        if (await feature.Instead(visit, action, values, cancel) is { } other)
        {
            return other;
        }

        if (feature is AnsweringFeature answering)
        {
            var (problems, _, _) = await Preview(visit, feature, action, values, cancel);
            return problems.IsEmpty ? await answering.Answer(visit, form, values, cancel) : Again(visit, form, values, problems);
        }

        var asked = await feature.Asks(visit, action, values, cancel);
        var answer = await visit.Desk.Execute(asked.Duty, asked.Command, cancel);
        return answer switch
        {
            { IsAccepted: true } => new FormAnswer.Done(asked.Duty, feature.ViewAfter(action)),
            { Busy: true } => Again(visit, form, values, [new Problem("E-TRY-LATER")]),
            _ => Again(visit, form, values, answer.Problems),
        };
    }

    private static FormAnswer.Show Again(Visit visit, Form form, FormValues values, IEnumerable<Problem> problems) =>
        new(form.Refused(values, problems.Select(visit.Names.Readable)));

    private static async ValueTask<CardAction> Action(Visit visit, FormFeature feature, CardSubmission submission, CancellationToken cancel) =>
        new(
            feature.Verb,
            submission.Duty,
            submission.Duty is { } duty ? await visit.Desk.Version(duty, cancel) : null,
            submission.Nonce,
            submission.Extras.Where(extra => !extra.Key.StartsWith(FormPress.ExtraPrefix, StringComparison.Ordinal)).ToDictionary()
        );
}
