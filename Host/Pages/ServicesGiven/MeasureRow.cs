using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.ServicesGiven;

/// <summary>A measure of a plan with how often it was performed.</summary>
/// <param name="Code">Code of the case.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Kind">Its kind in words.</param>
/// <param name="Due">Its time limit; late only while it was never performed.</param>
/// <param name="Done">How often and when last, in words.</param>
/// <param name="DoneToday">It was performed today.</param>
internal sealed record MeasureRow(string Code, PlanMeasure Measure, string Kind, DueLine Due, string Done, bool DoneToday);
