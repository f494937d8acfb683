using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Cases;

/// <summary>One day of the strip; a break stands for the days left out.</summary>
/// <param name="Date">The day; none for a break.</param>
/// <param name="Css">What it is: <c>start</c>, <c>counted</c>, <c>off</c>, <c>end</c> or <c>gap</c>.</param>
/// <param name="Title">It in words.</param>
/// <param name="Above">What stands above the number: the weekday, or the month where the strip leaps over months.</param>
internal sealed record ClockCell(DateOnly? Date, string Css, string Title, string Above = "")
{
    public static ClockCell Break { get; } = new(null, "gap", "…");

    public bool Gap => Date is null;

    public int Day => Date?.Day ?? 0;
}
