namespace Pana.Engine;

/// <summary>Runs its body once for each item of a list, side by side; each has its own <c>CurrentValue</c> and <c>CurrentIndex</c>.</summary>
[Activity("Elsa", "Looping", "Schedule an activity for each item in parallel.", DisplayName = "Parallel for Each")]
public sealed class ParallelForEach : Loop
{
    /// <summary>The items.</summary>
    [Input(Description = "The items to iterate through.", UIHint = "singleline")]
    public Input<object>? Items { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var items = ValueTypes.Convert<List<object?>>(context.Get(Items)) ?? [];
        for (var i = 0; Body is not null && i < items.Count; i++)
        {
            context.Schedule(Body, variables: new Dictionary<string, object?> { ["CurrentValue"] = items[i], ["CurrentIndex"] = i });
        }

        return context.HasActiveChildren ? default : context.CompleteActivityAsync();
    }
}
