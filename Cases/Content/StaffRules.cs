using System.Text.RegularExpressions;

namespace Pana.Cases;

/// <summary>What the staffing norms must satisfy to be published.</summary>
internal static partial class StaffRules
{
    private const decimal MostUnits = 99;
    private const int MostPer = 1000;

    public static IReadOnlyList<ContentDefect> Check(StaffNormsFile file)
    {
        if (file.Rows is null or [])
        {
            return [new ContentDefect("", null, "at least one post is needed")];
        }

        List<ContentDefect> defects =
        [
            .. file.Rows.GroupBy(row => row.Post).Where(same => same.Count() > 1).Select(same => new ContentDefect(same.Key, null, "two rows have this post")),
            .. file.Rows.GroupBy(row => row.Number).Where(same => same.Count() > 1).Select(same => new ContentDefect($"{same.Key}", null, "two rows have this number")),
        ];
        foreach (var row in file.Rows)
        {
            defects.AddRange(Check(row).Select(message => new ContentDefect(row.Post, null, message)));
        }

        return defects;
    }

    private static IEnumerable<string> Check(StaffNorm row)
    {
        if (!Code().IsMatch(row.Post) || row.Post == Staffing.StudyGroups)
        {
            yield return $"\"{row.Post}\" is no code of a post: use 1 to 32 small letters, digits and hyphens, for example social-worker; {Staffing.StudyGroups} is taken";
        }

        if (row.Number < 1)
        {
            yield return $"{row.Number} is no number of a row: rows are counted from 1";
        }

        if (!LocalizedWords.AreWhole(row.Name))
        {
            yield return "name the post in Kazakh, Russian and English";
        }

        if (row.Per is { } per)
        {
            if (per.Amount is < 1 or > MostPer || per.Of is not ("child" or "studyGroup"))
            {
                yield return $"one unit for {per.Amount} of \"{per.Of}\": expected 1 to {MostPer} of child or studyGroup";
            }

            if (!LocalizedWords.AreWhole(per.Words))
            {
                yield return "word the norm in Kazakh, Russian and English";
            }
        }
        else if (row.UpTo20 is null || row.UpTo50 is null)
        {
            yield return "give the units for up to 20 and for 21 to 50 recipients, or one unit for so many children or study groups";
        }

        foreach (var units in new[] { row.UpTo20, row.UpTo50 }.OfType<decimal>().Where(units => units is < 0 or > MostUnits || units != Math.Round(units, 2)))
        {
            yield return $"{units} units: expected 0 to {MostUnits} with two decimals at most";
        }
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$")]
    private static partial Regex Code();
}
