using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Teams.Commands;
using DutyBot.Tests.Manifest;

namespace DutyBot.Tests.Teams.Commands;

/// <summary>A line is understood as people type it (3.4).</summary>
public sealed class TypedCommandTests
{
    private static readonly DutyId Task = DutyId.Parse("NV-2026-7K3Q9");

    [Theory]
    [InlineData("giao việc")]
    [InlineData("Giao Việc")]
    [InlineData("giao viec")]
    [InlineData("  GIAO   VIỆC \n")]
    [InlineData("giao nhiệm vụ")]
    [InlineData("assign")]
    public void Assign(string line) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.Assign());

    [Theory]
    [InlineData("việc của tôi")]
    [InlineData("viec cua toi")]
    [InlineData("my tasks")]
    [InlineData("My work")]
    public void My_work(string line) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.MyWork());

    [Theory]
    [InlineData("việc đơn vị")]
    [InlineData("viec don vi")]
    [InlineData("Việc của đơn vị")]
    [InlineData("unit tasks")]
    [InlineData("Unit work")]
    public void D_04_The_work_of_my_units(string line) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.UnitWork());

    [Theory]
    [InlineData("việc này của ai Đất đai", "Đất đai")]
    [InlineData("Viec nay cua ai  cấp phép  xây dựng", "cấp phép xây dựng")]
    [InlineData("whose task is this land", "land")]
    public void Whose_task(string line, string words) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.WhoseTask(words));

    [Theory]
    [InlineData("tìm Phòng Kế hoạch", "Phòng Kế hoạch")]
    [InlineData("tim  nguyen van binh", "nguyen van binh")]
    [InlineData("find Planning", "Planning")]
    public void Find(string line, string words) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.Find(words));

    [Theory]
    [InlineData("giao việc Báo cáo tháng", "Báo cáo tháng")]
    [InlineData("assign Monthly report", "Monthly report")]
    public void Assign_from_a_template(string line, string name) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.AssignFrom(name));

    [Theory]
    [InlineData("rà soát")]
    [InlineData("Ra soat")]
    [InlineData("review")]
    public void R_60_Review(string line) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.Review());

    [Theory]
    [InlineData("rà soát RS-2026-5N9TW")]
    [InlineData("ra soat rs-2026-5n9tw")]
    [InlineData("review RS-2026-5N9TW")]
    [InlineData("RS-2026-5N9TW")]
    public void R_60_A_review_by_its_code(string line) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.Show(DutyId.Parse("RS-2026-5N9TW")));

    [Theory]
    [InlineData("tồn đọng")]
    [InlineData("Ton dong")]
    [InlineData("việc tồn đọng")]
    [InlineData("backlog")]
    public void R_61_Backlog(string line) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.Backlog());

    [Theory]
    [InlineData("đôn đốc")]
    [InlineData("Don doc")]
    [InlineData("urge")]
    public void R_53_Urge(string line) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.Urge());

    [Theory]
    [InlineData("hạn sau 5 ngày", 5, TermUnit.WorkingDays, true, null)]
    [InlineData("Han sau 5 ngay lam viec", 5, TermUnit.WorkingDays, false, null)]
    [InlineData("hạn sau 15 ngày lịch kể từ ngày 20/11/2026.", 15, TermUnit.CalendarDays, false, "2026-11-20")]
    [InlineData("hạn sau 15 ngày theo lịch từ 2026-11-20", 15, TermUnit.CalendarDays, false, "2026-11-20")]
    [InlineData("hạn sau 1 tháng từ 31/1/2026", 1, TermUnit.Months, false, "2026-01-31")]
    [InlineData("hạn sau 2 giờ làm việc", 2, TermUnit.WorkingHours, false, null)]
    [InlineData("thời hạn 2 giờ", 2, TermUnit.WorkingHours, false, null)]
    [InlineData("deadline after 5 working days", 5, TermUnit.WorkingDays, false, null)]
    [InlineData("deadline after 1 day from 20/11/2026", 1, TermUnit.WorkingDays, true, "2026-11-20")]
    [InlineData("deadline after 10 calendar days", 10, TermUnit.CalendarDays, false, null)]
    [InlineData("due after 3 hours", 3, TermUnit.WorkingHours, false, null)]
    public void D_05_When_a_term_ends(string line, int count, TermUnit unit, bool assumed, string? from) =>
        TypedCommand
            .Parse(line)
            .ShouldBe(
                new TypedCommand.Deadline(
                    new AskedTerm(count, unit, assumed, from is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value)
                )
            );

    [Theory]
    [InlineData("hạn sau")]
    [InlineData("hạn sau năm ngày")]
    [InlineData("hạn sau 5 ngày từ 31/02/2026")]
    [InlineData("hạn sau 5 ngày từ mai")]
    [InlineData("deadline after 5 fortnights")]
    [InlineData("hạn sau 99999999999 ngày")]
    public void D_05_A_term_that_cannot_be_read_is_still_a_question(string line) =>
        TypedCommand.Parse(line).ShouldBe(new TypedCommand.Deadline(null));

    [Theory]
    [InlineData("lịch nghỉ")]
    [InlineData("Ngay nghi")]
    [InlineData("holidays")]
    public void Holidays(string line) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.Holidays());

    [Theory]
    [InlineData("ủy quyền")]
    [InlineData("uỷ quyền")]
    [InlineData("Uy quyen")]
    [InlineData("delegate")]
    public void D_03_Delegate(string line) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.DelegateRights());

    [Theory]
    [InlineData("báo vắng mặt")]
    [InlineData("bao vang mat")]
    [InlineData("Vắng mặt")]
    [InlineData("report absence")]
    public void Report_an_absence(string line) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.ReportAbsence());

    [Theory]
    [InlineData("ủy quyền của tôi")]
    [InlineData("uy quyen cua toi")]
    [InlineData("vắng mặt của tôi")]
    [InlineData("my delegations")]
    public void D_03_My_delegations_and_absences(string line) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.OwnStandIns());

    [Theory]
    [InlineData("tiếng Việt", Language.Vietnamese)]
    [InlineData("tieng viet", Language.Vietnamese)]
    [InlineData("Vietnamese", Language.Vietnamese)]
    [InlineData("tiếng Anh", Language.English)]
    [InlineData("english", Language.English)]
    public void A_language(string line, Language language) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.Speak(language));

    [Theory]
    [InlineData("NV-2026-7K3Q9")]
    [InlineData("nv-2026-7k3q9")]
    [InlineData("xem NV-2026-7K3Q9")]
    [InlineData("show nv-2026-7k3q9.")]
    public void A_code_alone_shows_the_duty(string line) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.Show(Task));

    [Theory]
    [InlineData("tiếp nhận NV-2026-7K3Q9", TypedAct.Accept)]
    [InlineData("tiep nhan nv-2026-7k3q9", TypedAct.Accept)]
    [InlineData("Accept NV-2026-7K3Q9", TypedAct.Accept)]
    [InlineData("trả lại NV-2026-7K3Q9", TypedAct.Return)]
    [InlineData("return for work NV-2026-7K3Q9", TypedAct.ReturnForWork)]
    [InlineData("lấy ý kiến NV-2026-7K3Q9", TypedAct.Consult)]
    [InlineData("trả lời NV-2026-7K3Q9", TypedAct.Answer)]
    [InlineData("đề nghị trả lời lại NV-2026-7K3Q9", TypedAct.SendBack)]
    [InlineData("tiếp thu, giải trình NV-2026-7K3Q9", TypedAct.Resolve)]
    [InlineData("kết thúc lấy ý kiến NV-2026-7K3Q9", TypedAct.Close)]
    [InlineData("trình lãnh đạo NV-2026-7K3Q9", TypedAct.Escalate)]
    [InlineData("chỉ đạo NV-2026-7K3Q9", TypedAct.Decide)]
    [InlineData("nhắc nhở NV-2026-7K3Q9", TypedAct.Remind)]
    [InlineData("Remind NV-2026-7K3Q9", TypedAct.Remind)]
    [InlineData("giữ nguyên NV-2026-7K3Q9", TypedAct.Uphold)]
    [InlineData("explain NV-2026-7K3Q9", TypedAct.Explain)]
    [InlineData("gửi lại NV-2026-7K3Q9", TypedAct.SendAgain)]
    [InlineData("thẩm định NV-2026-7K3Q9", TypedAct.Advise)]
    [InlineData("hủy nhiệm vụ NV-2026-7K3Q9", TypedAct.Cancel)]
    [InlineData("huỷ nhiệm vụ NV-2026-7K3Q9", TypedAct.Cancel)]
    public void An_act_on_a_duty(string line, TypedAct act) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.Act(act, Task));

    [Theory]
    [InlineData("tiếp nhận")]
    [InlineData("xem")]
    [InlineData("show")]
    [InlineData("answer")]
    public void What_needs_a_code_and_has_none(string line) =>
        TypedCommand
            .Parse(line)
            .ShouldSatisfyAllConditions(read => (read is TypedCommand.ActOnWhat or TypedCommand.ShowWhat).ShouldBeTrue(read.ToString()));

    [Theory]
    [InlineData("đóng vai Giám đốc Sở", "Giám đốc Sở")]
    [InlineData("dong vai  giam doc", "giam doc")]
    [InlineData("act as Director", "Director")]
    public void A_part_to_play(string line, string name) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.ActAs(name));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("NV-2026")]
    [InlineData("xem ORGANISATION")]
    [InlineData("giao việc NV-2026-7K3Q9")]
    [InlineData("đóng vai")]
    [InlineData("hãy làm ơn")]
    public void Anything_else_is_unknown_as_it_was_typed(string line) => TypedCommand.Parse(line).ShouldBe(new TypedCommand.Unknown(line.Trim()));

    [Fact]
    public void Every_command_the_manifest_offers_is_understood()
    {
        var titles = AppPackage.Commands.SelectMany(command =>
            new[] { (string)command.Command["title"]!, (string)AppPackage.English[$"{command.Key}.title"]! }
        );

        foreach (var title in titles)
        {
            TypedCommand.Parse(title).ShouldNotBeOfType<TypedCommand.Unknown>(title);
        }
    }
}
