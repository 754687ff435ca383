using DutyBot.Teams.Cards;

namespace DutyBot.Teams.Forms;

/// <summary>Something in a form, in the order it is shown.</summary>
public abstract record FormItem
{
    private protected FormItem() { }
}

/// <summary>A text between fields, for example the question that the next fields answer.</summary>
public sealed record FormNote(string Text) : FormItem;

public abstract record FormField : FormItem
{
    private protected FormField(string name, string label) => (Name, Label) = (name, label);

    /// <summary>Unique in the form; the same name a <see cref="Domain.Problem"/> uses.</summary>
    public string Name { get; init; }

    public string Label { get; init; }

    /// <summary>Says so in the label; whether it really is missing is the domain's to say.</summary>
    public bool Required { get; init; }

    public string? Hint { get; init; }
}

/// <param name="MaxLength">UTF-16 code units after normalisation.</param>
public sealed record TextField(string Name, string Label, int MaxLength) : FormField(Name, Label)
{
    public bool Multiline { get; init; }
}

public sealed record DateField(string Name, string Label) : FormField(Name, Label);

public sealed record ChoiceField(string Name, string Label, IReadOnlyList<Choice> Choices) : FormField(Name, Label)
{
    public ChoiceStyle Style { get; init; }
}

public sealed record MultiChoiceField(string Name, string Label, IReadOnlyList<Choice> Choices) : FormField(Name, Label)
{
    public ChoiceStyle Style { get; init; }
}

/// <summary>
/// Somebody of the whole tenant, whom the host looks up itself (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker).
/// What comes back is an id and no proof of anything: guests are found too. The value is the Entra object id, in small letters; several are separated
/// by commas.
/// </summary>
/// <param name="Choices">Offered first, and alone where a host has no search; their values are Entra object ids.</param>
public sealed record PeopleField(string Name, string Label, IReadOnlyList<Choice> Choices) : FormField(Name, Label)
{
    public bool Several { get; init; }

    /// <summary>What else a host may call a person, by that name.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// A choice out of more than a card can list: a name is typed, the server looks for it. Whoever is called exactly so is taken; a part of a name
/// comes back as a list to choose from, even when only one has it, so that nobody is chosen unseen.
/// </summary>
/// <param name="Search">Answers from memory: it is asked whenever the form is read or rendered.</param>
public sealed record SearchField(string Name, string Label, INameSearch Search) : FormField(Name, Label)
{
    /// <summary>Most names offered at once; who is not among them is found by typing more.</summary>
    public const int MostFound = 20;

    /// <summary>Several may be chosen; their names are typed with a semicolon or a line break between them.</summary>
    public bool Many { get; init; }

    /// <summary>The input into which a name is typed; that of the choices found has the name of the field.</summary>
    internal string Typed => TypedOf(Name);

    /// <summary>Among the values: whom the last search found, whether chosen or not.</summary>
    internal string Found => $"{Name}.found";

    /// <summary>The input of the search field of this name into which a name is typed.</summary>
    public static string TypedOf(string name) => $"{name}.find";
}

/// <summary>Those who may be chosen in a <see cref="SearchField"/>.</summary>
public interface INameSearch
{
    /// <summary>The choice that has this value; null when there is none or it may not be chosen.</summary>
    Choice? Find(string value);

    /// <summary>Those who are called exactly so.</summary>
    IReadOnlyList<Choice> Named(string text);

    /// <summary>Those whose name has the words of the text, best first (D-08).</summary>
    IReadOnlyList<Choice> Search(string text);
}

public sealed record ToggleField(string Name, string Label) : FormField(Name, Label);

/// <summary>Fields that repeat, with a button for one more row. A row may be left empty between others.</summary>
/// <param name="Name">Unique in the form; a problem with this field name stands under the group's label.</param>
/// <param name="Fields">
/// The fields of a row, numbered from 1. The names and labels carry the number (<c>unit.2</c>, "Đơn vị số 02"), so that each is read out apart.
/// </param>
/// <param name="MaxRows">At least 1.</param>
public sealed record RowGroup(string Name, string Label, int MaxRows, Func<int, IReadOnlyList<FormField>> Fields) : FormItem
{
    /// <summary>Rows shown in an empty form.</summary>
    public int FirstRows { get; init; } = 1;

    /// <summary>How many rows a form with these values shows.</summary>
    internal int ShownRows(FormValues values) => Math.Clamp(Math.Max(values.ShownRows(Name), FirstRows), 1, MaxRows);

    /// <summary>The fields of the rows that a form with these values shows.</summary>
    internal IEnumerable<FormField> ShownFields(FormValues values) => Enumerable.Range(1, ShownRows(values)).SelectMany(Fields);
}
