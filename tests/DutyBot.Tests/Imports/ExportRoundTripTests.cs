using CsCheck;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using DutyBot.Imports;
using DutyBot.Teams;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Tests.Domain.Organisations.AnOrganisation;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Imports;

/// <summary>An organisation written as two files and read again.</summary>
public sealed class ExportRoundTripTests
{
    private static readonly string[] Names = ["=1+1", "'=1", "-Phòng", "Phòng \"A\"; B", "Phòng,\nC", "@D", "Ban Đ", "+84"];

    private static readonly Act Act = Act.OfSystem(Now);

    private static readonly Gen<UnitId?> AnyUnit = Gen.Int[1, 6].Select(n => (UnitId?)new UnitId($"u{n}"));

    private static readonly Gen<PersonId?> AnyPerson = Gen.Int[1, 5].Select(n => (PersonId?)new PersonId($"d07b0700-0000-4000-8000-{n:x12}"));

    private static readonly Gen<LocalDate?> AnyDay = Gen.Int[0, 400].Select(days => (LocalDate?)Day("2026-01-01").PlusDays(days));

    private static readonly Gen<UnitId?> UnitOrNone = Gen.Select(AnyUnit, Gen.Bool).Select(x => x.Item2 ? x.Item1 : null);

    private static readonly Gen<LocalDate?> DayOrNone = Gen.Select(AnyDay, Gen.Bool).Select(x => x.Item2 ? x.Item1 : null);

    private static readonly Gen<string> AnyName = Gen.Int[0, 7].Select(n => Names[n]);

    private static readonly Gen<OrganisationCommand> AnyCommand = Gen.OneOf(
        Gen.Select(AnyUnit, AnyName, AnyName, Gen.Enum<UnitKind>(), UnitOrNone, AnyDay)
            .Select(x =>
                (OrganisationCommand)new CreateUnit(Act, new NewUnit(x.Item1!.Value, x.Item2, x.Item3, x.Item4, x.Item5, "H01"), x.Item6, "15/QĐ")
            ),
        Gen.Select(AnyUnit, AnyName, AnyName, AnyDay).Select(x => (OrganisationCommand)new RenameUnit(Act, x.Item1, x.Item2, x.Item3, x.Item4, "=2")),
        Gen.Select(AnyUnit, AnyUnit, AnyDay).Select(x => (OrganisationCommand)new MoveUnit(Act, x.Item1, x.Item2, x.Item3, "17/QĐ")),
        Gen.Select(AnyPerson, AnyName, AnyName).Select(x => (OrganisationCommand)new RegisterPerson(Act, x.Item1, x.Item2, x.Item3, x.Item3)),
        Gen.Select(AnyPerson, AnyUnit, Gen.Enum<Position>(), AnyDay, DayOrNone)
            .Select(x => (OrganisationCommand)new Appoint(Act, x.Item1, x.Item2, x.Item3, x.Item4, x.Item5)),
        Gen.Select(AnyPerson, AnyUnit, Gen.Enum<Position>(), AnyDay)
            .Select(x => (OrganisationCommand)new EndAppointment(Act, x.Item1, x.Item2, x.Item3, x.Item4))
    );

    [Fact]
    public void Importing_an_export_changes_nothing() =>
        Gen.Select(AnyCommand.Array[30, 80], AnyDay, Gen.Enum<Language>())
            .Sample(sample =>
            {
                var history = History(sample.Item1);
                var before = Organisation.From(history);
                var written = new OrganisationCsv(history, sample.Item2!.Value, Texts.Of(sample.Item3));
                var units = Plan(CsvFile.Units, written.Units(), before);
                var people = Plan(CsvFile.People, written.People(), units.After);
                return units.Lines.Concat(people.Lines).All(line => line.Result is ImportResult.Same)
                    && units.Lines.Length == before.UnitsOn(sample.Item2.Value).Length
                    && people.Lines.Length >= before.SearchPeople("", sample.Item2.Value).Length;
            });

    [Fact]
    public void An_empty_organisation_becomes_the_one_that_was_exported()
    {
        var start = Day("2026-01-01");
        var sample = SampleOrganisation.From(start, Language.Vietnamese).Events;
        var wanted = Organisation.From(sample);
        var written = new OrganisationCsv(sample, start, Texts.Of(Language.English));

        var units = Plan(CsvFile.Units, written.Units(), Organisation.Empty);
        var people = Plan(CsvFile.People, written.People(), units.After);

        units.Lines.Concat(people.Lines).ShouldAllBe(line => line.Result is ImportResult.Creates);
        people.After.UnitsOn(start).ShouldBe(wanted.UnitsOn(start));
        people.After.SearchPeople("", start).ShouldBe(wanted.SearchPeople("", start));
        wanted.UnitsOn(start).ShouldAllBe(unit => people.After.PostsIn(unit.Id, start).SequenceEqual(wanted.PostsIn(unit.Id, start)));
    }

    private static List<OrganisationEvent> History(IEnumerable<OrganisationCommand> commands)
    {
        var history = new List<OrganisationEvent>();
        foreach (var command in commands)
        {
            history.AddRange(Decide(Organisation.From(history), command).Events);
        }

        return history;
    }

    private static ImportPlan Plan(CsvFile file, string text, Organisation before)
    {
        var context = new DutyContext(before, before.Calendar, Policy.Default);
        return ImportPlan.Of(CsvSheet.Read(text, file), file, new ImportMoment(before, context, Act, Texts.Of(Language.Vietnamese)));
    }
}
