namespace Pana.Engine;

/// <summary>A workflow does not take a request: the caller is told the status code, and nothing is changed or recorded.</summary>
internal sealed class HttpRefusedException(int statusCode, string message) : WorkflowRefusedException(message)
{
    public int StatusCode { get; } = statusCode;
}
