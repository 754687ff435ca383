using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace DutyBot.Teams.Connector;

/// <summary>What came of a call to the Bot Connector: a value, or one of the three ways it can fail.</summary>
public sealed record ConnectorOutcome<T>
    where T : class
{
    private ConnectorOutcome(T? value, ConnectorFailure? failure)
    {
        Value = value;
        Failure = failure;
    }

    public T? Value { get; }

    public ConnectorFailure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Value is not null;

    public static implicit operator ConnectorOutcome<T>(T value) => new(value, null);

    public static implicit operator ConnectorOutcome<T>(ConnectorFailure failure) => new(null, failure);

    internal ConnectorOutcome<TOther> Select<TOther>(Func<T, TOther> then)
        where TOther : class => Succeeded ? then(Value) : Failure;
}

public abstract record ConnectorFailure
{
    private ConnectorFailure() { }

    /// <summary>No, and asking again the same way changes nothing.</summary>
    /// <param name="Code">The service's most precise word, for example <c>BotNotInConversationRoster</c> or <c>MessageWritesBlocked</c>.</param>
    public sealed record Refused(HttpStatusCode Status, string? Code) : ConnectorFailure;

    /// <summary>Not carried out: too many requests. Ask again after <paramref name="RetryAfter"/>, when the service named a time.</summary>
    public sealed record Throttled(TimeSpan? RetryAfter) : ConnectorFailure;

    /// <summary>No usable answer.</summary>
    /// <param name="MaybeCarriedOut">True when the message may stand in the conversation all the same; asking again could double it.</param>
    public sealed record Unavailable(bool MaybeCarriedOut) : ConnectorFailure;
}
