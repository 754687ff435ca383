using System.Text.Json;
using CsCheck;
using DutyBot.Domain;
using DutyBot.Teams.Cards;

namespace DutyBot.Tests.Cards;

public sealed class CardSubmissionTests
{
    private static readonly CardAction Sent = new CardAction("task.return", DutyId.Parse("NV-2026-7K3Q9"), 12, "n-1").With("unit", "so-noi-vu");

    private static readonly AdaptiveCard Card = new(
        "vi",
        [new TextInput("Lý do") { Id = "reason" }, CardParts.Buttons(new ExecuteButton("Trả lại", Sent))]
    );

    [Fact]
    public void An_Execute_and_its_fallback_Submit_say_the_same()
    {
        var executed = CardSubmission.Read(Presser.Execute(Card, "Trả lại", ("reason", "Không thuộc thẩm quyền"))).ShouldNotBeNull();
        var submitted = CardSubmission.Read(Presser.Submit(Card, "Trả lại", ("reason", "Không thuộc thẩm quyền"))).ShouldNotBeNull();

        executed.Verb.ShouldBe("task.return");
        executed.Duty.ShouldBe(Sent.Duty);
        executed.Version.ShouldBe(12);
        executed.Nonce.ShouldBe("n-1");
        executed.Extras.ShouldBe(new Dictionary<string, string> { ["unit"] = "so-noi-vu" });
        executed.Inputs.ShouldBe(new Dictionary<string, string> { ["reason"] = "Không thuộc thẩm quyền" });
        submitted.ShouldBeEquivalentTo(executed);
    }

    [Theory]
    [InlineData("""{"data":{"dutybot":{"verb":"v"},"msteams":{"type":"task/fetch"}},"context":{"theme":"dark"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"v","data":{"dutybot":{"verb":"v"}}},"trigger":"manual"}""")]
    [InlineData("""{"dutybot":{"verb":"v","duty":null,"version":null,"extras":null}}""")]
    public void A_dialog_and_a_button_without_a_duty_are_read(string value) =>
        Read(value)
            .ShouldNotBeNull()
            .ShouldSatisfyAllConditions(
                read => read.Verb.ShouldBe("v"),
                read => read.Duty.ShouldBeNull(),
                read => read.Version.ShouldBeNull(),
                read => read.Extras.ShouldBeEmpty(),
                read => read.Inputs.ShouldBeEmpty()
            );

    [Fact]
    public void Inputs_that_are_no_strings_are_read_as_their_text()
    {
        var read = Read("""{"dutybot":{"verb":"v"},"reviewed":true,"n":3,"empty":null,"list":[1]}""").ShouldNotBeNull();

        read.Inputs.ShouldBe(new Dictionary<string, string> { ["reviewed"] = "true", ["n"] = "3" }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"action":"task.accept","reason":"x"}""")]
    [InlineData("""{"dutybot":"verb"}""")]
    [InlineData("""{"dutybot":{}}""")]
    [InlineData("""{"dutybot":{"verb":""}}""")]
    [InlineData("""{"dutybot":{"verb":7}}""")]
    [InlineData("""{"dutybot":{"verb":"v","duty":"NV-2026"}}""")]
    [InlineData("""{"dutybot":{"verb":"v","version":"3"}}""")]
    [InlineData("""{"dutybot":{"verb":"v","version":1.5}}""")]
    [InlineData("""{"dutybot":{"verb":"v"},"reason":"\ud83d"}""")]
    public void What_we_did_not_send_is_a_value_and_no_exception(string value) => Read(value).ShouldBeNull();

    [Fact]
    public void No_json_makes_reading_fail() =>
        Gen.OneOf("{", "}", "[", "]", ":", ",", "\"dutybot\"", "\"verb\"", "\"action\"", "\"data\"", "\"\\udc00\"", "1", "null", "true")
            .Array[1, 12]
            .Select(string.Concat)
            .Sample(text =>
            {
                if (TryParse(text) is { } json)
                {
                    CardSubmission.Read(json);
                }
            });

    private static CardSubmission? Read(string value) => CardSubmission.Read(JsonDocument.Parse(value).RootElement);

    private static JsonElement? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
