using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Tests.Domain.Reminders;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;
using Texts = DutyBot.Teams.Texts;

namespace DutyBot.Tests.Cards;

/// <summary>Who sees a reminder and a review file (1.6, R-55): the issuer, the person, the personnel body, the leader; nobody else.</summary>
public sealed class ReminderVisibilityTests : IAsyncDisposable
{
    private static readonly Names Reader = NamedOffice.NamesAt(Nov(13), Texts.Of(Language.Vietnamese));

    private readonly DutyStage stage = new();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task R_54_A_reminder_is_for_its_issuer_the_person_the_personnel_body_and_the_leader()
    {
        stage.Set(new Past(ATask.Accepted()) { Reminders = ARecord.IssuedByOffice() });
        (await Readers("reminder:1")).ShouldBe([Director, HeadOfOffice, HeadOfPlanning, DelegateOfDirector, Personnel], ignoreOrder: true);

        stage.Set(new Past(ATask.Accepted()) { Reminders = ARecord.Delivered() });
        (await Readers("reminder:1")).ShouldBe([Director, HeadOfPlanning, DelegateOfDirector, Personnel], ignoreOrder: true);
    }

    [Fact]
    public async Task R_54_The_person_reads_it_once_it_has_been_delivered()
    {
        stage.Set(new Past(ATask.Accepted()) { Reminders = ARecord.NotDelivered() });
        (await Readers("reminder:1")).ShouldNotContain(HeadOfPlanning);
    }

    [Fact]
    public async Task R_55_A_file_is_for_the_leader_the_personnel_body_and_the_person()
    {
        stage.Set(new Past(ATask.Accepted()) { Reminders = ARecord.Proposed() });
        (await Readers("review:1")).ShouldBe([Director, HeadOfPlanning, DelegateOfDirector, Personnel], ignoreOrder: true);
    }

    [Fact]
    public async Task R_55_Without_a_number_each_sees_what_concerns_them_most()
    {
        stage.Set(new Past(ATask.Accepted()) { Reminders = ARecord.Proposed() });
        (await TitleFor(Director)).ShouldContain("Hồ sơ xem xét điều chuyển");
        (await TitleFor(HeadOfPlanning)).ShouldContain("Nhắc nhở việc chậm thực hiện nhiệm vụ");
        (await stage.Cards().For(ARecord.Id, Deputy, Reader, Nov(13), CancellationToken.None)).ShouldBeNull();
    }

    private async Task<string> TitleFor(PersonId person) =>
        CardReading.Of((await stage.Cards().For(ARecord.Id, person, Reader, Nov(13), CancellationToken.None)).ShouldNotBeNull());

    private async Task<IReadOnlyList<PersonId>> Readers(string item)
    {
        var readers = new List<PersonId>();
        foreach (var person in Everybody)
        {
            var extras = new Dictionary<string, string> { ["item"] = item };
            if (await stage.Cards().View(ARecord.Id, extras, person, Reader, Nov(13), CancellationToken.None) is not null)
            {
                readers.Add(person);
            }
        }

        return readers;
    }
}
