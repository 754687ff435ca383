using System.Reflection;
using System.Text.RegularExpressions;
using DutyBot.Domain;
using DutyBot.Domain.Authorisation;

namespace DutyBot.Tests.Architecture;

/// <summary>D-06: there is one table of who may do what, and no way around it.</summary>
public sealed partial class AuthorisationTests
{
    private static readonly string[] Judges =
    [
        "src/DutyBot.Domain/Tasks/",
        "src/DutyBot.Domain/Consultations/",
        "src/DutyBot.Domain/Escalations/",
        "src/DutyBot.Domain/Reminders/",
        "src/DutyBot.Domain/Campaigns/",
        "src/DutyBot.Domain/Clock/",
    ];

    private static IEnumerable<Type> Commands => House.TypesOf(House.Domain).Where(type => type.IsSealed && type.IsSubclassOf(typeof(DutyCommand)));

    [Fact]
    public void D_06_Every_command_has_one_row_and_every_row_is_of_a_command() =>
        Matrix.Rows.Select(row => row.Command).ShouldBe(Commands, ignoreOrder: true);

    [Fact]
    public void D_06_Nobody_is_allowed_anything_twice_in_a_row() =>
        Matrix.Rows.Where(row => row.Who.IsEmpty || row.Who.Distinct().Count() != row.Who.Length).ShouldBeEmpty();

    [Fact]
    public void D_06_No_decider_asks_around_the_table() =>
        SourceTree
            .Code.Where(file => Judges.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal)))
            .SelectMany(file => SourceText.Matches(file, AroundTheTable()))
            .ShouldBeEmpty();

    [Fact]
    public void The_check_sees_who_asks_the_organisation_itself() =>
        SourceText.Matches(SourceTree.Find("src/DutyBot.Domain/Authorisation/Capacity.cs"), AroundTheTable()).ShouldNotBeEmpty();

    // What a duty passes on to another was judged there, so nobody may be able to make it up.
    [Fact]
    public void No_feature_makes_what_only_duties_send_each_other()
    {
        var passedOn = Matrix.Rows.Where(row => row.Who.All(who => who is Capacity.OtherDuty)).Select(row => Name(row.Command)).ToList();
        passedOn.ShouldNotBeEmpty();
        SourceTree
            .Code.Where(file => file.Path.StartsWith("src/DutyBot/", StringComparison.Ordinal))
            .Where(file => passedOn.Any(name => file.Text.Contains($"new {name}(", StringComparison.Ordinal)))
            .Select(file => file.Path)
            .ShouldBeEmpty();
    }

    private static string Name(MemberInfo command) => $"{command.DeclaringType!.Name}.{command.Name}";

    [GeneratedRegex(@"\.(MayAct\w+|MayAssign\w*|IsAssigner|HasRole|Leaders)\(|\b(Capacities|Capacity|Authority|Permission)\b")]
    private static partial Regex AroundTheTable();
}
