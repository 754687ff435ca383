using DutyBot.Domain.Calendar;
using NodaTime;

namespace DutyBot.Domain.Policies;

/// <summary>One number, term or list of the settings, as an admin reads and writes it.</summary>
/// <param name="Key">As in <c>docs/rules.md</c>, for example <c>consult.replyDefault</c>; its name in words is the text <c>set.{Key}</c>.</param>
/// <param name="Form">How a value is written.</param>
/// <param name="Read">The value of a policy, written down.</param>
/// <param name="Write">The policy with a value; null when the value cannot be read or is out of range.</param>
public sealed record Setting(string Key, SettingForm Form, Func<Policy, string> Read, Func<Policy, string, Policy?> Write)
{
    /// <summary>Why a value cannot be, as the key of a text; null when there is nothing more to say than that.</summary>
    public Func<string, string?> Refusal { get; init; } = _ => null;
}

/// <summary>How the value of a setting is written.</summary>
public abstract record SettingForm
{
    private SettingForm() { }

    /// <summary>A whole number in digits, both limits included.</summary>
    public sealed record Number(int Least, int Most) : SettingForm;

    /// <summary>
    /// Three <see cref="Term"/>s: ordinary; urgent; flash. <c>1d; 4h; 2h</c> is one working day, four working hours, two working hours.
    /// </summary>
    public sealed record ByUrgency : SettingForm;

    /// <summary>The two halves of a working day: <c>07:30-11:30; 13:00-17:00</c>.</summary>
    public sealed record HalfDays : SettingForm;

    /// <summary>A time of the day by the office's clock, both limits included: <c>07:30</c>; <c>7h30</c> is read as well.</summary>
    public sealed record TimeOfDay(LocalTime Earliest, LocalTime Latest) : SettingForm;

    /// <summary>One of these words.</summary>
    public sealed record OneOf(IReadOnlyList<string> Values) : SettingForm;

    /// <summary>Working days, from <paramref name="Least"/> to <paramref name="Most"/>, with commas between them; none when left empty.</summary>
    public sealed record Days(int Least, int Most) : SettingForm;

    /// <summary>One text a line.</summary>
    public sealed record Lines : SettingForm;
}
