namespace Pana.Portal.Pages.Tasks;

/// <summary>A number that stops at 100.</summary>
internal readonly record struct Capped(int Number)
{
    public const int Limit = 100;

    public string Words => Number < Limit ? $"{Number}" : "99+";
}
