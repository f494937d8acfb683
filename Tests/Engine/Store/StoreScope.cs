using Pana.Engine;

namespace Pana.Tests.Engine.Store;

/// <summary>A store and what must be given back after it.</summary>
internal sealed record StoreScope(IWorkflowStore Store, IAsyncDisposable? Owner = null) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Owner?.DisposeAsync() ?? ValueTask.CompletedTask;
}
