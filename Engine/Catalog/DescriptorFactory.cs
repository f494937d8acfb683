using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pana.Engine;

/// <summary>Reads a descriptor off an activity class and its attributes.</summary>
internal static class DescriptorFactory
{
    public static ActivityDescriptor Describe(Type type, ActivityAttribute attribute, ActivityBinding binding)
    {
        var name = attribute.Type ?? type.Name;
        var sample = binding.Create();
        return new ActivityDescriptor
        {
            TypeName = $"{attribute.Namespace}.{name}",
            Version = attribute.Version,
            Namespace = attribute.Namespace,
            Name = name,
            Category = attribute.Category,
            DisplayName = attribute.DisplayName ?? InWords(name),
            Description = attribute.Description,
            Kind = attribute.Kind,
            Inputs = [.. binding.Inputs.Select(p => Input(p, isWrapped: true)).Concat(binding.RawInputs.Select(p => Input(p, isWrapped: false)))],
            Outputs = [.. binding.Outputs.Select(Output)],
            Ports = [.. Ports(type, binding)],
            IsContainer = binding.HasChildren && type != typeof(Fork),
            IsBrowsable = attribute.IsBrowsable,
            IsStart = type == typeof(Start),
            IsTerminal = sample.IsTerminal,
            ClrType = type,
        };
    }

    private static InputDescriptor Input(PropertyInfo property, bool isWrapped)
    {
        var attribute = property.GetCustomAttribute<InputAttribute>() ?? new InputAttribute();
        var type = isWrapped ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        var hint = attribute.UIHint ?? HintFor(type);
        return new InputDescriptor
        {
            Name = property.Name,
            TypeName = ValueTypes.NameOf(type),
            DisplayName = attribute.DisplayName ?? InWords(property.Name),
            Description = attribute.Description,
            Category = attribute.Category,
            UIHint = hint,
            IsWrapped = isWrapped,
            Order = attribute.Order,
            IsBrowsable = attribute.IsBrowsable,
            IsRequired = attribute.IsRequired,
            IsSensitive = attribute.IsSensitive,
            AutoEvaluate = attribute.AutoEvaluate,
            DefaultValue = JsonSerializer.SerializeToNode(attribute.DefaultValue, PlainData.Json),
            DefaultSyntax = attribute.DefaultSyntax,
            UISpecifications = Specifications(hint, type, attribute.Options),
        };
    }

    private static OutputDescriptor Output(PropertyInfo property)
    {
        var attribute = property.GetCustomAttribute<OutputAttribute>() ?? new OutputAttribute();
        return new OutputDescriptor(
            property.Name,
            ValueTypes.NameOf(property.PropertyType.GetGenericArguments()[0]),
            attribute.DisplayName ?? InWords(property.Name),
            attribute.Description,
            attribute.IsBrowsable,
            attribute.IsSerializable);
    }

    private static IEnumerable<PortDescriptor> Ports(Type type, ActivityBinding binding)
    {
        foreach (var property in binding.Ports)
        {
            yield return new PortDescriptor(property.Name, property.Name, "Embedded", property.GetCustomAttribute<PortAttribute>()?.IsBrowsable ?? true);
        }

        foreach (var outcome in type.GetCustomAttribute<FlowNodeAttribute>()?.Outcomes ?? [])
        {
            yield return new PortDescriptor(outcome, outcome, "Flow");
        }
    }

    private static string HintFor(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool))
        {
            return "checkbox";
        }

        return type.IsEnum || ValueTypes.NameOf(type) == "ObjectDictionary" ? "dropdown" : ValueTypes.ElementOf(type) is not null ? "multitext" : "singleline";
    }

    private static JsonObject Specifications(string hint, Type type, object? options)
    {
        string[]? choices = options switch
        {
            IEnumerable items and not string => [.. items.Cast<object?>().Select(o => o?.ToString() ?? "")],
            _ => type.IsEnum ? Enum.GetNames(type) : null,
        };

        return hint switch
        {
            "dropdown" when choices is not null => new JsonObject { ["dropdown"] = new JsonObject { ["selectList"] = new JsonObject { ["items"] = Items(choices) } } },
            "checklist" when choices is not null => new JsonObject { ["checklist"] = new JsonObject { ["checkList"] = new JsonObject { ["items"] = Items(choices), ["isFlagsEnum"] = false } } },
            "radiolist" when choices is not null => new JsonObject { ["radiolist"] = new JsonObject { ["radioList"] = new JsonObject { ["items"] = Items(choices) } } },
            "dynamic-outcomes" when choices is not null => new JsonObject { ["DynamicOutcomesOptions"] = new JsonObject { ["fixedOutcomes"] = new JsonArray([.. choices.Select(c => JsonValue.Create(c))]) } },
            "code-editor" or "json-editor" when options is string language => new JsonObject { ["code-editor"] = new JsonObject { ["language"] = language } },
            _ => [],
        };
    }

    private static JsonArray Items(IEnumerable<string> choices) =>
        new([.. choices.Select(c => new JsonObject { ["text"] = c, ["value"] = c })]);

    internal static string InWords(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
            {
                text.Append(' ');
            }

            text.Append(name[i]);
        }

        return text.ToString();
    }
}
