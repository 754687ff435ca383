using System.Reflection;
using DutyBot.Storage;

namespace DutyBot.Tests.Simulation;

/// <summary>A store with one fault built in, to see whether a simulated office finds it out.</summary>
internal class Sabotage : DispatchProxy
{
    private IDutyStore store = null!;
    private Func<string, object?[], object?> instead = null!;

    /// <param name="instead">What a member answers in the place of the store; null leaves it to the store.</param>
    public static IDutyStore Of(IDutyStore store, Func<string, object?[], object?> instead)
    {
        var worse = Create<IDutyStore, Sabotage>();
        ((Sabotage)worse).store = store;
        ((Sabotage)worse).instead = instead;
        return worse;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        instead(targetMethod!.Name, args ?? []) ?? targetMethod.Invoke(store, args);
}
