using DutyBot.Delivery;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Storage;
using DutyBot.Workers;

namespace DutyBot.Tests.Host;

/// <summary>Edits of one card that wait together are one edit: a card is rendered when it is sent (features 53).</summary>
public sealed class CoalescingStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private static readonly Effect.ShowCard Edit = new(CardName.Assignment, new Audience.Channel(SampleOrganisation.Planning), Attention: false);

    [Fact]
    public async Task A_card_that_changed_twice_while_nothing_was_sent_is_edited_once_and_shows_the_last_state()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var card = await office.Assign();
        await office.App.Get<OutboxWorker>().StopAsync(office.Cancel);
        var accepting = await office.HeadOfPlanning.Presses(card, "Tiếp nhận");
        await office.HeadOfPlanning.Presses(accepting, "Tiếp nhận", ("officer", SampleOrganisation.OfficerOfPlanning.Value));
        var other = new TaskCommand.NameOfficer(
            new Act(office.Now(), SampleOrganisation.HeadOfPlanning),
            SampleOrganisation.HeadOfPlanning,
            "Cán bộ được phân công đi công tác."
        );
        (await office.App.Get<DutyDesk>().Execute(card.Duty, other, office.Cancel)).Changed.ShouldBeTrue();
        var waiting = await office.Store.Pending(card.Duty, office.Cancel);

        await office.Restart();
        await office.PassUntilSettled();

        waiting.Count(effect => effect.Json == Written(Edit)).ShouldBe(2);
        var edits = office.Messages(SampleOrganisation.Planning).Where(seen => seen.IsUpdate && seen.Says(Routine.Work)).ToList();
        edits.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Only_an_edit_that_another_edit_of_the_same_card_follows_is_left_out()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var duty = StoreSamples.NewDuty();
        Effect[] effects = [Edit, Edit with { Card = CardName.Coordination }, Edit, Edit with { Attention = true }, Edit];
        var pending = effects.Select((effect, index) => new NewEffect($"{index}", "lane", Written(effect), StoreSamples.In(600)));
        await office.Store.Append(
            StoreSamples.Following(StoreSamples.Unwritten(duty), "{}") with
            {
                Effects = [.. pending, new NewEffect("5", "other", Written(Edit), null)],
            },
            office.Cancel
        );

        var left = new List<string>();
        for (var index = 0; index < effects.Length; index++)
        {
            var leased = new LeasedEffect(duty, $"{index}", "lane", Written(effects[index]), 0, StoreSamples.Now, "");
            if (await office.App.Get<PendingEffects>().IsSuperseded(leased, effects[index], office.Cancel))
            {
                left.Add(leased.Id);
            }
        }

        left.ShouldBeEmpty();
        var first = new LeasedEffect(duty, "4", "lane", Written(Edit), 0, StoreSamples.Now, "");
        (await office.App.Get<PendingEffects>().IsSuperseded(first with { Id = "1" }, Edit, office.Cancel)).ShouldBeTrue();
    }

    private static string Written(Effect effect) => System.Text.Json.JsonSerializer.Serialize(effect, DutyJson.Options);
}
