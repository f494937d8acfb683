using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pana.Cases;

/// <summary>Reads a form-js schema into a <see cref="FormDefinition"/> and checks it whole.</summary>
public static partial class FormLoader
{
    private static readonly Dictionary<string, FormComponentType> Types =
        Enum.GetValues<FormComponentType>().ToDictionary(type => type.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly FormComponentType[] FactTypes =
        [FormComponentType.Radio, FormComponentType.Select, FormComponentType.Checklist, FormComponentType.Checkbox, FormComponentType.DateTime, FormComponentType.Number];

    /// <summary>Reads a schema; <paramref name="name"/> stands in messages when the schema has no id. Throws <see cref="FormSchemaException"/>.</summary>
    public static FormDefinition Load(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        var source = Root(json, name);
        var reading = new Reading();
        var id = Text(source, "id");
        if (id.Length == 0)
        {
            reading.Defects.Add(FormDefectMessages.NoId);
        }

        var form = new FormDefinition
        {
            Id = id,
            Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12],
            Title = reading.Words(source, Properties(source)["kk"]?.ToString() ?? "", "", FormDefectMessages.Title),
            Components = reading.Components(source, inList: false),
            Source = source,
        };
        reading.CheckWhole(form);
        return reading.Defects.Count == 0 ? form : throw new FormSchemaException(id.Length > 0 ? id : name, reading.Defects);
    }

    private static JsonObject Root(string json, string name)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })?.AsObject()
                ?? throw new FormSchemaException(name, [FormDefectMessages.Empty.Fill()]);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FormSchemaException(name, [FormDefectMessages.NoJson.Fill(error.Message)]);
        }
    }

    private static string Text(JsonObject node, string member) => node[member]?.ToString() ?? "";

    private static JsonObject Properties(JsonObject node) => node["properties"] as JsonObject ?? [];
}
