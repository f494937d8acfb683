using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Pana.Designer;

/// <summary>The shapes of an answer that Elsa Studio understands.</summary>
internal static class Answer
{
    /// <summary>Kazakh and Russian stay readable; nothing of it is ever put into a page as markup.</summary>
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static IResult Json(JsonNode node, int status = StatusCodes.Status200OK) =>
        Results.Text(node.ToJsonString(Options), "application/json; charset=utf-8", statusCode: status);

    /// <summary><c>{ items, count }</c>.</summary>
    public static IResult List(IEnumerable<JsonNode?> items)
    {
        var array = Array(items);
        return Json(new JsonObject { ["items"] = array, ["count"] = array.Count });
    }

    /// <summary><c>{ items, totalCount }</c>.</summary>
    public static IResult Page(IEnumerable<JsonNode?> items, int total) =>
        Json(new JsonObject { ["items"] = Array(items), ["totalCount"] = total });

    /// <summary>What a person must read: the studio shows every text of a 400, and nothing of any other failure.</summary>
    public static IResult Refuse(IEnumerable<string> texts, string? code = null)
    {
        var body = new JsonObject
        {
            ["title"] = "Pana",
            ["status"] = StatusCodes.Status400BadRequest,
            ["errors"] = new JsonObject { ["any"] = Array(texts.Select(t => (JsonNode?)JsonValue.Create(t))) },
        };
        if (code is not null)
        {
            body["code"] = code;
        }

        return Json(body, StatusCodes.Status400BadRequest);
    }

    public static IResult Refuse(string text, string? code = null) => Refuse([text], code);

    public static IResult Missing(string text) => Json(new JsonObject { ["title"] = text, ["status"] = 404 }, StatusCodes.Status404NotFound);

    /// <summary>A file for the browser; the studio reads only a plain ASCII <c>filename=</c>.</summary>
    public static IResult File(byte[] bytes, string type, string name, HttpContext context)
    {
        var ascii = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-'));
        context.Response.Headers.ContentDisposition = $"attachment; filename={ascii}";
        return Results.Bytes(bytes, type);
    }

    public static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];

    /// <summary>An object without its null members: the studio crashes on null where it bears absence.</summary>
    public static JsonObject Object(params (string Name, JsonNode? Value)[] members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                result[name] = value;
            }
        }

        return result;
    }
}
