using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using DutyBot.Imports;
using DutyBot.Teams;
using static DutyBot.Tests.Domain.Organisations.AnOrganisation;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Imports;

/// <summary>Files against the small department of <c>AnOrganisation</c>, as of 16/03/2026.</summary>
public sealed class ImportPlanTests
{
    private const string UnitHeadings = "mã;tên;loại;trực thuộc;từ ngày;căn cứ\n";
    private const string PeopleHeadings = "Entra object id;name;title;unit;position;from;to\n";
    private const string Lan = "d07b0700-0000-4000-8000-0000000000aa";

    private static readonly Organisation Department = Organisation.From(Past);

    [Fact]
    public void A_line_may_rest_on_the_lines_before_it()
    {
        var plan = Units("moi;Phòng Mới;phong;;01/04/2026;20/QĐ-SCT", "con;Phòng Con;division;moi;2026-04-01;20/QĐ-SCT");

        plan.Lines.Select(line => line.Result).ShouldAllBe(result => result is ImportResult.Creates);
        plan.After.UnitOn(new("con"), Day("2026-04-01"))!.Parent.ShouldBe(new UnitId("moi"));
        Department.UnitOn(new("moi"), Day("2026-04-01")).ShouldBeNull();
    }

    [Fact]
    public void A_change_says_what_was_and_what_will_be()
    {
        var held = Department.UnitOn(Planning, Day("2026-04-01"))!;

        var plan = Units($"{Planning};Phòng Tài chính;;{held.Parent};01/04/2026;20/QĐ-SCT");

        plan.Lines.ShouldHaveSingleItem()
            .Result.ShouldBeOfType<ImportResult.Changes>()
            .What.ShouldBe([new ImportChange(CsvColumn.Name, held.Name, "Phòng Tài chính")]);
    }

