namespace Pana.Portal.Start;

/// <summary>What workflows may do over HTTP: <c>Pana:WorkflowHttp</c>. Nothing by default.</summary>
public sealed class WorkflowHttpOptions
{
    /// <summary>Scheme, host and port of the servers that requests of workflows may go to, such as <c>https://api.example.kz</c>.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Whether endpoints of workflows answer, at <c>/workflows/…</c>, to programs (<see cref="PortalOptions.Programs"/>). Default false.</summary>
    public bool Endpoints { get; set; }
}
