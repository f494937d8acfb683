using System.Globalization;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>
/// Tells the drawing where the case stands, in codes and dates only: <c>State</c>, <c>Ending</c> and <c>Ground</c> (the event that
/// gave it), <c>Violations</c> under this contract, <c>EndsOn</c> (last day of the term). Nothing in it names a person.
/// </summary>
[Activity("Pana", "Іс", "Істің қай күйде екенін оқиды: тек кодтар мен күндер, жеке деректер емес.", DisplayName = "Істің күйін оқу")]
public sealed class ReadCase : CodeActivity
{
    /// <summary>Where the case stands.</summary>
    [Output(Description = "Істің күйі")]
    public Output<IDictionary<string, object?>>? Facts { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var file = await context.LoadCaseAsync();
        context.Set(Facts, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["State"] = file.State.ToString(),
            ["Ending"] = file.Ending?.ToString(),
            ["Ground"] = file.EndingGround,
            ["Violations"] = file.Violations,
            ["EndsOn"] = file.ContractEndsOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
    }
}
