using Microsoft.AspNetCore.Http;

namespace Pana.Engine;

/// <summary>The request that this scope answers, and what a workflow answers it. One per scope; outside of a request it is empty.</summary>
internal sealed class HttpExchange
{
    /// <summary>The request; null where nobody waits for an answer.</summary>
    public HttpContext? Context { get; set; }

    /// <summary>The answer. A burst that is repeated after a deadlock answers anew.</summary>
    public HttpAnswer? Answer { get; set; }
}

/// <summary>What is written once the burst has been committed.</summary>
internal sealed record HttpAnswer(int StatusCode, string? Content, string? ContentType, IReadOnlyDictionary<string, string> Headers);
