using DutyBot.Delivery;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Administration;

/// <summary>Where a unit's cards are posted: a channel of a team that DutyBot was added to (features 41).</summary>
internal sealed class BindChannelForm() : OrganisationFeature("org.bindChannel")
{
    /// <summary>Of a button that means one channel: it is chosen beforehand.</summary>
    public const string ChannelExtra = "channel";

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        await visit.Rosters.LoadChannels(cancel);
        return new Form
        {
            Title = visit.Texts["card.bindChannel"],
            Intro = [visit.Texts[visit.Rosters.Channels.Count > 0 ? "admin.bindChannel" : "admin.noTeam"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Values = FormValues.Empty.With(Fields.Channel, Meant(visit, action)),
            Items =
            [
                AdminChoices.Unit(visit),
                new ChoiceField(
                    Fields.Channel,
                    visit.Texts["fld.channel"],
                    [.. visit.Rosters.Channels.Select(found => new Choice(NameOf(found, visit), found.Channel.Id))]
                )
                {
                    Required = true,
                },
            ],
        };
    }

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values)
    {
        var found = visit.Rosters.ChannelOf(values.Choice(Fields.Channel) ?? "");
        return new BindChannel(
            visit.Act,
            Unit(values, Fields.Unit),
            found?.Channel.Id ?? "",
            KindOf(found?.Channel.Type),
            found?.TeamId,
            found is null ? null : NameOf(found, visit)
        );
    }

    private static string? Meant(Visit visit, CardAction action) =>
        action.Extras?.GetValueOrDefault(ChannelExtra) is { } id ? visit.Rosters.ChannelOf(id)?.Channel.Id : null;

    public static ChannelKind KindOf(string? type) =>
        type switch
        {
            "private" => ChannelKind.Private,
            "shared" => ChannelKind.Shared,
            _ => ChannelKind.Standard,
        };

    // General has no name of its own.
    private static string NameOf(FoundChannel found, Visit visit) => $"{found.Team} – {found.Channel.Name ?? visit.Texts["name.generalChannel"]}";
}

internal sealed class UnbindChannelForm() : OrganisationFeature("org.unbindChannel")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.unbindChannel"],
            Intro = [visit.Texts["admin.unbindChannel"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.save"],
            Items = [AdminChoices.Unit(visit)],
        };

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new UnbindChannel(visit.Act, Unit(values, Fields.Unit));
}
