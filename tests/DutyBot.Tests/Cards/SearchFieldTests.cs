using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Text;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Tests.Cards;

/// <summary>D-08: choosing by name where a list would be too long; nobody is chosen unseen, and nothing typed is lost.</summary>
public sealed class SearchFieldTests
{
    private static readonly Texts Vietnamese = Texts.Of(Language.Vietnamese);
    private static readonly ManyUnits Units = new([.. Enumerable.Range(1, 60).Select(no => $"Phòng Nghiệp vụ số {no}"), "Văn phòng", "Thanh tra"]);

    [Fact]
    public void D_08_A_full_name_is_taken_however_it_is_accented()
    {
        var read = Send(One, ("unit.find", "van phong"));

        read.Problems.ShouldBeEmpty();
        read.Values.Choice("unit").ShouldBe("van phong");
    }

    [Fact]
    public void A_part_of_a_name_comes_back_as_a_choice_to_look_at_even_when_only_one_has_it()
    {
        var read = Send(One, ("unit.find", "tra"));

        Said(read).ShouldBe("Có một kết quả cho \"tra\". Đề nghị kiểm tra và gửi lại.");
        var again = Again(One, read);
        Inputs(again).ShouldBe([("unit", "thanh tra"), ("unit.find", null)]);
        Send(again).ShouldSatisfyAllConditions(sent => sent.Problems.ShouldBeEmpty(), sent => sent.Values.Choice("unit").ShouldBe("thanh tra"));
    }

    [Fact]
    public void Several_come_back_unchosen_and_too_many_with_the_first_of_them()
    {
        var several = Send(One, ("unit.find", "nghiep vu so 6"));
        Said(several).ShouldBe("Có 02 kết quả cho \"nghiep vu so 6\". Đề nghị chọn trong danh sách và gửi lại.");
        Inputs(Again(One, several)).ShouldBe([("unit", null), ("unit.find", null)]);
        Send(Again(One, several), ("unit", "phong nghiep vu so 60")).Values.Choice("unit").ShouldBe("phong nghiep vu so 60");

        var many = Send(One, ("unit.find", "nghiệp vụ"));
        Said(many).ShouldStartWith("Có 60 kết quả cho \"nghiệp vụ\", dưới đây là 20 kết quả đầu.");
        FormCard.Render(Again(One, many), Vietnamese).Body.OfType<ChoiceInput>().ShouldHaveSingleItem().Choices.Count.ShouldBe(20);
    }

    [Fact]
    public void A_name_nobody_has_is_told_and_kept()
    {
        var read = Send(One, ("unit.find", "phòng thủy lợi"));

        Said(read).ShouldBe("Không tìm thấy tên nào có \"phòng thủy lợi\". Đề nghị kiểm tra lại tên đã nhập.");
        Inputs(Again(One, read)).ShouldBe([("unit.find", "phòng thủy lợi")]);
    }

    [Fact]
    public void Another_name_typed_takes_the_place_of_the_one_chosen_before()
    {
        var found = Again(One, Send(One, ("unit.find", "tra")));

        Send(found, ("unit.find", "Văn phòng")).Values.Choice("unit").ShouldBe("van phong");
    }

    [Fact]
    public void What_was_found_is_still_offered_when_the_form_is_refused_for_something_else()
    {
        var found = Again(One, Send(One, ("unit.find", "nghiep vu so 6")));
        var chosen = Send(found, ("unit", "phong nghiep vu so 60"));

        var refused = One.Refused(chosen.Values, [new Problem("E-UNCLEAR-WORK", "work")]);

        var input = FormCard.Render(refused, Vietnamese).Body.OfType<ChoiceInput>().ShouldHaveSingleItem();
        input.Choices.Select(choice => choice.Value).ShouldBe(["phong nghiep vu so 60", "phong nghiep vu so 6"], ignoreOrder: true);
        input.Value.ShouldBe("phong nghiep vu so 60");
    }

    [Fact]
    public void Several_names_may_be_typed_at_once_and_are_all_kept()
    {
        var read = Send(Many, ("unit.find", "Văn phòng; nghiep vu so 60\nThủy lợi"));

        read.Values.Choices("unit").ShouldBe(["van phong", "phong nghiep vu so 60"]);
        read.Problems.Select(problem => problem.Key).ShouldBe(["E-FOUND-ONE", "E-FOUND-NONE"]);
        Inputs(Again(Many, read)).ShouldBe([("unit", "van phong,phong nghiep vu so 60"), ("unit.find", "Thủy lợi")]);
        Send(Again(Many, read), ("unit.find", "thanh tra")).Values.Choices("unit").ShouldBe(["van phong", "phong nghiep vu so 60", "thanh tra"]);
    }

    [Fact]
    public void A_forged_choice_is_none() => Send(Again(One, Send(One, ("unit.find", "tra"))), ("unit", "khac")).Values.Choice("unit").ShouldBeNull();

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void A_search_comes_back_as_approved(Language language)
    {
        var texts = Texts.Of(language);
        var read = Send(One, ("unit.find", "nghiep vu so 6"));
        var card = FormCard.Render(One.Refused(read.Values, read.Problems), texts);

        CardShould.Pass(card);
        CardShould.MatchApproved(card, $"form-search.{language.Code()}");
    }

    private static Form One => FormWith(new SearchField("unit", "Đơn vị", Units) { Required = true });

    private static Form Many => FormWith(new SearchField("unit", "Các đơn vị", Units) { Many = true });

    private static Form FormWith(SearchField field) =>
        new()
        {
            Title = "Chọn đơn vị",
            Items = [field, new TextField("work", "Nội dung", 100)],
            Submit = new CardAction("task.assign"),
            SubmitLabel = "Giao nhiệm vụ",
        };

    private static Form Again(Form form, FormReading read) => form.Refused(read.Values, read.Problems);

    private static string Said(FormReading read) => Vietnamese.Format(read.Problems.ShouldHaveSingleItem());

    private static IEnumerable<(string?, string?)> Inputs(Form form) =>
        FormCard
            .Render(form, Vietnamese)
            .Body.Where(element => element.Id?.StartsWith("unit", StringComparison.Ordinal) == true)
            .Select(element => (element.Id, element is ChoiceInput choice ? choice.Value : ((TextInput)element).Value));

    private static FormReading Send(Form form, params (string Id, string Value)[] typed) =>
        FormReading.Read(form, CardSubmission.Read(Presser.Execute(FormCard.Render(form, Vietnamese), form.SubmitLabel, typed)).ShouldNotBeNull());

    /// <summary>Whose values are their folded names.</summary>
    private sealed class ManyUnits(string[] names) : INameSearch
    {
        private readonly Choice[] all = [.. names.Select(name => new Choice(name, SearchText.Fold(name)))];

        public Choice? Find(string value) => all.FirstOrDefault(choice => choice.Value == value);

        public IReadOnlyList<Choice> Named(string text) => [.. all.Where(choice => choice.Value == SearchText.Fold(text))];

        public IReadOnlyList<Choice> Search(string text) => [.. all.Where(choice => SearchText.Matches(text, choice.Title))];
    }
}
