using System.Text.Json;

namespace Pana.Engine;

/// <summary>The counters of one running flowchart: visits of activities and connections, and whether each connection's last visit was followed.</summary>
internal sealed class FlowScope(int activities, int connections)
{
    private readonly int[] _activityVisits = new int[activities];
    private readonly int[] _connectionVisits = new int[connections];
    private readonly bool[] _followed = new bool[connections];

    /// <summary>Connections still to be visited in the running step, last first.</summary>
    public Stack<(int Connection, bool Followed)> Open { get; } = new();

    public void VisitActivity(int activity) => _activityVisits[activity]++;

    public void VisitConnection(int connection, bool followed)
    {
        _connectionVisits[connection]++;
        _followed[connection] = followed;
    }

    /// <summary>Whether the connection was visited in the target's current round.</summary>
    public bool IsNew(int connection, int target) => _connectionVisits[connection] > _activityVisits[target];

    public bool AllVisited(FlowGraph graph, int activity)
    {
        foreach (var connection in graph.Inbound(activity))
        {
            if (!IsNew(connection, activity))
            {
                return false;
            }
        }

        return true;
    }

    public bool AllFollowed(FlowGraph graph, int activity)
    {
        foreach (var connection in graph.Inbound(activity))
        {
            if (!_followed[connection])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether any visit of the current round was followed; what an earlier round left behind does not count.</summary>
    public bool AnyFollowed(FlowGraph graph, int activity)
    {
        foreach (var connection in graph.Inbound(activity))
        {
            if (_followed[connection] && IsNew(connection, activity))
            {
                return true;
            }
        }

        return false;
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteNumbers(json, "a", _activityVisits);
        WriteNumbers(json, "c", _connectionVisits);
        json.WriteString("f", string.Create(_followed.Length, _followed, static (text, followed) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = followed[i] ? '1' : '0';
            }
        }));
        json.WriteEndObject();
    }

    public static FlowScope Read(JsonElement json)
    {
        var activities = json.GetProperty("a");
        var connections = json.GetProperty("c");
        var followed = json.GetProperty("f").GetString()!;
        var scope = new FlowScope(activities.GetArrayLength(), connections.GetArrayLength());
        ReadNumbers(activities, scope._activityVisits);
        ReadNumbers(connections, scope._connectionVisits);
        for (var i = 0; i < followed.Length; i++)
        {
            scope._followed[i] = followed[i] == '1';
        }

        return scope;
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, int[] numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void ReadNumbers(JsonElement json, int[] numbers)
    {
        var i = 0;
        foreach (var number in json.EnumerateArray())
        {
            numbers[i++] = number.GetInt32();
        }
    }
}
