using System.Net;
using DutyBot.Development;
using DutyBot.Duties;
using DutyBot.Hosting;
using DutyBot.Options;
using DutyBot.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DutyBot.Tests.Host;

/// <summary>What whoever runs the program relies on.</summary>
public sealed class OperationStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task On_the_stage_one_person_plays_many_parts()
    {
        await using var office = await OfficeDriver.Open(null, "Development");

        (await office.Outsider.Types("giao việc")).Words.ShouldContain("Đồng chí không có quyền");
        (await office.Outsider.Types("đóng vai Phó Giám đốc Sở")).Line.ShouldBe("Đang đóng vai: Phó Giám đốc Sở.");
        (await office.Outsider.Types("giao việc")).Words.ShouldContain("Nội dung nhiệm vụ");
        (await office.Outsider.Types("đóng vai trưởng phòng")).Line!.ShouldStartWith("Chưa rõ vai.");
    }

    [Fact]
    public async Task On_the_stage_days_pass_at_a_word_and_never_back()
    {
        await using var office = await OfficeDriver.Open(null, "Development");

        (await office.Outsider.Types("đến ngày 18/12/2026")).Line.ShouldBe("Bây giờ là 08:00, thứ Sáu, 18/12/2026.");
        office.App.Get<Office>().Today.ShouldBe(new NodaTime.LocalDate(2026, 12, 18));
        (await office.Outsider.Types("den ngay 18/12/2026 9:30")).Line!.ShouldStartWith("Bây giờ là 09:30");
        (await office.Outsider.Types("đến ngày 1/12/2026")).Line!.ShouldStartWith("Ghi một ngày sau hôm nay");
        (await office.Outsider.Types("move to tomorrow")).Line!.ShouldStartWith("Ghi một ngày sau hôm nay");
    }

    [Fact]
    public async Task An_empty_organisation_begins_in_the_language_that_was_asked_for_and_keeps_it()
    {
        var asked = "en";
        await using var office = await OfficeDriver.OpenEmpty(
            null,
            new Dictionary<string, string?>(),
            start => start with { Empty = true, Language = asked }
        );
        var admin = new Person(office, SampleOrganisation.PlaygroundPeople[0]);

        (await admin.Types("configure")).Words.ShouldContain("Step 1: Name the organisation");
        (await office.Organisation()).PersonOf(admin.Id)!.Name.ShouldBe("Administrator");
        asked = "vi";
        await office.Restart();

        (await admin.Types("configure")).Words.ShouldContain("Step 1: Name the organisation");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task With_an_app_id_there_is_no_stage(string environment)
    {
        await using var office = await OfficeDriver.Open(issuer, environment);

        (await office.Outsider.Types("đóng vai Giám đốc Sở")).Words.ShouldContain("Chưa hiểu câu lệnh");
        (await office.Outsider.Types("đến ngày 18/12/2026")).Words.ShouldContain("Chưa hiểu câu lệnh");
        (await office.Outsider.Types("giao việc")).Words.ShouldContain("Đồng chí không có quyền");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task With_an_app_id_an_anonymous_caller_gets_401_and_leaves_no_trace(string environment)
    {
        await using var office = await OfficeDriver.Open(issuer, environment);

        var response = await office.App.Post(office.Deputy.Message(office.Deputy.Chat, "text", "giao việc"), signed: false);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        office.Connector.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_production_without_an_app_id_the_program_does_not_start_and_says_why()
    {
        using var folder = new TestFolder();
        await using var connector = new FakeConnector();
        await connector.InitializeAsync();

        var refusal = await Should.ThrowAsync<OptionsValidationException>(() =>
            RunningApp.Start(folder.Root, new FakeTimeProvider(), connector, issuer: null, "Production")
        );

        refusal.Message.ShouldStartWith("Teams:AppId is missing.");
    }

    [Fact]
    public async Task Verify_names_the_duty_and_the_event_that_was_tampered_with()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.AssignAndAccept()).Duty;
        await office.Stop();
        var (intact, word) = await Verified(office);
        intact.ShouldBe(0);
        word.ShouldStartWith("2 histories with ");

        await using (var database = new SqliteConnection($"Data Source={office.Database};Pooling=False"))
        {
            await database.OpenAsync(office.Cancel);
            await using var tamper = database.CreateCommand();
            tamper.CommandText = "UPDATE Events SET Json = replace(Json, 'officer', 'offiCer') WHERE Duty = $duty AND Number = 2";
            tamper.Parameters.AddWithValue("$duty", task.Value);
            (await tamper.ExecuteNonQueryAsync(office.Cancel)).ShouldBe(1);
        }

        var (code, said) = await Verified(office);
        code.ShouldBe(1);
        said.ShouldStartWith($"{task}: the chain is broken at event 2.");
    }

    private static async Task<(int Code, string Said)> Verified(OfficeDriver office)
    {
        await using var output = new StringWriter();
        var code = await Verify.Run(new StorageOptions { Path = office.Database }, output, office.Cancel);
        return (code, output.ToString());
    }
}
