using System.Text;

namespace DutyBot.Tests.Architecture;

public sealed class TypeShapeTests
{
    [Fact]
    public void Every_class_is_sealed_or_a_closed_base() => TypeShapes.Open(House.TypesOf(House.Assemblies)).ShouldBeEmpty();

    [Fact]
    public void The_check_sees_an_open_class() => TypeShapes.Open([typeof(Exception), typeof(StringBuilder)]).ShouldBe(["System.Exception"]);

    [Fact]
    public void The_check_sees_an_abstract_class_that_anyone_may_extend() => TypeShapes.Open([typeof(Stream)]).ShouldBe(["System.IO.Stream"]);

    [Fact]
    public void The_check_sees_what_can_be_changed() =>
        TypeShapes
            .Mutable([typeof(Stream), typeof(Version)])
            .ShouldBe(["System.IO.Stream.Position", "System.IO.Stream.ReadTimeout", "System.IO.Stream.WriteTimeout"], ignoreOrder: true);

    [Fact]
    public void Every_interface_has_two_implementations() => TypeShapes.LonelyInterfaces([.. House.TypesOf(House.Assemblies)]).ShouldBeEmpty();

    [Fact]
    public void The_check_sees_an_interface_with_one_implementation() =>
        TypeShapes
            .LonelyInterfaces([typeof(IDisposable), typeof(MemoryStream), typeof(IFormattable), typeof(int), typeof(long)])
            .ShouldBe(["System.IDisposable: 1"]);

    [Fact]
    public void No_name_is_a_drawer_for_odds_and_ends()
    {
        foreach (var type in House.TypesOf(House.Assemblies))
        {
            SourceText.Drawers(type.FullName!.Replace('+', '.')).ShouldBeEmpty(type.FullName);
        }
    }

    [Theory]
    [InlineData("DutyBot.Teams.Common.Thing")]
    [InlineData("DutyBot.Storage.RetryHelper")]
    [InlineData("src/DutyBot/Utils/Text.cs")]
    [InlineData("DutyBot.Domain.DutyManager")]
    public void The_check_sees_a_drawer(string name) => SourceText.Drawers(name).ShouldHaveSingleItem();
}
