using System.Text.Json;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Tests.Cards;

/// <summary>People whom the host looks up: however it names them, the value is their Entra object id.</summary>
public sealed class PeopleFieldTests
{
    private const string An = "a0000000-0000-4000-8000-00000000000a";
    private const string Binh = "a0000000-0000-4000-8000-00000000000b";

    private static readonly Form Form = new()
    {
        Title = "Chọn lãnh đạo",
        Submit = new CardAction("org.setLeaders"),
        SubmitLabel = "Ghi nhận",
        Items =
        [
            new PeopleField("head", "Người đứng đầu", [new Choice("Lê Thị Bình", Binh)])
            {
                Aliases = new Dictionary<string, string> { ["29:binh"] = Binh },
            },
            new PeopleField("deputies", "Cấp phó", []) { Several = true },
        ],
    };

    [Fact]
    public void The_host_is_asked_for_everybody_and_the_choices_stay_beside_it()
    {
        var card = CardJson.ToElement(FormDialog.Render(Form with { Values = FormValues.Empty.With("head", An) }, Texts.Of(Language.Vietnamese)));
        var inputs = CardShould.Nodes(card).Where(node => CardShould.TypeOf(node) == "Input.ChoiceSet").ToList();

        inputs.ShouldAllBe(input =>
            input.GetProperty("choices.data").ToString() == """{"dataset":"graph.microsoft.com/users","type":"Data.Query"}"""
        );
        inputs[0].GetProperty("choices").GetArrayLength().ShouldBe(1);
        inputs[0].GetProperty("value").GetString().ShouldBe(An);
        inputs[0].TryGetProperty("isMultiSelect", out _).ShouldBeFalse();
        inputs[1].GetProperty("choices").ValueKind.ShouldBe(JsonValueKind.Array);
        inputs[1].GetProperty("isMultiSelect").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData(An)]
    [InlineData("A0000000-0000-4000-8000-00000000000A")]
    [InlineData($" {An} ,{An},")]
    public void An_object_id_is_taken_in_one_spelling(string sent) => Send("head", sent).Values.Choice("head").ShouldBe(An);

    [Theory]
    [InlineData("29:binh")]
    [InlineData("Lê Thị Bình")]
    [InlineData(Binh)]
    public void A_host_that_names_people_otherwise_means_the_same(string sent) => Send("head", sent).Values.Choice("head").ShouldBe(Binh);

    [Fact]
    public void Several_are_taken_where_several_may_be_and_refused_where_one_is_meant()
    {
        Send("deputies", $"{An},{Binh}").Values.Choices("deputies").ShouldBe([An, Binh]);
        Send("head", $"{An},{Binh}").Problems.ShouldHaveSingleItem().Key.ShouldBe("E-ONE-PERSON");
    }

    [Theory]
    [InlineData("29:ai-do")]
    [InlineData("binh@so.example")]
    [InlineData("{a0000000-0000-4000-8000-00000000000a}")]
    public void What_names_nobody_is_refused_with_what_was_sent(string sent)
    {
        var problem = Send("head", sent).Problems.ShouldHaveSingleItem();

        (problem.Key, problem.Field).ShouldBe(("E-BAD-CHOICE", "head"));
    }

    private static FormReading Send(string field, string sent) =>
        FormReading.Read(
            Form,
            new CardSubmission("org.setLeaders", null, null, null, CardAction.EmptyExtras, new Dictionary<string, string> { [field] = sent })
        );
}
