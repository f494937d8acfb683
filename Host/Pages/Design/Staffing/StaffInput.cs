using System.Globalization;
using Pana.Cases;

namespace Pana.Portal.Pages.Design.Staffing;

/// <summary>One row of the staffing norms as it is typed; numbers stay text until they are read.</summary>
public sealed class StaffInput
{
    /// <summary>Code of the post.</summary>
    public string? Post { get; set; }

    /// <summary>Number of the row in the appendix.</summary>
    public string? Number { get; set; }

    /// <summary>The post in Kazakh.</summary>
    public string? Kk { get; set; }

    /// <summary>The post in Russian.</summary>
    public string? Ru { get; set; }

    /// <summary>The post in English.</summary>
    public string? En { get; set; }

    /// <summary>Units for up to 20 recipients.</summary>
    public string? UpTo20 { get; set; }

    /// <summary>Units for 21–50 recipients.</summary>
    public string? UpTo50 { get; set; }

    /// <summary>What else the units go by: <c>child</c>, <c>studyGroup</c>, or empty for recipients.</summary>
    public string? Of { get; set; }

    /// <summary>One unit for so many of it.</summary>
    public string? Amount { get; set; }

    /// <summary>The norm as the appendix words it, in Kazakh.</summary>
    public string? WordsKk { get; set; }

    /// <summary>The same in Russian.</summary>
    public string? WordsRu { get; set; }

    /// <summary>The same in English.</summary>
    public string? WordsEn { get; set; }

    /// <summary>The row is to be taken away.</summary>
    public bool Removed { get; set; }

    /// <summary>Nothing was typed: the empty row at the end.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Post) && string.IsNullOrWhiteSpace(Kk) && string.IsNullOrWhiteSpace(Ru) && string.IsNullOrWhiteSpace(En);

    /// <summary>The post in the reader's language, as typed.</summary>
    public string NameIn(string culture) => new LocalizedText(Kk ?? "", Ru ?? "", En ?? "").In(culture);

    /// <summary>A row of the norms to be edited.</summary>
    public static StaffInput Show(StaffNorm row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new StaffInput
        {
            Post = row.Post,
            Number = row.Number.ToString(CultureInfo.InvariantCulture),
            Kk = row.Name.Kk,
            Ru = row.Name.Ru,
            En = row.Name.En,
            UpTo20 = Units(row.UpTo20),
            UpTo50 = Units(row.UpTo50),
            Of = row.Per?.Of,
            Amount = row.Per?.Amount.ToString(CultureInfo.InvariantCulture),
            WordsKk = row.Per?.Words.Kk,
            WordsRu = row.Per?.Words.Ru,
            WordsEn = row.Per?.Words.En,
        };
    }

    /// <summary>The row that was typed; what is no number is named in <paramref name="defects"/>.</summary>
    public StaffNorm Read(List<ContentDefect> defects)
    {
        ArgumentNullException.ThrowIfNull(defects);
        var per = Of is { Length: > 0 } of ? new StaffNormPer((int)(Read(Amount, defects) ?? 0), of, Words(WordsKk, WordsRu, WordsEn)) : null;
        return new StaffNorm
        {
            Post = Post?.Trim() ?? "",
            Number = (int)(Read(Number, defects) ?? 0),
            Name = Words(Kk, Ru, En),
            UpTo20 = per is null ? Read(UpTo20, defects) : null,
            UpTo50 = per is null ? Read(UpTo50, defects) : null,
            Per = per,
        };
    }

    private decimal? Read(string? typed, List<ContentDefect> defects)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (decimal.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 10_000)
        {
            return number;
        }

        defects.Add(new ContentDefect(Post ?? "", null, new LocalizedText($"«{typed}» – сан емес: мысалы 1 не 1.5 деп жазыңыз.", $"«{typed}» – не число: напишите, например, 1 или 1.5.", $"\"{typed}\" is no number: write for example 1 or 1.5")));
        return null;
    }

    private static LocalizedText Words(string? kk, string? ru, string? en) => new(kk?.Trim() ?? "", ru?.Trim() ?? "", en?.Trim() ?? "");

    private static string? Units(decimal? units) => units?.ToString("0.##", CultureInfo.InvariantCulture);
}
