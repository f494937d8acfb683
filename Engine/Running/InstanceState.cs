using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Pana.Engine;

/// <summary>
/// The state of a waiting instance as compact JSON, and back. Executions that ended are not in it; plain data keeps
/// its type through one-member objects such as <c>{"$t": …}</c>.
/// </summary>
internal static partial class InstanceState
{
    private const int FormatVersion = 1;

    public static string Write(WorkflowExecutionContext instance)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = DefinitionJson.Compact.Encoder, SkipValidation = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("v", FormatVersion);
            json.WriteNumber("seq", instance.Sequence);
            WriteText(json, "trigger", instance.TriggerActivityId);
            WriteText(json, "parentBookmark", instance.ParentBookmarkId);
            WriteMap(json, "in", instance.Input);
            WriteMap(json, "out", (IReadOnlyDictionary<string, object?>)instance.Output);
            if (instance.Status == WorkflowStatus.Running)
            {
                WriteOutputs(json, instance);
                if (instance.LastResult is not null)
                {
                    json.WritePropertyName("last");
                    WriteValue(json, instance.LastResult);
                }
            }

            if (instance.Root is { } root)
            {
                json.WritePropertyName("root");
                WriteContext(json, root);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static WorkflowExecutionContext Read(StoredInstance stored, CompiledWorkflow workflow, Burst burst)
    {
        using var document = JsonDocument.Parse(stored.State, new JsonDocumentOptions { MaxDepth = 256 });
        var state = document.RootElement;
        if (state.GetProperty("v").GetInt32() is var version && version != FormatVersion)
        {
            throw new InvalidOperationException(
                $"The state of instance '{stored.Id}' has format {version}, this program reads {FormatVersion}. Run the program version that wrote it, or upgrade the database first.");
        }

        var instance = new WorkflowExecutionContext(stored.Id, workflow, burst)
        {
            CorrelationId = stored.CorrelationId,
            Name = stored.Name,
            ParentInstanceId = stored.ParentInstanceId,
            ParentBookmarkId = ReadText(state, "parentBookmark"),
            TriggerActivityId = ReadText(state, "trigger"),
            Sequence = state.GetProperty("seq").GetInt64(),
            SubStatus = Enum.Parse<WorkflowSubStatus>(stored.SubStatus),
            Revision = stored.Revision,
            CreatedAt = stored.CreatedAt,
            Input = ReadMap(state, "in") ?? [],
            Output = ReadMap(state, "out") ?? [],
            LastResult = state.TryGetProperty("last", out var last) ? ReadValue(last) : null,
        };
        if (state.TryGetProperty("outs", out var outputs))
        {
            foreach (var activity in outputs.EnumerateObject())
            {
                instance.ActivityOutputs[activity.Name] = ReadPairs(activity.Value);
            }
        }

        if (state.TryGetProperty("root", out var root))
        {
            instance.Root = ReadContext(root, null, instance);
        }

        return instance;
    }

    private static void WriteOutputs(Utf8JsonWriter json, WorkflowExecutionContext instance)
    {
        if (instance.ActivityOutputs.Count == 0)
        {
            return;
        }

        json.WriteStartObject("outs");
        foreach (var (activity, outputs) in instance.ActivityOutputs)
        {
            WriteMap(json, activity, outputs, evenEmpty: true);
        }

        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, ActivityExecutionContext context)
    {
        json.WriteStartObject();
        json.WriteString("i", context.Id);
        json.WriteString("n", context.Activity.NodeId);
        WriteText(json, "c", context.CompletionCallback);
        if (context.ByBackwardConnection)
        {
            json.WriteBoolean("b", true);
        }

        if (context.Variables is { } variables)
        {
            WriteMap(json, "vars", variables, evenEmpty: true);
        }

        if (context.Properties is { Count: > 0 } properties)
        {
            json.WriteStartObject("props");
            foreach (var (key, value) in properties)
            {
                json.WritePropertyName(key);
                JsonSerializer.Serialize(json, value, value?.GetType() ?? typeof(object), PlainData.Json);
            }

            json.WriteEndObject();
        }

        if (context.FlowScope is { } flow)
        {
            json.WritePropertyName("flow");
            flow.Write(json);
        }

        if (context.BookmarkIds.Count > 0)
        {
            json.WriteStartArray("marks");
            foreach (var id in context.BookmarkIds)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
        }

        if (context.Children.Count > 0)
        {
            json.WriteStartArray("kids");
            foreach (var child in context.Children)
            {
                WriteContext(json, child);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static ActivityExecutionContext ReadContext(JsonElement json, ActivityExecutionContext? parent, WorkflowExecutionContext instance)
    {
        var activity = instance.Workflow.Find(json.GetProperty("n").GetString()!);
        var context = new ActivityExecutionContext(json.GetProperty("i").GetString()!, activity, parent, instance)
        {
            CompletionCallback = ReadText(json, "c"),
            ByBackwardConnection = json.TryGetProperty("b", out _),
            Variables = ReadMap(json, "vars"),
        };
        if (json.TryGetProperty("props", out var properties))
        {
            context.Properties = [];
            foreach (var property in properties.EnumerateObject())
            {
                context.Properties[property.Name] = property.Value.Clone();
            }
        }

        if (json.TryGetProperty("flow", out var flow))
        {
            context.FlowScope = FlowScope.Read(flow);
        }

        if (json.TryGetProperty("marks", out var marks))
        {
            context.BookmarkIds.AddRange(marks.EnumerateArray().Select(m => m.GetString()!));
        }

        if (json.TryGetProperty("kids", out var children))
        {
            foreach (var child in children.EnumerateArray())
            {
                context.Children.Add(ReadContext(child, context, instance));
            }
        }

        return context;
    }
}
