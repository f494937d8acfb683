using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>What the journal says beside the event's name.</summary>
internal static class JournalText
{
    private const int LongestText = 500;

    /// <summary>Unique enough within an instance, short in the journal.</summary>
    public static string NewId() => Random.Shared.NextInt64().ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    public static JsonObject? Completed(ActivityExecutionContext context, Outcomes? outcomes)
    {
        var data = Suspended(context);
        if (outcomes is not null && outcomes.Names is not ["Done"])
        {
            (data ??= [])["outcomes"] = new JsonArray([.. outcomes.Names.Select(n => JsonValue.Create(n))]);
        }

        if (context.Outputs is { } outputs)
        {
            (data ??= [])["outputs"] = Values(outputs);
        }

        return data;
    }

    public static JsonObject? Suspended(ActivityExecutionContext context)
    {
        JsonObject? data = null;
        var inputs = context.EvaluatedInputs().Where(i => !context.Activity.Node.Binding.IsSensitive(i.Key)).ToList();
        if (inputs.Count > 0)
        {
            data = new JsonObject { ["inputs"] = Values(inputs) };
        }

        if (context.JournalDataOrNull is { } journal)
        {
            (data ??= [])["data"] = journal.DeepClone();
        }

        return data;
    }

    private static JsonObject Values(IEnumerable<KeyValuePair<string, object?>> values)
    {
        var result = new JsonObject();
        foreach (var (name, value) in values)
        {
            result[name] = PlainData.From(value) switch
            {
                string text => text.Length > LongestText ? $"{text.AsSpan(0, LongestText)}…" : text,
                var plain when PlainData.ToNode(plain) is { } node => node.ToJsonString(PlainData.Json).Length > LongestText * 4 ? PlainData.Describe(plain) : node,
                _ => null,
            };
        }

        return result;
    }
}
