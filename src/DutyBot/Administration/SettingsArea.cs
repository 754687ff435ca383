using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Policies;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Administration;

/// <summary>Every setting: its value now, its basis, and what is planned .</summary>
internal sealed class SettingsArea() : AdminArea("settings")
{
    public override string Title(Scene scene) => scene.Texts["admin.settings"];

    public override IReadOnlyList<AdminSection> Sections(Scene scene) =>
        [
            new(scene.Texts["lbl.settings"], [scene.Texts["lbl.settingsKept"]], []),
            .. SettingsCatalogue.All.Select(setting => new AdminSection(
                SettingWords.NameOf(setting.Key, scene.Texts),
                [.. SettingWords.LinesOf(setting, scene)],
                [Change(setting, scene)]
            )),
        ];

    private static CardButton Change(Setting setting, Scene scene) =>
        scene.Forms.Opener(
            scene.Texts.Format("btn.changeSetting", ("setting", SettingWords.NameOf(setting.Key, scene.Texts))),
            new CardAction(FormFeature.OpenVerbOf(ChangeSetting.Name), DutyId.Organisation).With(ChangeSetting.SettingExtra, setting.Key)
        );
}
