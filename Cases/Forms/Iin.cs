using System.Globalization;

namespace Pana.Cases;

/// <summary>The individual identification number of Kazakhstan: YYMMDD, century and sex, four digits, check digit.</summary>
public readonly record struct Iin
{
    private Iin(string digits) => Digits = digits;

    /// <summary>The twelve digits.</summary>
    public string Digits { get; }

    /// <summary>Twelve digits, spaces between them allowed; the check digit is not looked at.</summary>
    public static bool TryRead(string? text, out Iin iin)
    {
        var digits = string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter)));
        var right = digits.Length == 12 && digits.All(char.IsAsciiDigit);
        iin = right ? new Iin(digits) : default;
        return right;
    }

    /// <summary>Does the twelfth digit follow from the first eleven?</summary>
    public bool CheckDigitFits
    {
        get
        {
            var digits = Digits;
            var check = Sum(digits, 0) % 11;
            check = check == 10 ? Sum(digits, 2) % 11 : check;
            return check == digits[11] - '0';
        }
    }

    /// <summary>The birth date in the number; null when it holds none.</summary>
    public DateOnly? BirthDate
    {
        get
        {
            var century = Digits[6] switch { '1' or '2' => "18", '3' or '4' => "19", '5' or '6' => "20", _ => null };
            return century is not null && DateOnly.TryParseExact(century + Digits[..6], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : null;
        }
    }

    /// <summary><c>male</c> or <c>female</c>; null when the number does not say.</summary>
    public string? Sex => Digits[6] switch { '1' or '3' or '5' => "male", '2' or '4' or '6' => "female", _ => null };

    // Weights 1…11; at the second try 3…11, 1, 2.
    private static int Sum(string digits, int shift) =>
        Enumerable.Range(0, 11).Sum(place => (((place + shift) % 11) + 1) * (digits[place] - '0'));
}
