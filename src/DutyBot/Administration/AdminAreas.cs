namespace DutyBot.Administration;

/// <summary>Every part of the administration, in the order of the admin card.</summary>
internal static class AdminAreas
{
    public static IReadOnlyList<AdminArea> All { get; } =
    [
        new UnitsArea(),
        new PeopleArea(),
        new ChannelsArea(),
        new SettingsArea(),
        new CalendarArea(),
        new CatalogueArea(),
        new ReachArea(),
        new LettersArea(),
        new ImportArea(),
        new GraphArea(),
        new LogArea(),
    ];

    public static AdminArea? Find(string? key) => All.FirstOrDefault(area => area.Key == key);
}
