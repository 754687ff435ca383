using System.Threading.Channels;
using DutyBot.Domain;

namespace DutyBot.Duties;

/// <summary>Tells the outbox worker of this process which duty has just got effects. Only a shortcut: what it loses, the store remembers.</summary>
internal sealed class OutboxSignal
{
    private readonly Channel<DutyId> duties = Channel.CreateUnbounded<DutyId>(new UnboundedChannelOptions { SingleReader = false });

    public ChannelReader<DutyId> Woken => duties.Reader;

    public void Wake(DutyId duty) => duties.Writer.TryWrite(duty);
}
