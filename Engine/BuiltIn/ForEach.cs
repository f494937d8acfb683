namespace Pana.Engine;

/// <summary>Repeats its body for each item of a list, one after another.</summary>
[Activity("Elsa", "Looping", "Iterate over a set of values.")]
public sealed class ForEach : Loop
{
    private const string IndexProperty = "index";
    private const string ItemsProperty = "items";

    /// <summary>The items, taken when the loop begins.</summary>
    [Input(Description = "The set of values to iterate.", UIHint = "dropdown")]
    public Input<ICollection<object?>>? Items { get; set; }

    /// <summary>The item of the current round.</summary>
    [Output]
    public Output<object>? CurrentValue { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.SetProperty(ItemsProperty, PlainData.ToNode(PlainData.From(context.Get(Items) ?? []))!.ToJsonString(PlainData.Json));
        return RunRoundAsync(context, 0);
    }

    /// <inheritdoc/>
    protected internal override ValueTask OnChildCompletedAsync(ActivityCompletedContext context) =>
        RunRoundAsync(context.TargetContext, context.TargetContext.GetProperty<int>(IndexProperty) + 1);

    private ValueTask RunRoundAsync(ActivityExecutionContext context, int index)
    {
        var items = (List<object?>)PlainData.FromNode(System.Text.Json.Nodes.JsonNode.Parse(context.GetProperty<string>(ItemsProperty)!))!;
        if (Body is null || index >= items.Count)
        {
            return context.CompleteActivityAsync();
        }

        context.SetProperty(IndexProperty, index);
        context.Set(CurrentValue, items[index]);
        context.Schedule(Body, variables: new Dictionary<string, object?> { ["CurrentValue"] = items[index], ["CurrentIndex"] = index });
        return default;
    }
}
