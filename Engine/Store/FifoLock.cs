namespace Pana.Engine;

/// <summary>
/// An asynchronous lock that is given in the order it was asked for. SQLite has one writer; waiting here costs
/// nothing, while waiting inside SQLite means sleeping and trying again.
/// </summary>
internal sealed class FifoLock
{
    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = new();
    private bool _held;

    public async ValueTask EnterAsync(TimeSpan patience, CancellationToken ct)
    {
        LinkedListNode<TaskCompletionSource> place;
        lock (_gate)
        {
            if (!_held)
            {
                _held = true;
                return;
            }

            place = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        try
        {
            await place.Value.Task.WaitAsync(patience, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            GiveUp(place);
            throw;
        }
    }

    public void Exit()
    {
        lock (_gate)
        {
            if (_waiting.First is not { } next)
            {
                _held = false;
                return;
            }

            _waiting.RemoveFirst();
            next.Value.SetResult();
        }
    }

    /// <summary>Between the time-out and this call the lock may have been handed over: then it is passed on.</summary>
    private void GiveUp(LinkedListNode<TaskCompletionSource> place)
    {
        lock (_gate)
        {
            if (place.List is not null)
            {
                _waiting.Remove(place);
                return;
            }
        }

        Exit();
    }
}
