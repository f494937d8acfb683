using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>A request on its way, as the outbox keeps it.</summary>
internal sealed record HttpRequestLetter(string BookmarkId, string Method, Uri Address, string? Content, string? ContentType)
{
    public const string Kind = "http";
    public const string FailureKey = "Failure";
    public const string Timeout = "timeout";
    public const string NotReached = "not reached";

    public string? Authorization { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a failure is tried again instead of told to the workflow.</summary>
    public bool IsRepeated { get; init; }

    public string Write() => JsonSerializer.Serialize(this, PlainData.Json);

    public static HttpRequestLetter Read(string text) => JsonSerializer.Deserialize<HttpRequestLetter>(text, PlainData.Json)!;

    /// <summary>Header values as texts; several values are joined as HTTP does.</summary>
    public static Dictionary<string, string> Texts(IDictionary<string, object?>? headers) =>
        (headers ?? new Dictionary<string, object?>()).Where(header => header.Value is not null).ToDictionary(
            header => header.Key,
            header => header.Value is string text ? text : header.Value is System.Collections.IEnumerable many ? string.Join(", ", many.Cast<object?>()) : header.Value!.ToString()!,
            StringComparer.OrdinalIgnoreCase);

    /// <summary>The content as plain data when its type is JSON, as a text otherwise; a broken JSON stays a text.</summary>
    public static object? Parse(string content, string? mediaType)
    {
        if (content.Length == 0)
        {
            return null;
        }

        if (mediaType is null || !(mediaType.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase)))
        {
            return content;
        }

        try
        {
            return PlainData.FromNode(JsonNode.Parse(content));
        }
        catch (JsonException)
        {
            return content;
        }
    }
}
