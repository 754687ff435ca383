using DutyBot.Domain;
using DutyBot.Teams.Cards;

namespace DutyBot.Teams.Forms;

/// <summary>What a form shows between its title and its last buttons, the same on a card and in a dialog.</summary>
/// <param name="press">Makes a button the way the wrapping needs it.</param>
internal sealed class FormBody(Form form, Texts texts, Func<string, CardAction, CardButton> press)
{
    public IEnumerable<CardElement> Render() => [.. Summary(), .. form.Intro.Select(text => new TextBlock(text)), .. form.Items.SelectMany(Render)];

    private IEnumerable<CardElement> Summary()
    {
        if (form.Problems.Count > 0)
        {
            var labels = Labels().ToDictionary(label => label.Name, label => label.Label, StringComparer.Ordinal);
            yield return CardParts.Problems(
                texts.Format("form.problems", ("n", form.Problems.Count)),
                form.Problems.Select(problem =>
                    problem.Field is { } name && labels.TryGetValue(name, out var label) ? $"{label}: {texts.Format(problem)}" : texts.Format(problem)
                )
            );
        }
    }

    private IEnumerable<(string Name, string Label)> Labels() =>
        form.Items.SelectMany(item =>
            item switch
            {
                FormField field => [(field.Name, field.Label)],
                RowGroup group => group.ShownFields(form.Values).Select(field => (field.Name, field.Label)).Prepend((group.Name, group.Label)),
                _ => Enumerable.Empty<(string, string)>(),
            }
        );

    private IEnumerable<CardElement> Render(FormItem item) =>
        item switch
        {
            FormNote note => [new TextBlock(note.Text) { Separator = true }],
            FormField field => Render(field),
            RowGroup group => Render(group),
            _ => [],
        };

    private IEnumerable<CardElement> Render(RowGroup group)
    {
        yield return CardParts.Heading(group.Label) with
        {
            Separator = true,
        };
        foreach (var element in Complaints(group.Name).Concat(group.ShownFields(form.Values).SelectMany(Render)))
        {
            yield return element;
        }

        if (group.ShownRows(form.Values) < group.MaxRows)
        {
            yield return CardParts.Buttons(press(texts["btn.addRow"], FormPress.ToAdd(form.Submit, group.Name)));
        }
    }

    private IEnumerable<CardElement> Render(FormField field)
    {
        foreach (var input in field is SearchField search ? SearchInputs(search) : [Input(field, Label(field), form.Values.Raw(field.Name))])
        {
            yield return input;
        }

        if (field.Hint is { } hint and not "" && field is not TextField)
        {
            yield return new TextBlock(hint)
            {
                IsSubtle = true,
                Size = TextSize.Small,
                Spacing = Spacing.None,
            };
        }

        foreach (var complaint in Complaints(field.Name))
        {
            yield return complaint;
        }
    }

    private IEnumerable<CardElement> Complaints(string name) =>
        form
            .Problems.Where(problem => problem.Field == name)
            .Select(problem => new TextBlock(texts.Format("form.problem", ("problem", texts.Format(problem))))
            {
                Color = TextColor.Attention,
                Spacing = Spacing.None,
            });

    // The label is what a screen reader says when the input gets the focus, so it tells of the problem too.
    private string Label(FormField field)
    {
        var label = field.Required ? texts.Format("form.required", ("label", field.Label)) : field.Label;
        return form.Problems.Any(problem => problem.Field == field.Name) ? texts.Format("form.labelWithProblem", ("label", label)) : label;
    }

    // Whom the search found, to choose from, and a place to type another name.
    private IEnumerable<CardElement> SearchInputs(SearchField field)
    {
        var offered = SearchReading.Offered(field, form.Values);
        if (offered.Count > 0)
        {
            yield return new ChoiceInput(Label(field), offered)
            {
                Id = field.Name,
                Style = ChoiceStyle.Expanded,
                IsMultiSelect = field.Many,
                Value = form.Values.Raw(field.Name),
            };
        }

        yield return new TextInput(offered.Count > 0 ? texts.Format("form.findAnother", ("label", field.Label)) : Label(field))
        {
            Id = field.Typed,
            Placeholder = texts[field.Many ? "hint.typeNames" : "hint.typeName"],
            Value = form.Values.Raw(field.Typed),
        };
    }

    private static CardElement Input(FormField field, string label, string? value) =>
        field switch
        {
            TextField text => new TextInput(label)
            {
                Id = text.Name,
                IsMultiline = text.Multiline,
                // A text that is too long comes back whole; the host would cut it off at the limit.
                MaxLength = Math.Max(text.MaxLength, value?.Length ?? 0),
                Placeholder = text.Hint,
                Value = value,
            },
            DateField => new DateInput(label) { Id = field.Name, Value = value },
            ChoiceField choice => new ChoiceInput(label, choice.Choices)
            {
                Id = choice.Name,
                Style = choice.Style,
                Value = value,
            },
            PeopleField people => new ChoiceInput(label, people.Choices)
            {
                Id = people.Name,
                IsMultiSelect = people.Several,
                Data = DataQuery.People,
                Value = value,
            },
            MultiChoiceField choice => new ChoiceInput(label, choice.Choices)
            {
                Id = choice.Name,
                Style = choice.Style,
                IsMultiSelect = true,
                Value = value,
            },
            _ => new ToggleInput(label) { Id = field.Name, Value = value ?? "false" },
        };
}
