using System.Collections.Concurrent;
using System.Reflection;

namespace Pana.Engine;

/// <summary>Every activity type there is, by type name. Filled when the engine is registered; read by everyone.</summary>
public sealed class ActivityCatalog
{
    private readonly ConcurrentDictionary<string, ActivityDescriptor> _descriptors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, ActivityBinding> _bindings = new();

    /// <summary>Creates a catalogue with the engine's own activities and those of the assemblies.</summary>
    public ActivityCatalog(params IEnumerable<Assembly> assemblies)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        AddFrom(typeof(ActivityCatalog).Assembly);
        foreach (var assembly in assemblies)
        {
            AddFrom(assembly);
        }
    }

    /// <summary>Every descriptor, ordered by type name.</summary>
    public IReadOnlyList<ActivityDescriptor> Descriptors => [.. _descriptors.Values.OrderBy(d => d.TypeName, StringComparer.Ordinal)];

    /// <summary>The descriptor of a type name; null when it is unknown.</summary>
    public ActivityDescriptor? Find(string typeName) => _descriptors.GetValueOrDefault(typeName);

    internal void AddFrom(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
        {
            if (!type.IsAbstract && !type.ContainsGenericParameters && typeof(Activity).IsAssignableFrom(type) && type.GetCustomAttribute<ActivityAttribute>() is { } attribute)
            {
                Add(DescriptorFactory.Describe(type, attribute, BindingOf(type)));
            }
        }
    }

    internal ActivityBinding BindingOf(Type type) => _bindings.GetOrAdd(type, static t => new ActivityBinding(t));

    private void Add(ActivityDescriptor descriptor)
    {
        if (_descriptors.TryGetValue(descriptor.TypeName, out var other) && other.ClrType != descriptor.ClrType)
        {
            throw new InvalidOperationException(
                $"Activity type '{descriptor.TypeName}' is defined twice: by {other.ClrType} and by {descriptor.ClrType}. Give one of them another Type in its [Activity] attribute.");
        }

        _descriptors[descriptor.TypeName] = descriptor;
    }
}
