using Pana.Engine;

namespace Pana.Tests.Engine.Store;

public sealed class MemoryStoreTests : WorkflowStoreTests, IDisposable
{
    private readonly MemoryData _data = new();

    public void Dispose() => _data.Dispose();

    internal override StoreScope Open() => new(new MemoryWorkflowStore(_data, TimeProvider.System));
}
