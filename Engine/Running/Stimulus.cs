using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Pana.Engine;

/// <summary>What began a burst, in a form that can be stored and repeated.</summary>
internal sealed record Stimulus(string Kind, string Target)
{
    public string? InstanceId { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    public string? TriggerActivityId { get; init; }

    public string? DefinitionVersionId { get; init; }

    public object? Data { get; init; }

    /// <summary>The incident this burst retries; not stored.</summary>
    public string? IncidentId { get; init; }

    /// <summary>Whether nobody asked; not stored, for it is always a person who retries.</summary>
    public bool Unattended { get; init; }

    public IReadOnlyDictionary<string, object?> Input => Data as IReadOnlyDictionary<string, object?> ?? EmptyInput.Instance;

    public static Stimulus Of(StartWorkflow request) => new("start", request.DefinitionId)
    {
        InstanceId = request.InstanceId,
        CorrelationId = request.CorrelationId,
        Name = request.Name,
        TriggerActivityId = request.TriggerActivityId,
        DefinitionVersionId = request.DefinitionVersionId,
        Data = request.Input,
        Unattended = request.Unattended,
    };

    public static Stimulus Of(ResumeBookmark request) => new("resume", request.BookmarkId) { Data = request.Input, Unattended = request.Unattended };

    public static Stimulus Of(PublishEvent request) => new("event", request.EventName)
    {
        InstanceId = request.InstanceId,
        CorrelationId = request.CorrelationId,
        Data = request.Payload,
    };

    public static Stimulus Cancel(string instanceId) => new("cancel", instanceId);

    public StartWorkflow ToStart() => new(Target)
    {
        InstanceId = InstanceId,
        CorrelationId = CorrelationId,
        Name = Name,
        TriggerActivityId = TriggerActivityId,
        DefinitionVersionId = DefinitionVersionId,
        Input = Input,
    };

    public PublishEvent ToEvent() => new(Target) { InstanceId = InstanceId, CorrelationId = CorrelationId, Payload = Data };

    public string Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("kind", Kind);
            json.WriteString("target", Target);
            json.WriteString("instance", InstanceId);
            json.WriteString("correlation", CorrelationId);
            json.WriteString("name", Name);
            json.WriteString("trigger", TriggerActivityId);
            json.WriteString("version", DefinitionVersionId);
            json.WritePropertyName("data");
            InstanceState.WriteValue(json, PlainData.From(Data));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static Stimulus Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        return new Stimulus(json.GetProperty("kind").GetString()!, json.GetProperty("target").GetString()!)
        {
            InstanceId = json.GetProperty("instance").GetString(),
            CorrelationId = json.GetProperty("correlation").GetString(),
            Name = json.GetProperty("name").GetString(),
            TriggerActivityId = json.GetProperty("trigger").GetString(),
            DefinitionVersionId = json.GetProperty("version").GetString(),
            Data = InstanceState.ReadValue(json.GetProperty("data")),
        };
    }
}
