namespace Pana.Engine;

/// <summary>Asks the application to do something and waits until it reports back by resuming the task id.</summary>
[Activity("Elsa", "Primitives", "Requests a given task to be run.")]
public sealed class RunTask : Activity
{
    /// <summary>The name of the task.</summary>
    [Input(Description = "The name of the task being requested.", IsRequired = true)]
    public Input<string>? TaskName { get; set; }

    /// <summary>What the task needs: codes and ids only.</summary>
    [Input(Description = "Any additional parameters to send to the task.")]
    public Input<IDictionary<string, object?>>? Payload { get; set; }

    /// <summary>The id to resume with: it is the bookmark's id.</summary>
    [Output(DisplayName = "Task Id")]
    public Output<string>? TaskId { get; set; }

    /// <summary>What the task gave.</summary>
    [Output]
    public Output<object>? Result { get; set; }

    /// <inheritdoc/>
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var name = context.Get(TaskName);
        var bookmark = context.CreateBookmark(new CreateBookmarkArgs
        {
            Stimulus = new { TaskName = name },
            Payload = new System.Text.Json.Nodes.JsonObject { ["taskName"] = name, ["payload"] = PlainData.ToNode(PlainData.From(context.Get(Payload))) },
            Callback = ResumeAsync,
        });
        context.Set(TaskId, bookmark.Id);
        return default;
    }

    private ValueTask ResumeAsync(ActivityExecutionContext context)
    {
        context.Set(Result, context.ResumeInput.TryGetValue("Result", out var result) ? result : context.ResumeInput);
        return context.CompleteActivityAsync();
    }
}
