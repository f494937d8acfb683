using System.Text.Json.Nodes;
using Pana.Engine;

namespace Pana.Benchmarks;

/// <summary>Waits for a person's ten answers, with a deadline of two days; keeps the facts and tells the outcome.</summary>
[Activity("Bench", "Bench", "Waits for a person.")]
[FlowNode("Approved", "Refused")]
public sealed class HumanTask : Activity
{
    /// <summary>Where the benchmark's client, which has no inbox, learns the id of the next task.</summary>
    internal static AsyncLocal<Slot?> Created { get; } = new();

    protected override void Execute(ActivityExecutionContext context)
    {
        var task = context.CreateBookmark(new CreateBookmarkArgs
        {
            Payload = new JsonObject { ["form"] = "sign-sheet", ["role"] = "head" },
            Callback = AnswerAsync,
        });
        if (Created.Value is { } slot)
        {
            slot.BookmarkId = task.Id;
        }

        context.CreateBookmark(new CreateBookmarkArgs { Name = "Bench.Deadline", DueAt = context.Now.AddDays(2) });
    }

    private ValueTask AnswerAsync(ActivityExecutionContext context)
    {
        context.SetVariable("Facts", context.ResumeInput["Facts"]);
        return context.CompleteActivityWithOutcomesAsync((string)context.ResumeInput["Outcome"]!);
    }

    internal sealed class Slot
    {
        public string? BookmarkId { get; set; }
    }
}
