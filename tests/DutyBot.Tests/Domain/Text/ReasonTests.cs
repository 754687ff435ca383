using DutyBot.Domain.Text;

namespace DutyBot.Tests.Domain.Text;

public sealed class ReasonTests
{
    [Theory]
    [InlineData("  vướng  ", 5)]
    [InlineData("vu\u031bo\u031b\u0301ng", 5)]
    [InlineData("\n\t ", 0)]
    [InlineData(null, 0)]
    [InlineData("👩‍👩‍👧", 1)]
    public void R_10_A_reason_is_as_long_as_a_reader_sees_it(string? text, int length) => Reason.LengthOf(text).ShouldBe(length);

    [Fact]
    public void R_10_A_reason_needs_thirty_characters_unless_the_tenant_says_otherwise()
    {
        Reason.Check(new string('ế', 30), "reason").ShouldBeNull();
        Reason.Check(new string('ế', 9), "reason", minLength: 9).ShouldBeNull();

        var problem = Reason.Check(new string('ế', 29) + "  ", "reason").ShouldNotBeNull();
        problem.Key.ShouldBe("E-REASON-REQUIRED");
        problem.Field.ShouldBe("reason");
        problem.Arguments.ShouldBe([("n", (object)30)]);
    }
}
