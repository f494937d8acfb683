namespace Pana.Cases;

/// <summary>Hides counts of few people in such a way that none of them follows from what is shown.</summary>
public static class SmallCells
{
    /// <summary>The fewest people that a cell may show.</summary>
    public const int Threshold = 5;

    /// <summary>
    /// The counts of one table in order, null where one is hidden: every count from 1 to <see cref="Threshold"/> − 1, and besides these the
    /// smallest others until at least two are hidden and they hold at least <see cref="Threshold"/> together. So whoever learns the
    /// table's total elsewhere still cannot subtract one out. Nothing is hidden from a table without small counts. A zero stays.
    /// </summary>
    public static IReadOnlyList<int?> Hide(IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var hidden = counts.Select(count => count is > 0 and < Threshold).ToArray();
        foreach (var index in Enumerable.Range(0, counts.Count).Where(index => counts[index] >= Threshold).OrderBy(index => counts[index]))
        {
            var (cells, people) = (hidden.Count(cell => cell), counts.Where((_, one) => hidden[one]).Sum());
            if (cells == 0 || (cells > 1 && people >= Threshold))
            {
                break;
            }

            hidden[index] = true;
        }

        return [.. counts.Select((count, index) => hidden[index] ? (int?)null : count)];
    }
}
