namespace Pana.Activities;

/// <summary>The few names most like one that does not exist, for a remedy that is read rather than searched.</summary>
internal static class NearestNames
{
    private const int Few = 5;

    /// <summary>The nearest by edit distance, and how many more there are.</summary>
    public static (string Names, string More) Of(string wanted, IEnumerable<string> names)
    {
        var all = names.Distinct().OrderBy(name => Distance(wanted, name)).ThenBy(name => name, StringComparer.Ordinal).ToList();
        return (string.Join(", ", all.Take(Few)), $"{Math.Max(0, all.Count - Few)}");
    }

    /// <summary>How many letters have to be added, removed or changed; capital letters are no difference.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = diagonal + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
