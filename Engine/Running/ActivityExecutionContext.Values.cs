using System.Text.Json;

namespace Pana.Engine;

public sealed partial class ActivityExecutionContext
{
    private static readonly object NotEvaluated = new();

    private object?[]? _inputs;

    /// <summary>Variables of this scope by id: those the container declares, and those its owner gave it.</summary>
    internal Dictionary<string, object?>? Variables { get; set; }

    /// <summary>What the activity remembers between bursts, by key.</summary>
    internal Dictionary<string, object?>? Properties { get; set; }

    internal FlowScope? FlowScope { get; set; }

    /// <summary>The outputs this execution gave, by name.</summary>
    internal Dictionary<string, object?>? Outputs { get; private set; }

    /// <summary>The value of an input, evaluated when first asked for.</summary>
    public T? Get<T>(Input<T>? input)
    {
        if (input is null)
        {
            return default;
        }

        if (input.TryGetConstant(out var constant))
        {
            return constant;
        }

        if (_inputs is not null && input.Index >= 0 && !ReferenceEquals(_inputs[input.Index], NotEvaluated))
        {
            return (T?)_inputs[input.Index];
        }

        var value = Evaluate(input);
        if (input.Index >= 0)
        {
            Remember(input.Index, value);
        }

        return value;
    }

    /// <summary>The value of an input as it is now, even when it was evaluated before.</summary>
    public T? EvaluateAgain<T>(Input<T>? input) =>
        input is null ? default : input.TryGetConstant(out var constant) ? constant : Evaluate(input);

    /// <summary>Gives an output: to the variable or workflow output it is bound to, and to whoever asks for the activity's outputs.</summary>
    public void Set<T>(Output<T>? output, T? value)
    {
        if (output is null)
        {
            return;
        }

        SetOutput(output.Name.Length > 0 ? output.Name : "Result", output.TargetId, value);
    }

    /// <summary>Gives the activity's result, whether or not the definition binds it.</summary>
    public void SetResult(object? value)
    {
        var output = Activity.Node.Binding.ResultOf(Activity);
        SetOutput("Result", output?.TargetId, value);
    }

    /// <summary>A variable in scope by name or id; null when there is none.</summary>
    public object? GetVariable(string name) => FindScope(name, out var key, out _) is { } scope ? scope[key] : null;

    /// <summary>A variable in scope, converted.</summary>
    public T? GetVariable<T>(string name) => ValueTypes.Convert<T>(GetVariable(name));

    /// <summary>Sets a variable in scope. A name nobody declared is refused.</summary>
    public void SetVariable(string name, object? value)
    {
        if (FindScope(name, out var key, out var declared) is not { } scope)
        {
            throw new InvalidOperationException(
                $"Variable '{name}' is not declared. Known here: {string.Join(", ", VariableNames().Distinct().Order(StringComparer.Ordinal))}. Declare it in the workflow's variables.");
        }

        scope[key] = VariableValues.Of(declared, value);
    }

    /// <summary>What the activity stored under the key in this execution, in this burst or an earlier one.</summary>
    public T? GetProperty<T>(string key)
    {
        if (Properties is null || !Properties.TryGetValue(key, out var value))
        {
            return default;
        }

        if (value is JsonElement stored)
        {
            var typed = stored.Deserialize<T>(PlainData.Json);
            Properties[key] = typed;
            return typed;
        }

        return value is T known ? known : ValueTypes.Convert<T>(value);
    }

    /// <summary>Stores a value with this execution; it lives until the execution ends.</summary>
    public void SetProperty<T>(string key, T value) => (Properties ??= [])[key] = value;

    internal IEnumerable<string> VariableNames()
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.Variables is null)
            {
                continue;
            }

            foreach (var id in scope.Variables.Keys)
            {
                yield return scope.Activity.Node.FindVariable(id)?.Name ?? id;
            }
        }
    }

    /// <summary>Inputs may be given anew when the execution is resumed.</summary>
    internal void ForgetInputs() => _inputs = null;

    /// <summary>The inputs evaluated so far that are not constants.</summary>
    internal IEnumerable<KeyValuePair<string, object?>> EvaluatedInputs()
    {
        for (var i = 0; _inputs is not null && i < _inputs.Length; i++)
        {
            if (!ReferenceEquals(_inputs[i], NotEvaluated))
            {
                yield return new(Activity.Node.Inputs[i].Name, _inputs[i]);
            }
        }
    }

    internal void SetOutput(string name, string? targetId, object? value)
    {
        var plain = PlainData.From(value);
        (Outputs ??= [])[name] = plain;
        WorkflowExecutionContext.RegisterOutput(Activity, name, plain);
        if (targetId is null)
        {
            return;
        }

        if (FindScope(targetId, out var key, out var declared) is { } scope)
        {
            scope[key] = VariableValues.Of(declared, plain);
        }
        else
        {
            WorkflowExecutionContext.Output[targetId] = plain;
        }
    }

    private void Remember(int index, object? value)
    {
        if (_inputs is null)
        {
            _inputs = new object?[Activity.Node.Inputs.Length];
            Array.Fill(_inputs, NotEvaluated);
        }

        _inputs[index] = value;
    }

    private T? Evaluate<T>(Input<T> input)
    {
        if (input.Expression is not { } expression)
        {
            return default;
        }

        var value = WorkflowExecutionContext.Burst.Evaluators.Evaluate(expression, Expressions);
        T? converted;
        try
        {
            converted = ValueTypes.Convert<T>(value);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException or ArgumentException or JsonException or NotSupportedException)
        {
            throw new InvalidOperationException(
                $"Input '{input.Name}' expected {ValueTypes.NameOf(typeof(T))} but the {expression.Type} expression gave {PlainData.Describe(value)}. Change the expression so that it gives {ValueTypes.NameOf(typeof(T))}.",
                e);
        }

        if (expression.Type is "Literal" or "Object")
        {
            input.RememberConstant(converted);
        }

        return converted;
    }

    private Dictionary<string, object?>? FindScope(string nameOrId, out string key, out Variable? declared)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.Variables is not { } values)
            {
                continue;
            }

            declared = scope.Activity.Node.FindVariable(nameOrId);
            key = declared?.Id ?? nameOrId;
            if (values.ContainsKey(key))
            {
                return values;
            }
        }

        key = nameOrId;
        declared = null;
        return null;
    }
}
