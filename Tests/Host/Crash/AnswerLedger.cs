using System.Collections.Concurrent;

namespace Pana.Tests.Host.Crash;

/// <summary>What the clients sent and what the portal confirmed; it lives outside the portal and survives its deaths.</summary>
internal sealed class AnswerLedger(IEnumerable<Guid> tasks)
{
    private readonly ConcurrentQueue<Guid> _open = new(tasks);
    private readonly ConcurrentDictionary<Guid, int> _sent = new();
    private readonly ConcurrentDictionary<Guid, bool> _acknowledged = new();
    private readonly ConcurrentDictionary<Guid, bool> _toldDone = new();
    private readonly Dictionary<int, TaskCompletionSource> _moments = [];
    private int _passed;

    /// <summary>Answers whose page came back as taken.</summary>
    public IReadOnlyCollection<Guid> Taken => [.. _acknowledged.Keys];

    /// <summary>Tasks found done when asked again after a death.</summary>
    public IReadOnlyCollection<Guid> FoundDone => [.. _toldDone.Keys];

    /// <summary>Answers that had to be sent more than once.</summary>
    public int Repeated => _sent.Values.Count(times => times > 1);

    /// <summary>Answers of which the portal has said what became of them.</summary>
    public int Settled => _acknowledged.Count + _toldDone.Count;

    public Guid? Next() => _open.TryDequeue(out var task) ? task : null;

    /// <summary>Done with the act, sent or settled, that has this number: a moment in the middle of the others' requests.</summary>
    public Task MomentAsync(int number)
    {
        lock (_moments)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (number <= _passed)
            {
                reached.SetResult();
            }
            else
            {
                _moments.Add(number, reached);
            }

            return reached.Task;
        }
    }

    public void Sent(Guid task)
    {
        _sent.AddOrUpdate(task, 1, (_, times) => times + 1);
        Pass();
    }

    public void Acknowledged(Guid task)
    {
        _acknowledged[task] = true;
        Pass();
    }

    /// <summary>The portal says that the task is done: only possible for an answer that was sent before.</summary>
    public void ToldDone(Guid task)
    {
        if (!_sent.ContainsKey(task))
        {
            throw new InvalidOperationException($"Expected task {task} to be open, since nobody has answered it; the portal says that it is done.");
        }

        _toldDone[task] = true;
        Pass();
    }

    private void Pass()
    {
        lock (_moments)
        {
            if (_moments.Remove(++_passed, out var reached))
            {
                reached.SetResult();
            }
        }
    }
}
