using Microsoft.AspNetCore.SignalR;

namespace Pana.Designer;

/// <summary>Where Elsa Studio's instance viewer says which instance it shows; the name of the method is the studio's.</summary>
internal sealed class InstanceHub(LiveInstances live) : Hub
{
    /// <summary>The viewer wants to be told of what happens to this instance.</summary>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        // First among those who are told, then counted: what is told in between would pass this viewer by.
        await Groups.AddToGroupAsync(Context.ConnectionId, instanceId, Context.ConnectionAborted);
        if (!live.Observe(Context.ConnectionId, instanceId))
        {
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, instanceId, Context.ConnectionAborted);
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        live.Leave(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
