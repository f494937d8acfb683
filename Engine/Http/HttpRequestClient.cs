namespace Pana.Engine;

/// <summary>The one client of the process: it follows no redirection, which could lead to a server that is not allowed, and keeps no cookies.</summary>
internal sealed class HttpRequestClient : IDisposable
{
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    public void Dispose() => Http.Dispose();
}
