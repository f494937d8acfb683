using Microsoft.Playwright;

namespace Pana.Tests.Designer;

/// <summary>
/// What a page's live connections have said, frame by frame. The studio opens several and some of them twice, so each that
/// is open counts for itself: it has joined once it was told how the instance stands.
/// </summary>
internal sealed class LiveFrames
{
    private readonly Lock _lock = new();
    private readonly HashSet<IWebSocket> _asking = [];
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _told;

    public LiveFrames(IPage page)
    {
        page.WebSocket += (_, socket) =>
        {
            if (socket.Url.Contains("/elsa/hubs/", StringComparison.Ordinal))
            {
                Watch(socket);
            }
        };
    }

    /// <summary>Waits until no open connection has asked without having been told.</summary>
    public Task JoinedAsync(TimeSpan bound) => _joined.Task.WaitAsync(bound);

    private void Watch(IWebSocket socket)
    {
        socket.FrameSent += (_, frame) => Note(frame, "ObserveInstanceAsync", () => _asking.Add(socket));
        socket.FrameReceived += (_, frame) => Note(frame, "WorkflowInstanceUpdatedAsync", () =>
        {
            _asking.Remove(socket);
            _told++;
        });
        socket.Close += (_, _) => Note(() => _asking.Remove(socket));
    }

    private void Note(IWebSocketFrame frame, string word, Action act)
    {
        if (frame.Text?.Contains(word, StringComparison.Ordinal) == true)
        {
            Note(act);
        }
    }

    private void Note(Action act)
    {
        lock (_lock)
        {
            act();
            if (_told > 0 && _asking.Count == 0)
            {
                _joined.TrySetResult();
            }
        }
    }
}
