using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pana.Cases;

/// <summary>Reads stored content and names every defect of it; what it accepts may be published.</summary>
internal static class ContentReader
{
    public const string CalendarKey = "kz";
    public const string LimitsKey = "limits";

    private static readonly JsonSerializerOptions Options = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The first 12 hexadecimal digits of the body's SHA-256; for a form the same as <see cref="FormDefinition.Version"/>.</summary>
    public static string Digest(string body) => Hash(body)[..12];

    public static string Hash(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    public static CalendarFile Calendar(string body) => Read<CalendarFile>(body, "the calendar");

    public static StaffNormsFile Staffing(string body) => Read<StaffNormsFile>(body, "the staffing norms");

    public static LimitsFile Limits(string body) => Read<LimitsFile>(body, "the limits");

    /// <summary>Every defect of the content in itself.</summary>
    public static IReadOnlyList<ContentDefect> Check(ContentKind kind, string key, string body, PaperTemplates templates, EventCatalog events, ObligationCatalog limits)
    {
        try
        {
            return kind switch
            {
                ContentKind.Form => CheckForm(key, body),
                ContentKind.Document => CheckDocument(key, DocumentBody.Parse(body), templates),
                ContentKind.Calendar => CalendarRules.Check(Calendar(body)),
                ContentKind.Staffing => StaffRules.Check(Staffing(body)),
                _ => CheckLimits(body, events, limits),
            };
        }
        catch (FormSchemaException error)
        {
            return [.. error.Defects.Select(defect => new ContentDefect("", null, defect))];
        }
        catch (PaperException error)
        {
            return [new ContentDefect("", null, error.Words)];
        }
        catch (InvalidDataException error)
        {
            return [new ContentDefect("", null, LocalizedText.Same(error.Message))];
        }
    }

    /// <summary>Every defect of the limits in themselves.</summary>
    public static IReadOnlyList<ContentDefect> CheckLimits(string body, EventCatalog events, ObligationCatalog inUse) => LimitRules.Check(Limits(body), events, inUse);

    private static IReadOnlyList<ContentDefect> CheckForm(string key, string body)
    {
        var form = FormLoader.Load(body, key);
        return form.Id == key ? [] : [new ContentDefect("id", null, ContentMessages.FormId.Fill(form.Id, key))];
    }

    private static IReadOnlyList<ContentDefect> CheckDocument(string key, DocumentBody document, PaperTemplates templates) => document.Kind.Kind == key
        ? templates.Check(document)
        : [new ContentDefect("kind", null, ContentMessages.DocumentKind.Fill(document.Kind.Kind, key))];

    private static T Read<T>(string body, string what)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Options) ?? throw new InvalidDataException($"{what}: expected data, got null");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{what} cannot be read: {error.Message}", error);
        }
    }
}
