using System.Collections.Immutable;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Policies;
using DutyBot.Domain.Text;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <content>What the office has set for itself: settings, calendar, competence, norms, templates. Law is data (R-23, R-87, R-88, D-05).</content>
public sealed partial record Organisation
{
    private const int KeptRecounts = 50;

    /// <summary>Every change of a setting, in the order it was recorded.</summary>
    public ImmutableArray<SettingChange> SettingChanges { get; private init; } = [];

    /// <summary>The office's working calendar: the one DutyBot starts with, and what the office has changed.</summary>
    public WorkingCalendar Calendar { get; private init; } = VietnamCalendar.Default;

    /// <summary>The names of the templates, sorted.</summary>
    public ImmutableSortedDictionary<string, TaskTemplate> Templates { get; private init; } =
        ImmutableSortedDictionary.Create<string, TaskTemplate>(StringComparer.Ordinal);

    /// <summary>The latest confirmations; presses further back are no second presses.</summary>
    private ImmutableArray<string> RecountPresses { get; init; } = [];

    private ImmutableArray<Competence> Competences { get; init; } = [];

    private ImmutableArray<Norm> Norms { get; init; } = [];

    /// <summary>
    /// The settings for something that started at an instant: what had been recorded by then and was valid on that day, however much has
    /// changed since.
    /// </summary>
    public Policy PolicyAt(Instant start)
    {
        var day = Calendar.DateOf(start);
        return SettingChanges
            .Where(c => c.RecordedAt <= start && c.From <= day)
            .OrderBy(c => c.From)
            .ThenBy(c => c.RecordedAt)
            .Aggregate(Policy.Default, (policy, c) => SettingsCatalogue.Apply(policy, c.Key, c.Value, c.Basis) ?? policy);
    }

    /// <summary>Whose field it is on a date; a unit that ended is answered for by its successor.</summary>
    public ImmutableArray<Competence> CompetencesOn(LocalDate date) =>
        [.. Competences.Where(c => c.Validity.Contains(date)).OrderBy(c => SearchText.Fold(c.Field), StringComparer.Ordinal).ThenBy(c => c.Action)];

    /// <summary>"Việc này của ai?": the fields that have the words of the query.</summary>
    public ImmutableArray<Competence> SearchCompetences(string query, LocalDate date) =>
        [.. CompetencesOn(date).Where(c => SearchText.Matches(query, c.Field))];

    /// <summary>The norms in force on a date, by category.</summary>
    public ImmutableArray<Norm> NormsOn(LocalDate date) =>
        [
            .. Norms
                .Where(n => n.From <= date)
                .GroupBy(n => SearchText.Fold(n.Category))
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.MaxBy(n => n.From)!),
        ];

    public Norm? NormOf(string category, LocalDate date) =>
        NormsOn(date).FirstOrDefault(n => SearchText.Fold(n.Category) == SearchText.Fold(category));

    /// <summary>Whether the counting anew of this press has been confirmed.</summary>
    public bool HasConfirmedRecount(string press) => RecountPresses.Contains(press);

    /// <summary>Also those that have ended or are still to come.</summary>
    public ImmutableArray<Competence> AllCompetences => Competences;

    private Organisation AfterSetting(OrganisationEvent evt) =>
        evt switch
        {
            SettingChanged e => WithSetting(new(e.Key, e.Value, e.From, e.Act.At, e.Basis)),
            CalendarEntrySet e => this with { Calendar = Calendar.With(new CalendarEntry(e.Date, e.Kind, e.Name, e.Source)) },
            CalendarEntryRemoved e => this with { Calendar = Calendar.Without(e.Date) },
            RecountConfirmed e => this with { RecountPresses = [.. RecountPresses.TakeLast(KeptRecounts - 1), e.Press] },
            CompetenceAssigned e => WithCompetence(new(e.Field, e.Action, e.Unit, e.Basis, new Validity(e.From, e.To))),
            CompetenceEnded e => this with { Competences = [.. Competences.Select(c => Cut(c, e))] },
            NormSet e => WithNorm(new(e.Category, e.WorkingDays, e.From, e.Basis)),
            TemplateSaved e => this with { Templates = Templates.SetItem(e.Name, e.Template) },
            TemplateRemoved e => this with { Templates = Templates.Remove(e.Name) },
            _ => this,
        };

    private Organisation WithSetting(SettingChange added) =>
        SettingChanges.Contains(added) ? this : this with { SettingChanges = SettingChanges.Add(added) };

    private Organisation WithCompetence(Competence added) => Competences.Contains(added) ? this : this with { Competences = Competences.Add(added) };

    private Organisation WithNorm(Norm added) =>
        this with
        {
            Norms = [.. Norms.Where(n => n with { WorkingDays = added.WorkingDays, Basis = added.Basis } != added), added],
        };

    private static Competence Cut(Competence held, CompetenceEnded e) =>
        held.Field == e.Field && held.Action == e.Action && held.Unit == e.Unit ? held with { Validity = held.Validity.CutAfter(e.LastDay) } : held;
}
