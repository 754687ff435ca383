using DutyBot.Cards;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using DutyBot.Tests.Domain.Campaigns;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Reminders;
using DutyBot.Tests.Domain.Tasks;
using Texts = DutyBot.Teams.Texts;

namespace DutyBot.Tests.Cards;

public sealed class CardApprovalTests : IAsyncDisposable
{
    // What people wrote in the sample story, besides the names of the office.
    private static readonly string[] Written =
    [
        .. NamedOffice.Names,
        ATask.Draft.Work,
        ATask.Draft.Deliverable,
        ATask.Draft.Requirement,
        ATask.Draft.DocumentSymbol,
        ATask.Draft.IssuingBody,
        .. ARound.Draft.Questions,
        ARound.Draft.PreliminaryView,
        ARound.Draft.Papers,
        ARound.Specific,
        ARound.Alternative,
        "Bản vẽ quy hoạch",
        "Bản vẽ đã gửi kèm",
        AnEscalation.Draft.Differences,
        AnEscalation.Draft.LegalBasis,
        AnEscalation.Draft.Competence,
        AnEscalation.Draft.Viewpoint,
        .. AnEscalation.Draft.Options,
        AnEscalation.Draft.ChoiceReason,
        ATask.Urging.Value,
        BacklogSituations.UrgingText,
        "45/VP-TH",
        "Họp lúc 14 giờ tại phòng họp số 1",
        .. CampaignSituations.Written,
        ARecord.Basis,
        ARecord.Text,
        ARecord.Explanation,
        ARecord.Advice,
        Domain.Specs.Texts.Reason,
        CardSituations.Lines,
    ];

    private readonly DutyStage stage = new();

    public static TheoryData<string, Language> Cards =>
        new(
            from card in CardSituations.All.Select(situation => situation.Card).Distinct()
            from language in Enum.GetValues<Language>()
            select (card, language)
        );

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cards))]
    public async Task A_card_reads_as_approved_and_the_real_renderer_shows_it(string card, Language language)
    {
        var readings = new List<string>();
        foreach (var situation in CardSituations.All.Where(situation => situation.Card == card))
        {
            var rendered = await Render(situation, Texts.Of(language));
            CardShould.Pass(rendered.Card);
            readings.Add($"==== {situation.Name}\n\n{CardReading.Of(rendered)}\n");
        }

        string.Join('\n', readings)
            .ShouldMatchApproved(options =>
                options
                    .NoDiff()
                    .SubFolder("Approved")
                    .WithFileExtension("txt")
                    .WithFilenameGenerator((_, _, type, extension) => $"{card}.{language.Code()}.{type}.{extension}")
            );
    }

    [Fact]
    public async Task Every_word_of_every_card_comes_from_the_texts_or_from_people()
    {
        foreach (var situation in CardSituations.All)
        {
            PseudoLocale.ShouldWordEverything((await Render(situation, PseudoLocale.Texts)).Card, Written);
        }
    }

    [Fact]
    public async Task Every_card_works_where_forms_are_dialogs()
    {
        foreach (var situation in CardSituations.All)
        {
            var rendered = await Render(situation, Texts.Of(Language.Vietnamese), FormPlace.Dialog);
            CardShould.Pass(rendered.Card);
            CardReading
                .ButtonsOf(rendered.Card)
                .ShouldAllBe(button => button is SubmitButton == CardReading.ActionOf(button).Verb.StartsWith("form.", StringComparison.Ordinal));
        }
    }

    private async Task<RenderedCard> Render(CardSituation situation, Texts texts, FormPlace forms = FormPlace.Card)
    {
        stage.Set(situation.Past);
        var rendered = await situation.Render(stage.Cards(forms), NamedOffice.NamesAt(situation.Now, texts), situation.Now);
        return rendered.ShouldNotBeNull($"{situation.Card}, {situation.Name}");
    }
}
