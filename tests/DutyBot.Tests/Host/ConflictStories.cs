using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>1.6: the deputy director assigns a task to Planning and also acts for the head of Planning, by delegation.</summary>
public sealed class ConflictStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Concerned = "Đồng chí liên quan trực tiếp đến việc này nên không thể tự quyết định. Người quyết định: ";

    private static readonly OrganisationEvent Delegation = new OrganisationEvent.Delegated(
        Act.OfSystem(Instant.FromUtc(2026, 11, 1, 1, 0)),
        SampleOrganisation.HeadOfPlanning,
        SampleOrganisation.DeputyDirector,
        DelegationScope.Headship,
        new LocalDate(2026, 11, 1),
        new LocalDate(2026, 12, 31),
        "12/GUQ-KHTC"
    );

    private static readonly (string, string)[] ReturnFields =
    [
        ("reason", nameof(ReturnReason.NotOurCompetence)),
        ("competentUnit", SampleOrganisation.Industry.Value),
        ("text", "Việc rà soát cụm công nghiệp thuộc chức năng của phòng Quản lý công nghiệp."),
    ];

    [Fact]
    public async Task Who_assigned_a_task_does_not_decide_on_the_return_that_the_same_person_asked_for()
    {
        await using var office = await OfficeDriver.Open(issuer, more: [Delegation]);
        var form = await office.Deputy.Presses(await office.Assign(), "Trả lại");
        (await office.Deputy.Presses(form, "Trả lại", ReturnFields)).Words.ShouldContain("Đã ghi nhận.");

        var request = await office.Latest(office.Director.Chat, "Đề nghị trả lại nhiệm vụ");
        request.Words.ShouldContain("thừa ủy quyền của");
        request.Words.ShouldContain("theo 12/GUQ-KHTC");
        office.Messages(office.Deputy.Chat).ShouldNotContain(seen => seen.Buttons.Contains("Giao đơn vị khác"));

        var names = SampleOrganisation.From(new LocalDate(2026, 1, 1), Language.Vietnamese).Events.OfType<OrganisationEvent.PersonRegistered>();
        var director = names.Single(person => person.Person == SampleOrganisation.Director).Name;
        (await office.Deputy.Types(request.Duty.Value)).Words.ShouldContain($"{Concerned}{director}.");
        (await office.Deputy.Types("việc của tôi")).Words.ShouldNotContain("Quyết định đề nghị trả lại");
        (await office.Director.Types("việc của tôi")).Words.ShouldContain("Quyết định đề nghị trả lại");

        (await office.Deputy.Presses(request, "Giao đơn vị khác")).Words.ShouldContain($"{Concerned}{director}.");
        var reassign = await office.Director.Presses(request, "Giao đơn vị khác");
        (await office.Director.Presses(reassign, "Giao đơn vị khác")).Words.ShouldContain("Đã ghi nhận.");
        (await office.Latest(SampleOrganisation.Industry, Routine.Work)).Buttons.ShouldContain("Tiếp nhận");
    }
}
