using DutyBot.Domain;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Tests.Cards;

/// <summary>A form with every kind of field, in the shape of a consultation request.</summary>
internal static class SampleForm
{
    public const string FirstUnit = "Sở Tài chính";
    public const string SecondUnit = "Văn phòng UBND tỉnh";

    public static Form Of(Texts texts) =>
        new()
        {
            Title = texts["card.consult"],
            Intro = [texts["card.consult.request"]],
            Items =
            [
                new TextField("preliminaryView", texts["fld.preliminaryView"], 2000) { Multiline = true, Required = true },
                new TextField("documentSymbol", texts["fld.documentSymbol"], 50) { Hint = "280/CĐ-TTg" },
                new FormNote(texts["fld.documents"]),
                new DateField("replyBy", texts["fld.replyBy"]) { Required = true },
                new ChoiceField(
                    "basis",
                    texts["fld.basis"],
                    [new Choice(texts["basis.mandatory"], "Mandatory"), new Choice(texts["basis.necessary"], "Necessary")]
                )
                {
                    Style = ChoiceStyle.Expanded,
                },
                new MultiChoiceField("coordinatingUnits", texts["fld.coordinating"], Units),
                new RowGroup("units", texts["fld.coordinating"], 8, row => Row(texts, row)),
                new ToggleField("manyUnitsConfirmed", texts["fld.manyUnitsConfirmed"]) { Hint = texts["n.none"] },
            ],
            Submit = new CardAction("task.consult", DutyId.Parse("NV-2026-7K3Q9"), 4, "f1"),
            SubmitLabel = texts["btn.consult"],
        };

    private static Choice[] Units => [new Choice(FirstUnit, "so-tai-chinh"), new Choice(SecondUnit, "van-phong")];

    private static FormField[] Row(Texts texts, int row) =>
        [
            new ChoiceField($"unit.{row}", texts.Format("fld.unit", ("n", row)), Units) { Style = ChoiceStyle.Filtered },
            new TextField($"why.{row}", texts.Format("fld.why", ("n", row)), 500) { Multiline = true },
        ];
}
