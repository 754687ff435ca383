using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using static DutyBot.Domain.Consultations.ResolutionDraft;

namespace DutyBot.Features;

/// <summary>The lead unit's head adopts or explains every opinion that does not simply agree, all in one form.</summary>
internal sealed class ResolveOpinions() : FormFeature("consult.resolve")
{
    /// <summary>Most opinions in one form, so that the card stays within its size; the rest come when the form is opened again.</summary>
    private const int MostRows = 8;
    private const string Rows = "resolutions";

    public override bool JudgesWhatWasRead => true;

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        var round = await visit.Desk.Consultation(action.Duty!.Value, cancel);
        if (round.Opening is null)
        {
            return null;
        }

        // Which opinion each row is about is fixed when the form is opened: what is sent must not slide to another row.
        var rows = RowsOf(action) is { Count: > 0 } known ? known : [.. round.Unresolved.Take(MostRows)];
        return new Form
        {
            Title = visit.Texts["card.resolve"],
            Intro = [round.Opening.TaskTitle],
            Submit = action.With(Rows, string.Join(';', rows.Select(row => $"{row.No}:{row.Unit}"))),
            SubmitLabel = visit.Texts["btn.resolve"],
            Items = [.. rows.SelectMany((row, index) => Row(visit, round, row.Unit, row.No, index + 1))],
        };
    }

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new ConsultationCommand.Resolve(
            visit.Act,
            [
                .. RowsOf(action)
                    .Select(
                        (row, index) =>
                            new ResolutionDraft(
                                row.Unit,
                                row.No,
                                Choice<ResolutionKind>(values, Fields.Kind(index + 1)),
                                values.Text(Fields.Explanation(index + 1))
                            )
                    ),
            ]
        );

    private static List<(UnitId Unit, int No)> RowsOf(CardAction action) =>
        [
            .. (action.Extras?.GetValueOrDefault(Rows) ?? "")
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(row => row.Split(':', 2))
                .Where(row => row.Length == 2 && int.TryParse(row[0], out _))
                .Select(row => (new UnitId(row[1]), int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture))),
        ];

    private static IEnumerable<FormItem> Row(Visit visit, Consultation round, UnitId unit, int no, int row)
    {
        var t = visit.Texts;
        if (round.Item(unit)?.Opinion?.On(no) is { Stance: { } stance } answer)
        {
            yield return new FormNote(
                t.Format(
                    "form.resolve.opinion",
                    ("unit", visit.Names.Of(unit)),
                    ("no", no),
                    ("stance", t[StanceKeys.Of(stance)]),
                    ("text", string.Join(' ', new[] { answer.Text, answer.Alternative }.Where(part => part.Length > 0)))
                )
            );
        }

        yield return new ChoiceField(Fields.Kind(row), t.Format("fld.resolution.n", ("n", row)), Kinds(visit)) { Style = ChoiceStyle.Expanded };
        yield return new TextField(Fields.Explanation(row), t.Format("fld.explanation.n", ("n", row)), 4_000)
        {
            Multiline = true,
            Hint = t["hint.explanation"],
        };
    }

    private static Choice[] Kinds(Visit visit) =>
        [new(visit.Texts["resolution.adopt"], nameof(ResolutionKind.Adopt)), new(visit.Texts["resolution.explain"], nameof(ResolutionKind.Explain))];
}
