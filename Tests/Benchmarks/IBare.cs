namespace Pana.Benchmarks;

/// <summary>The same rows as the engine's, written with nothing in between.</summary>
internal interface IBare : IAsyncDisposable
{
    Task StartAsync(BareClient client);

    Task StepAsync(BareClient client);
}
