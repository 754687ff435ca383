using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Administration;

/// <summary>An admin confirms that running terms follow the calendar as it is now (D-05); the list of them is what is confirmed.</summary>
internal sealed class RecountForm() : OrganisationFeature(Name)
{
    private const string Name = "org.recountTerms";

    /// <summary>Of the button: the codes of the duties it was shown for.</summary>
    private const string DutiesExtra = "duties";

    private const string PressExtra = "press";

    public override bool JudgesWhatWasRead => true;

    public override CardAction Opening(Visit visit, CardAction action) => base.Opening(visit, action).With(PressExtra, visit.Ids.NewPress());

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        var affected = visit.Terms is { } terms ? await terms.Among(DutiesOf(action), cancel) : [];
        return new Form
        {
            Title = visit.Texts["card.recount"],
            Intro = [visit.Texts["lbl.recountConfirm"], .. RecountWords.Lines(affected, visit.Names)],
            Submit = action,
            SubmitLabel = visit.Texts["btn.recount"],
            Items = [],
        };
    }

    /// <summary>The button that opens the form for these duties, as many of them as one act takes.</summary>
    public static CardButton Opener(ImmutableArray<AffectedDuty> affected, Scene scene) =>
        scene.Forms.Opener(
            scene.Texts["btn.recount"],
            new CardAction(OpenVerbOf(Name), DutyId.Organisation).With(
                DutiesExtra,
                string.Join(' ', affected.Take(OrganisationDecider.MostRecounted).Select(one => one.Duty))
            )
        );

    protected override OrganisationCommand Act(Visit visit, CardAction action, FormValues values) =>
        new OrganisationCommand.ConfirmRecount(visit.Act, action.Extras?.GetValueOrDefault(PressExtra) ?? "", DutiesOf(action));

    private static ImmutableArray<DutyId> DutiesOf(CardAction action) =>
        [
            .. (action.Extras?.GetValueOrDefault(DutiesExtra) ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(code => DutyId.TryParse(code, out var duty) ? duty : (DutyId?)null)
                .OfType<DutyId>(),
        ];
}