    [Fact]
    public void R_87_A_change_without_a_basis_is_refused_and_the_other_lines_are_not()
    {
        var plan = Units("a;Phòng A;phòng;;01/04/2026;", "b;Phòng B;phòng;;01/04/2026;20/QĐ-SCT");

        Problems(plan, 0).ShouldBe(["E-BASIS-REQUIRED"]);
        plan.Lines[1].Result.ShouldBeOfType<ImportResult.Creates>();
        plan.HasRefusals.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a;Phòng A;xưởng;;01/04/2026;x", "E-BAD-CHOICE")]
    [InlineData("a;Phòng A;phòng;;31/02/2026;x", "E-BAD-DATE")]
    [InlineData("a b;Phòng A;phòng;;01/04/2026;x", "E-IMPORT-UNIT-ID")]
    [InlineData("a;Phòng A;phòng;khong-co;01/04/2026;x", "E-UNIT-UNKNOWN")]
    [InlineData("a;Phòng \"A\";phòng;;01/04/2026;x", "E-IMPORT-LINE")]
    [InlineData("a;Phòng A;phòng;;01/04/2026;x;thừa", "E-IMPORT-LINE")]
    [InlineData("a;Phòng A;phòng;;01/04/2026;TỐI MẬT", "E-SECRET")]
    public void A_line_that_cannot_be_meant_is_refused(string line, string problem) => Problems(Units(line), 0).ShouldContain(problem);

    [Fact]
    public void The_kind_of_a_unit_stays() => Problems(Units($"{Planning};Phòng;xã;;01/04/2026;x"), 0).ShouldBe(["E-IMPORT-KIND"]);

    [Fact]
    public void R_15_A_new_head_ends_the_time_of_the_present_one()
    {
        var plan = People($"{Lan.ToUpperInvariant()};Đỗ Lan;Trưởng phòng;{Planning};truong phong;01/04/2026;");

        plan.Lines.ShouldHaveSingleItem().Result.ShouldBeOfType<ImportResult.Creates>();
        plan.After.HeadOf(Planning, Day("2026-03-31")).ShouldBe(Chi);
        plan.After.HeadOf(Planning, Day("2026-04-01")).ShouldBe(new PersonId(Lan));
    }

    [Fact]
    public void A_last_day_in_a_file_ends_the_appointment_on_record()
    {
        var line = $"{Lan};Đỗ Lan;;{Planning};officer;01/02/2026;";
        var before = People(line).After;

        var plan = Plan(CsvFile.People, PeopleHeadings + line + "30/04/2026", before);

        plan.Lines.ShouldHaveSingleItem()
            .Result.ShouldBeOfType<ImportResult.Changes>()
            .What.ShouldBe([new ImportChange(CsvColumn.Until, "", "30/04/2026")]);
        plan.After.IsMemberOf(new(Lan), Planning, Day("2026-05-01")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("29:abc;Đỗ Lan;;;;;", "E-IMPORT-PERSON-ID")]
    [InlineData(Lan + ";;;;;;", "E-NAME-REQUIRED")]
    [InlineData(Lan + ";Đỗ Lan;;khong-co;head;01/04/2026;", "E-UNIT-UNKNOWN")]
    [InlineData(Lan + ";Đỗ Lan;;khong-co;;01/04/2026;", "E-POSITION-REQUIRED")]
    public void A_person_who_cannot_be_placed_is_refused(string line, string problem) => Problems(People(line), 0).ShouldContain(problem);

    [Fact]
    public void What_was_recorded_before_a_break_is_already_so()
    {
        string[] lines = [$"{Lan};Đỗ Lan;;{Planning};head;01/04/2026;", $"{Lan};Đỗ Lan;;{Trade};deputy;01/04/2026;31/12/2026"];
        var first = People(lines[0]).After;

        var again = Plan(CsvFile.People, PeopleHeadings + string.Join('\n', lines), first);

        again.Lines[0].Result.ShouldBeOfType<ImportResult.Same>();
        again.Lines[1].Result.ShouldBeOfType<ImportResult.Changes>();
    }

    [Fact]
    public void D_06_Only_an_admin_or_an_operator_imports()
    {
        var plan = Plan(CsvFile.Units, UnitHeadings + "a;Phòng A;phòng;;01/04/2026;x", Department, By(Chi));

        Problems(plan, 0).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_file_without_its_columns_is_read_as_nothing()
    {
        var sheet = CsvSheet.Read("mã;ghi chú\na;b", CsvFile.Units);

        sheet.Missing.ShouldBe([CsvColumn.Name, CsvColumn.Kind]);
        sheet.Ignored.ShouldBe(["ghi chú"]);
        sheet.Rows.ShouldBeEmpty();
    }

    [Fact]
    public void A_column_that_stands_there_twice_is_read_once_and_named()
    {
        var sheet = CsvSheet.Read("mã;tên;loại;name\na;Phòng A;phòng;Phòng B", CsvFile.Units);

        sheet.Repeated.ShouldBe(["name"]);
        sheet.Rows.ShouldHaveSingleItem()[CsvColumn.Name].ShouldBe("Phòng A");
    }

    [Fact]
    public void Every_act_of_a_large_import_is_small_enough_and_together_they_are_the_plan()
    {
        var plan = Units([.. Enumerable.Range(1, 250).Select(n => $"u{n};Phòng số {n};phòng;;01/04/2026;x")]);

        var acts = plan.Acts(ByAdmin).ToList();

        acts.Count.ShouldBe(3);
        var state = acts.Aggregate(
            Department,
            (before, act) =>
            {
                var decision = Decide(before, act);
                decision.Problems.ShouldBeEmpty();
                return decision.Events.Aggregate(before, Organisation.Evolve);
            }
        );
        state.UnitsOn(Day("2026-04-01")).ShouldBe(plan.After.UnitsOn(Day("2026-04-01")));
    }

    [Fact]
    public void The_report_names_the_line_and_the_problem_in_words()
    {
        var plan = Units("a;Phòng A;phòng;;01/04/2026;x", "b;Phòng B;phòng;;01/04/2026;");
        var report = new ImportReport(plan.After, Day("2026-03-16"), Texts.Of(Language.Vietnamese));

        report.Of(plan.Lines[0]).ShouldBe("Dòng 2, Phòng A: thêm mới.");
        report.Of(plan.Lines[1]).ShouldStartWith("Dòng 3, Phòng B: không nhận. ");
        report.Summary(plan).ShouldBe("Thêm mới: 01. Thay đổi: 00. Không đổi: 00. Không nhận: 01.");
    }

    private static ImportPlan Units(params string[] lines) => Plan(CsvFile.Units, UnitHeadings + string.Join('\n', lines), Department);

    private static ImportPlan People(params string[] lines) => Plan(CsvFile.People, PeopleHeadings + string.Join('\n', lines), Department);

    private static ImportPlan Plan(CsvFile file, string text, Organisation before, Act? act = null)
    {
        var context = new DutyContext(before, before.Calendar, Policy.Default);
        return ImportPlan.Of(
            CsvSheet.Read(text, file),
            file,
            new ImportMoment(before, context, act ?? Act.OfSystem(Now), Texts.Of(Language.Vietnamese))
        );
    }

    private static IEnumerable<string> Problems(ImportPlan plan, int line) =>
        plan.Lines[line].Result.ShouldBeOfType<ImportResult.Refused>().Problems.Select(problem => problem.Key);
}
