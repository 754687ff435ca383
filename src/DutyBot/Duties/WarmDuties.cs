using DutyBot.Domain;
using Microsoft.Extensions.Caching.Memory;

namespace DutyBot.Duties;

/// <summary>Recently used duties, by id; at most a fixed number of them, the least used go first.</summary>
internal sealed class WarmDuties : IDisposable
{
    /// <summary>Some 10 KB each: an office's open duties of a month stay warm in about 100 MB.</summary>
    private const int MostDuties = 10_000;

    private readonly MemoryCache duties = new(new MemoryCacheOptions { SizeLimit = MostDuties });

    public T? Find<T>(DutyId duty)
        where T : class => duties.Get(duty) as T;

    public void Keep(DutyId duty, object current) => duties.Set(duty, current, new MemoryCacheEntryOptions { Size = 1 });

    public void Forget(DutyId duty) => duties.Remove(duty);

    public void Dispose() => duties.Dispose();
}
