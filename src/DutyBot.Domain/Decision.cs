using System.Collections.Immutable;

namespace DutyBot.Domain;

/// <summary>
/// One reason why a command was not accepted, in the terms of <c>docs/rules.md</c>.
/// </summary>
/// <param name="Key">A text key such as <c>E-ONE-LEAD</c>; the person reads its text in their own language.</param>
/// <param name="Field">The form field it belongs beside, or null when it concerns the whole act.</param>
/// <param name="Arguments">Values for the placeholders of the text, by placeholder name.</param>
public sealed record Problem(string Key, string? Field = null, params (string Name, object Value)[] Arguments);

/// <summary>The answer of a decide function: events to record (none when the command repeats a finished act), or problems.</summary>
public sealed record Decision<TEvent>(ImmutableArray<TEvent> Events, ImmutableArray<Problem> Problems)
{
    public bool IsAccepted => Problems.IsEmpty;

    /// <summary>Accepted and already so: nothing changes.</summary>
    public static Decision<TEvent> Nothing { get; } = new([], []);

    public static implicit operator Decision<TEvent>(TEvent accepted) => new([accepted], []);

    public static implicit operator Decision<TEvent>(Problem refused) => new([], [refused]);

    public static Decision<TEvent> Accept(params TEvent[] events) => new([.. events], []);

    public static Decision<TEvent> Reject(IEnumerable<Problem> problems) => new([], [.. problems]);
}
