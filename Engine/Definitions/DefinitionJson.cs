using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Pana.Engine;

/// <summary>How definitions are written: Kazakh and Russian texts stay readable.</summary>
internal static class DefinitionJson
{
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
