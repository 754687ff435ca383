using DutyBot.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(Azurite))]
