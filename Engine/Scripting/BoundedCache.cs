using System.Collections.Concurrent;

namespace Pana.Engine;

/// <summary>
/// Prepared scripts and templates by their text. Definitions are few and immutable, so the cache is simply emptied
/// when it is full.
/// </summary>
internal sealed class BoundedCache<T>(Func<string, T> prepare, int capacity = 4096)
{
    private readonly ConcurrentDictionary<string, T> _items = new(StringComparer.Ordinal);

    public T Get(string source)
    {
        if (_items.TryGetValue(source, out var known))
        {
            return known;
        }

        if (_items.Count >= capacity)
        {
            _items.Clear();
        }

        return _items.GetOrAdd(source, prepare(source));
    }
}
