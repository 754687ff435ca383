using System.Diagnostics.CodeAnalysis;

namespace DutyBot.Teams.Graph;

/// <summary>What came of asking Graph: what was found, or why not.</summary>
public sealed record GraphAnswer<T>
    where T : class
{
    private GraphAnswer(T? found, GraphFailure? failure)
    {
        Found = found;
        Failure = failure;
    }

    public T? Found { get; }

    public GraphFailure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Found))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Found is not null;

    public static implicit operator GraphAnswer<T>(T found) => new(found, null);

    public static implicit operator GraphAnswer<T>(GraphFailure failure) => new(null, failure);
}

public abstract record GraphFailure
{
    private GraphFailure() { }

    /// <summary>Graph is switched off; the function's <see cref="GraphFunction.Missing"/> says what is done instead.</summary>
    public sealed record NotConfigured : GraphFailure;

    /// <summary>An administrator has not consented to a permission.</summary>
    /// <param name="Permission">The application permission's name.</param>
    public sealed record ConsentMissing(string Permission) : GraphFailure;

    /// <summary>Too many requests. Ask again after <paramref name="RetryAfter"/>, when the service named a time.</summary>
    public sealed record Throttled(TimeSpan? RetryAfter) : GraphFailure;

    /// <summary>No such person, team or mailbox.</summary>
    public sealed record NotFound : GraphFailure;

    /// <param name="Code">The service's word, its status, or what was wrong with its answer. Never a name or a text.</param>
    public sealed record Failed(string Code) : GraphFailure;
}
