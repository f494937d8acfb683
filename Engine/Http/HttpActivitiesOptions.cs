namespace Pana.Engine;

/// <summary>What workflows may do over HTTP. Nothing, unless it is configured.</summary>
public sealed class HttpActivitiesOptions
{
    /// <summary>Where <c>Elsa.HttpEndpoint</c> listens.</summary>
    public const string BasePath = "/workflows";

    /// <summary>
    /// Scheme, host and port of the servers that requests may go to, such as <c>https://api.example.kz</c>. Empty: none.
    /// Redirections are not followed.
    /// </summary>
    public IList<Uri> AllowedOrigins { get; } = [];

    /// <summary>Whether endpoints of workflows answer at all. Default false.</summary>
    public bool Endpoints { get; set; }

    /// <summary>How the caller of an endpoint is known, such as a bearer scheme; never a cookie, which other sites can make a browser send.</summary>
    public string? AuthenticationScheme { get; set; }

    /// <summary>Bytes a request to an endpoint, or the answer of a server, may have. Default 1 MB.</summary>
    public int MaxBytes { get; set; } = 1024 * 1024;

    /// <summary>How long a server may take to answer. Default 30 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The address, if requests may go there.</summary>
    /// <exception cref="InvalidOperationException">It is no address, or its server is not allowed.</exception>
    internal Uri Allow(string? address, string activityId)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"HTTP request '{activityId}' has no address that begins with http:// or https://. Give it one in its Url.");
        }

        var origin = uri.GetLeftPart(UriPartial.Authority);
        return AllowedOrigins.Any(allowed => allowed.GetLeftPart(UriPartial.Authority) == origin)
            ? uri
            : throw new InvalidOperationException($"HTTP request '{activityId}' may not go to {origin}. Ask the administrator to add it to the allowed origins, or correct the Url.");
    }
}
