using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Pana.Engine;

namespace Pana.Tests.Engine.Store;

/// <summary>Throws what the test has laid ready, once for each.</summary>
[Activity("Test", "Tests", "Stumbles.")]
public sealed class Stumbles : CodeActivity
{
    [Input]
    public Input<bool> Escapes { get; set; } = new(false);

    protected override void Execute(ActivityExecutionContext context)
    {
        if (context.Get(Escapes))
        {
            context.ForbidRepeating();
        }

        var stones = context.GetRequiredService<Stones>();
        stones.Tries++;
        if (stones.Ahead.TryDequeue(out var stone))
        {
            throw stone;
        }
    }
}

public sealed class Stones
{
    public Queue<Exception> Ahead { get; } = new();

    public int Tries { get; set; }
}

/// <summary>Counts up two rows, one after the other; between them it meets the other instance.</summary>
[Activity("Test", "Tests", "Touches two rows.")]
public sealed class TouchesBoth : CodeActivity
{
    [Input]
    public Input<string>? First { get; set; }

    [Input]
    public Input<string>? Second { get; set; }

    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var session = context.GetRequiredService<DbSession>();
        await TouchAsync(session, context.Get(First)!, context.CancellationToken);
        await context.GetRequiredService<Meeting>().MeetAsync();
        await TouchAsync(session, context.Get(Second)!, context.CancellationToken);
    }

    private static async Task TouchAsync(DbSession session, string id, CancellationToken ct)
    {
        using DbCommand command = session.Connection.CreateCommand();
        command.Transaction = session.Transaction;
        command.CommandText = $"UPDATE touched SET times = times + 1 WHERE id = '{id}'";
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>Holds the first who come until there are two; those who come later pass.</summary>
public sealed class Meeting
{
    private readonly TaskCompletionSource _both = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _came;

    public int Came => _came;

    public Task MeetAsync()
    {
        if (Interlocked.Increment(ref _came) == 2)
        {
            _both.SetResult();
        }

        return _both.Task;
    }
}

/// <summary>Refuses, as a rule of a procedure does.</summary>
[Activity("Test", "Tests", "Refuses.")]
public sealed class Refuses : CodeActivity
{
    protected override void Execute(ActivityExecutionContext context) => throw new TestRefusedException();
}

public sealed class TestRefusedException() : WorkflowRefusedException("The date is before the application. Give a later one.");
