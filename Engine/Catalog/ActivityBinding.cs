using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>How the JSON of an activity type becomes an object: found out by reflection once per type.</summary>
internal sealed class ActivityBinding
{
    private readonly List<(PropertyInfo Property, string JsonName, ConstructorInfo Create)> _inputs = [];
    private readonly List<(PropertyInfo Property, string JsonName, Type ValueType)> _outputs = [];
    private readonly List<(PropertyInfo Property, string JsonName)> _ports = [];
    private readonly List<(PropertyInfo Property, string JsonName)> _children = [];
    private readonly List<(PropertyInfo Property, string JsonName)> _raw = [];
    private readonly HashSet<string> _sensitive = [];
    private readonly PropertyInfo? _result;

    public ActivityBinding(Type type)
    {
        ClrType = type;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.DeclaringType == typeof(Activity) || property.SetMethod is null)
            {
                continue;
            }

            var jsonName = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var propertyType = property.PropertyType;
            if (property.GetCustomAttribute<InputAttribute>() is { IsSensitive: true })
            {
                _sensitive.Add(property.Name);
            }

            if (GenericArgument(propertyType, typeof(Input<>)) is not null)
            {
                _inputs.Add((property, jsonName, propertyType.GetConstructor([typeof(Expression)])!));
            }
            else if (GenericArgument(propertyType, typeof(Output<>)) is { } valueType)
            {
                _outputs.Add((property, jsonName, valueType));
                _result = property.Name == "Result" ? property : _result;
            }
            else if (typeof(Activity).IsAssignableFrom(propertyType))
            {
                _ports.Add((property, jsonName));
            }
            else if (ValueTypes.ElementOf(propertyType) is { } element && typeof(Activity).IsAssignableFrom(element))
            {
                _children.Add((property, jsonName));
            }
            else if (property.GetCustomAttribute<InputAttribute>() is not null)
            {
                _raw.Add((property, jsonName));
            }
        }
    }

    public Type ClrType { get; }

    public IEnumerable<PropertyInfo> Inputs => _inputs.Select(i => i.Property);

    public IEnumerable<PropertyInfo> RawInputs => _raw.Select(i => i.Property);

    public IEnumerable<PropertyInfo> Outputs => _outputs.Select(o => o.Property);

    public IEnumerable<PropertyInfo> Ports => _ports.Select(p => p.Property);

    /// <summary>Whether the input must stay out of the journal.</summary>
    public bool IsSensitive(string inputName) => _sensitive.Contains(inputName);

    public bool HasChildren => _children.Count > 0;

    public static Type? GenericArgument(Type type, Type generic) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments()[0] : null;

    public Activity Create() => (Activity)Activator.CreateInstance(ClrType, nonPublic: true)!;

    public Output? ResultOf(Activity activity) => (Output?)_result?.GetValue(activity);

    /// <summary>Fills the activity from its JSON; children are compiled by <paramref name="compileChild"/>.</summary>
    public void Bind(Activity activity, JsonObject json, Func<JsonObject, Activity> compileChild)
    {
        BindInputs(activity, json);
        BindOutputs(activity, json);
        BindChildren(activity, json, compileChild);
        foreach (var (property, name) in _raw)
        {
            if (json[name] is { } value && !BindsItself(property.PropertyType))
            {
                property.SetValue(activity, ValueTypes.Convert(PlainData.From(value), property.PropertyType));
            }
        }

        activity.BindMore(json, compileChild);
    }

    internal static Expression? ReadExpression(JsonNode? node)
    {
        if (node is not JsonObject wrapper)
        {
            return node is null ? null : new Expression("Literal", PlainData.FromNode(node));
        }

        if (wrapper["expression"] is JsonObject inner)
        {
            return ReadExpression(inner);
        }

        return wrapper["type"] is JsonValue type && type.TryGetValue(out string? name)
            ? new Expression(name, PlainData.FromNode(wrapper["value"]))
            : null;
    }

    private static bool BindsItself(Type type) =>
        type == typeof(Variable) || (ValueTypes.ElementOf(type) is { } element && (element == typeof(SwitchCase) || element == typeof(FlowSwitchCase) || element == typeof(HttpStatusCodeCase)));

    private static Output? ReadOutput(JsonNode? node, Type valueType)
    {
        if (node is not JsonObject binding)
        {
            return null;
        }

        var id = binding["memoryReference"] is JsonObject reference && reference["id"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
        return (Output)typeof(Output<>).MakeGenericType(valueType).GetConstructor([typeof(string)])!.Invoke([id]);
    }

    private void BindInputs(Activity activity, JsonObject json)
    {
        var inputs = new List<Input>();
        foreach (var (property, name, create) in _inputs)
        {
            if (ReadExpression(json[name]) is { } expression)
            {
                property.SetValue(activity, create.Invoke([expression]));
            }

            if (property.GetValue(activity) is Input input)
            {
                input.Name = property.Name;
                input.Index = inputs.Count;
                inputs.Add(input);
            }
        }

        activity.Node.Inputs = [.. inputs];
    }

    private void BindOutputs(Activity activity, JsonObject json)
    {
        foreach (var (property, name, valueType) in _outputs)
        {
            var output = ReadOutput(json[name], valueType) ?? (Output?)property.GetValue(activity) ?? ReadOutput(new JsonObject(), valueType)!;
            output.Name = property.Name;
            property.SetValue(activity, output);
        }
    }

    private void BindChildren(Activity activity, JsonObject json, Func<JsonObject, Activity> compileChild)
    {
        foreach (var (property, name) in _ports)
        {
            // A flowchart's start is the id of one of its activities, or that activity once more: not a child of its own.
            if (json[name] is JsonObject child && !(activity is Flowchart && name == "start"))
            {
                property.SetValue(activity, compileChild(child));
            }
        }

        foreach (var (property, name) in _children)
        {
            if (json[name] is JsonArray items)
            {
                var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(ValueTypes.ElementOf(property.PropertyType)!))!;
                foreach (var child in items.OfType<JsonObject>())
                {
                    list.Add(compileChild(child));
                }

                property.SetValue(activity, list);
            }
        }
    }
}
