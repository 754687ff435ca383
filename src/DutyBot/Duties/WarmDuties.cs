using DutyBot.Domain;
using Microsoft.Extensions.Caching.Memory;

namespace DutyBot.Duties;

/// <summary>Recently used duties, by id; at most a fixed number of them, the least used go first.</summary>
internal sealed class WarmDuties(TimeProvider? time = null) : IDisposable
{
    /// <summary>Some 10 KB each: an office's open duties of a month stay warm in about 100 MB.</summary>
    private const int MostDuties = 10_000;

    /// <summary>How long what was seen of a duty is taken for what it is: a press looks once, not at each of its steps.</summary>
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(1);

    private readonly TimeProvider clock = time ?? TimeProvider.System;
    private readonly Lock turn = new();
    private readonly MemoryCache duties = new(new MemoryCacheOptions { SizeLimit = MostDuties });

    /// <summary>As it was last seen: another replica may have written since, so only an append that checks the version may rest on it.</summary>
    public T? Find<T>(DutyId duty)
        where T : class => (duties.Get(duty) as Kept)?.Current as T;

    /// <summary>As it was seen just now, by reading or writing it.</summary>
    public T? FindFresh<T>(DutyId duty)
        where T : class => duties.Get(duty) is Kept kept && clock.GetElapsedTime(kept.SeenAt) < Trusted ? kept.Current as T : null;

    /// <summary>Keeps a duty as of a version; a slow reader never puts an older one in the place of a newer.</summary>
    public void Keep(DutyId duty, long version, object current)
    {
        lock (turn)
        {
            if (duties.Get(duty) is not Kept held || held.Version <= version)
            {
                duties.Set(duty, new Kept(version, current, clock.GetTimestamp()), new MemoryCacheEntryOptions { Size = 1 });
            }
        }
    }

    /// <summary>Drops what turned out to be old, unless somebody has put a newer one there meanwhile.</summary>
    public void Forget(DutyId duty, long version)
    {
        lock (turn)
        {
            if (duties.Get(duty) is Kept held && held.Version <= version)
            {
                duties.Remove(duty);
            }
        }
    }

    public void Dispose() => duties.Dispose();

    private sealed record Kept(long Version, object Current, long SeenAt);
}
