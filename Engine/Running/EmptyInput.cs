using System.Collections.ObjectModel;

namespace Pana.Engine;

internal static class EmptyInput
{
    public static IReadOnlyDictionary<string, object?> Instance { get; } = ReadOnlyDictionary<string, object?>.Empty;
}
