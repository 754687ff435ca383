using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>
/// Those that may be chosen in a form. Few are shown as a list; many are found by name, since a card holds 24 KB and a list of hundreds is of
/// no use on a phone.
/// </summary>
internal abstract class ChoicePool : INameSearch
{
    /// <summary>Entries of one list.</summary>
    private const int MostListed = 40;

    /// <summary>Entries of all lists of a form together: about 15 KB of the card's 24.</summary>
    private const int MostInForm = 160;

    private IReadOnlyList<Choice>? first;

    private protected ChoicePool() { }

    public abstract Choice? Find(string value);

    public abstract IReadOnlyList<Choice> Named(string text);

    public abstract IReadOnlyList<Choice> Search(string text);

    /// <param name="no">Which list of this pool in the form it is, from 1.</param>
    public FormField One(string name, string label, bool required = false, int no = 1) =>
        Listed(no) is { } list
            ? new ChoiceField(name, label, list) { Required = required }
            : new SearchField(name, label, this) { Required = required };

    /// <param name="shortList">A list up to this long is seen at once, without opening it.</param>
    public FormField Many(string name, string label, bool required = false, int no = 1, int shortList = 0) =>
        Listed(no) is { } list
            ? new MultiChoiceField(name, label, list)
            {
                Required = required,
                Style = list.Count <= shortList ? ChoiceStyle.Expanded : ChoiceStyle.Compact,
            }
            : new SearchField(name, label, this) { Required = required, Many = true };

    /// <summary>How many there are, where that is known without listing them.</summary>
    protected virtual int? KnownCount => null;

    protected abstract IEnumerable<Choice> All();

    private IReadOnlyList<Choice>? Listed(int no)
    {
        var most = Math.Min(MostListed, MostInForm / no);
        if (KnownCount > most)
        {
            return null;
        }

        // Listed once for all the rows of a form; one more than fits says that there are more.
        first ??= [.. All().Take(MostListed + 1)];
        return first.Count <= most ? first : null;
    }
}
