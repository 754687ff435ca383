using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Options;
using DutyBot.Teams;
using Microsoft.Extensions.Options;

namespace DutyBot.Administration;

/// <summary>
/// Makes the person whom the settings name an admin, while there is none. Nobody can do that from a chat, or whoever wrote first would own
/// the office.
/// </summary>
internal sealed partial class FirstAdmin(DutyDesk desk, Office office, IOptions<AdministrationOptions> options, ILogger<FirstAdmin> log)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.FirstAdmin is { } id)
        {
            await Name(new PersonId(id.ToLowerInvariant()), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Name(PersonId person, CancellationToken cancel)
    {
        var organisation = (await office.Context(cancel)).Organisation;
        if (!organisation.Holders(Role.Admin, office.Today).IsEmpty)
        {
            return;
        }

        var act = Act.OfSystem(office.Now);
        var grant = new OrganisationCommand.GrantRole(act, person, Role.Admin, office.Today);
        var command = organisation.PersonOf(person) is not null
            ? grant
            : (OrganisationCommand)new OrganisationCommand.All(act, [Registration(act, person, organisation), grant]);
        var answer = await desk.Execute(DutyId.Organisation, command, cancel);
        LogNamed(answer.IsAccepted);
    }

    // The person's own name comes with the roster of their team.
    private static OrganisationCommand.RegisterPerson Registration(Act act, PersonId person, Organisation organisation) =>
        new(act, person, Texts.Of(organisation.Language)["role.admin"], "", null);

    [LoggerMessage(Level = LogLevel.Information, Message = "The first admin was named: {Accepted}.")]
    private partial void LogNamed(bool accepted);
}
