namespace DutyBot.Tests.Simulation;

/// <summary>What must not be, and was.</summary>
internal sealed class Findings
{
    private readonly List<string> all = [];

    public IReadOnlyList<string> All => all;

    public void Add(string finding) => all.Add(finding);
}
