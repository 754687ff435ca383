using BenchmarkDotNet.Attributes;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Text;
using NodaTime;

namespace DutyBot.Benchmarks.Organisations;

/// <summary>
/// Looking things up in a province: 3,500 units and 60,000 people. The floor is one search for one word in every name, folded beforehand:
/// nothing that looks at every name is faster.
/// </summary>
public class OrganisationBenchmarks
{
    private const int Units = 3_500;
    private const int People = 60_000;

    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đỗ", "Vũ", "Đặng"];
    private static readonly string[] Given = ["Văn Bình", "Thị Hoà", "Minh Đức", "Thu Hương", "Quốc Việt", "Ngọc Ánh", "Hữu Thọ", "Kim Oanh"];
    private static readonly LocalDate Founding = new(2026, 1, 1);
    private static readonly LocalDate Today = new(2026, 11, 24);

    private Organisation organisation = Organisation.Empty;
    private OrganisationEvent[] events = [];
    private string[] folded = [];

    [GlobalSetup]
    public void Found()
    {
        events = [.. Enumerable.Range(0, Units).Select(Unit), .. Enumerable.Range(0, People).SelectMany(Employed)];
        organisation = Organisation.From(events);
        folded = [.. events.OfType<OrganisationEvent.PersonRegistered>().Select(person => SearchText.Fold(person.Name))];
    }

    [Benchmark(Baseline = true)]
    public int Floor() => folded.Count(name => name.Contains("hoa", StringComparison.Ordinal));

    /// <summary>A person of a unit: one word is in the name, the others are in the unit's.</summary>
    [Benchmark]
    public int FindPersonOfUnit() => organisation.SearchPeople("hoa nghiep vu 77", Today).Length;

    [Benchmark]
    public int FindPerson() => organisation.SearchPeople("do thi hoa", Today).Length;

    [Benchmark]
    public int FindUnit() => organisation.SearchUnits("nghiep vu 77", Today).Length;

    [Benchmark]
    public int ListUnits() => organisation.UnitsOn(Today).Length;

    [Benchmark]
    public PersonId? Head() => organisation.HeadOf(IdOf(77), Today);

    /// <summary>What a replica does when it starts, without reading the store.</summary>
    [Benchmark]
    public Organisation Fold() => Organisation.From(events);

    private static Act Act { get; } = Act.OfSystem(Instant.FromUtc(2026, 1, 1, 0, 0));

    private static UnitId IdOf(int no) => new($"dv-{no}");

    private static OrganisationEvent Unit(int no) =>
        new OrganisationEvent.UnitCreated(
            Act,
            IdOf(no),
            $"Phòng Nghiệp vụ {no}",
            $"NV{no}",
            UnitKind.Division,
            no == 0 ? null : IdOf(no / 10),
            Founding,
            "01/QĐ-UBND"
        );

    private static IEnumerable<OrganisationEvent> Employed(int no)
    {
        var person = new PersonId($"cccccccc-0000-4000-8000-{no:d12}");
        var name = $"{Families[no % Families.Length]} {Given[no / Families.Length % Given.Length]}";
        yield return new OrganisationEvent.PersonRegistered(Act, person, name, "", null);
        yield return new OrganisationEvent.Appointed(Act, person, IdOf(no % Units), no < Units ? Position.Head : Position.Officer, Founding, null);
    }
}
