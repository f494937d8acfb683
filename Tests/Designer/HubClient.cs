using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Pana.Tests.Designer;

/// <summary>The studio's side of the live connection, message by message: SignalR's JSON protocol over a WebSocket.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private const char End = '\u001e';
    private readonly ClientWebSocket _socket = new();
    private readonly StringBuilder _received = new();

    public static async Task<HubClient> ConnectAsync(string origin, CancellationToken ct, params (string Name, string Value)[] headers)
    {
        var client = new HubClient();
        foreach (var (name, value) in headers)
        {
            client._socket.Options.SetRequestHeader(name, value);
        }

        await client._socket.ConnectAsync(new Uri(origin.Replace("http:", "ws:", StringComparison.Ordinal) + "/elsa/hubs/workflow-instance"), ct);
        await client.SendAsync(new JsonObject { ["protocol"] = "json", ["version"] = 1 }, ct);
        await client.NextAsync(ct);
        return client;
    }

    public Task ObserveAsync(string instanceId, CancellationToken ct) =>
        SendAsync(new JsonObject { ["type"] = 1, ["target"] = "ObserveInstanceAsync", ["arguments"] = new JsonArray(instanceId) }, ct);

    /// <summary>The next call of the server with this name; others before it are passed over.</summary>
    public async Task<JsonNode> NextCallAsync(string target, CancellationToken ct)
    {
        while (true)
        {
            var message = await NextAsync(ct);
            if ((string?)message["target"] == target)
            {
                return message["arguments"]![0]!;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        await Task.CompletedTask;
    }

    private Task SendAsync(JsonObject message, CancellationToken ct) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString() + End), WebSocketMessageType.Text, endOfMessage: true, ct);

    private async Task<JsonNode> NextAsync(CancellationToken ct)
    {
        var buffer = new byte[8192];
        while (true)
        {
            var text = _received.ToString();
            if (text.IndexOf(End, StringComparison.Ordinal) is var end and >= 0)
            {
                _received.Remove(0, end + 1);
                return JsonNode.Parse(text[..end])!;
            }

            var part = await _socket.ReceiveAsync(buffer.AsMemory(), ct);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException($"Expected a message, got the end of the connection: {_socket.CloseStatusDescription}");
            }

            _received.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }
    }
}
