namespace DutyBot.Teams.Activities;

/// <summary>
/// What a handler answers. The same answer fits every way of asking: to an invoke it is the body of the response (a card only the presser
/// sees, or a dialog), to a message it is a message in the same conversation.
/// </summary>
public abstract record ActivityAnswer
{
    private ActivityAnswer() { }

    /// <summary>Done, nothing to show. Closes a dialog. To <c>Action.Execute</c> always show something: the Playground shows nothing for it.</summary>
    public sealed record Accepted : ActivityAnswer;

    /// <param name="Utf8Json">The whole adaptive card.</param>
    /// <param name="Summary">The notification's line when the card becomes a message of its own.</param>
    public sealed record Card(ReadOnlyMemory<byte> Utf8Json, string? Summary = null) : ActivityAnswer;

    /// <summary>A card in a dialog where the host asked for one, else the same card.</summary>
    public sealed record Dialog(string Title, ReadOnlyMemory<byte> Utf8Json, DialogSize Size = DialogSize.Medium) : ActivityAnswer;

    public sealed record Message(string Text) : ActivityAnswer;

    /// <param name="StatusCode">Goes inside the body; the HTTP status of an invoke is always 200.</param>
    /// <param name="Code">For machines, for example <c>BadRequest</c>.</param>
    public sealed record Error(int StatusCode, string Code, string Text) : ActivityAnswer;

    /// <summary>Nothing DutyBot knows; answered so that the channel does not send it again.</summary>
    public sealed record NotForUs : ActivityAnswer;
}

public enum DialogSize
{
    Small,
    Medium,
    Large,
}

/// <summary>The seam inwards: everything that arrives goes through one function.</summary>
public delegate Task<ActivityAnswer> ActivityHandler(Activity activity, CancellationToken cancel);

/// <summary>What a person is told when the handler failed; they can quote the id, and the log has it.</summary>
public delegate ActivityAnswer FaultAnswer(Activity activity, string correlationId);
