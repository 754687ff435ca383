using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>Whoever may open a campaign calls it off .</summary>
internal sealed class CancelCampaign() : FormFeature("campaign.cancel")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        (await visit.Desk.Campaign(action.Duty!.Value, cancel)).Opening is { } opening
            ? ReasonForm.Of(
                action,
                visit.Texts["card.cancelCampaign"],
                visit.Texts["btn.cancelCampaign"],
                "reason",
                visit.Texts["fld.reason"],
                opening.Title,
                visit.Texts["form.cancelCampaign"]
            )
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new CampaignCommand.Cancel(visit.Act, values.Text("reason"));
}
