namespace DutyBot.Tests.Simulation;

/// <summary>What became of a simulated office.</summary>
/// <param name="Steps">Every step in its order; two runs with the same are the same.</param>
/// <param name="Done">How often each act was answered as recorded, by its verb.</param>
/// <param name="Promises">How often somebody was told that what they typed is recorded.</param>
internal sealed record LifeReport(
    IReadOnlyList<string> Findings,
    IReadOnlyList<string> Steps,
    IReadOnlyList<string> Logs,
    IReadOnlyDictionary<string, int> Done,
    int Presses,
    int Promises,
    int Deaths,
    int Messages
);
