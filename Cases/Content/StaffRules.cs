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
            return [new ContentDefect("", null, ContentMessages.PostNeeded)];
        }

        List<ContentDefect> defects =
        [
            .. file.Rows.GroupBy(row => row.Post).Where(same => same.Count() > 1).Select(same => new ContentDefect(same.Key, null, ContentMessages.PostTwice)),
            .. file.Rows.GroupBy(row => row.Number).Where(same => same.Count() > 1).Select(same => new ContentDefect($"{same.Key}", null, ContentMessages.NumberTwice)),
        ];
        foreach (var row in file.Rows)
        {
            defects.AddRange(Check(row).Select(message => new ContentDefect(row.Post, null, message)));
        }

        return defects;
    }

    private static IEnumerable<LocalizedText> Check(StaffNorm row)
    {
        if (!Code().IsMatch(row.Post) || row.Post == Staffing.StudyGroups)
        {
            yield return ContentMessages.PostCode.Fill(row.Post, Staffing.StudyGroups);
        }

        if (row.Number < 1)
        {
            yield return ContentMessages.RowNumber.Fill(row.Number);
        }

        if (!LocalizedWords.AreWhole(row.Name))
        {
            yield return ContentMessages.NamePost;
        }

        if (row.Per is { } per)
        {
            if (per.Amount is < 1 or > MostPer || per.Of is not ("child" or "studyGroup"))
            {
                yield return ContentMessages.UnitPer.Fill(per.Amount, per.Of, MostPer);
            }

            if (!LocalizedWords.AreWhole(per.Words))
            {
                yield return ContentMessages.WordNorm;
            }
        }
        else if (row.UpTo20 is null || row.UpTo50 is null)
        {
            yield return ContentMessages.UnitsMissing;
        }

        foreach (var units in new[] { row.UpTo20, row.UpTo50 }.OfType<decimal>().Where(units => units is < 0 or > MostUnits || units != Math.Round(units, 2)))
        {
            yield return ContentMessages.UnitsBounds.Fill(units, MostUnits);
        }
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$")]
    private static partial Regex Code();
}
