using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Interop;

namespace Pana.Engine;

/// <summary>The names Elsa gives to a script. Only those which the script mentions are made.</summary>
internal sealed class JavaScriptGlobals(Jint.Engine engine, JavaScriptData data, ExpressionContext scope)
{
    private readonly List<string> _names = [];
    private JsObject? _variables;
    private readonly Dictionary<string, (JsValue Value, object? Plain)> _given = new(StringComparer.Ordinal);

    public void Define(JavaScriptProgram program)
    {
        if (program.Uses("variables"))
        {
            DefineVariables();
        }

        Function(program, "getVariable", args => data.In(scope.GetVariable(Text(args, 0))));
        Function(program, "setVariable", args => Set(Text(args, 0), args));
        Function(program, "getInput", args => data.In(scope.Input.GetValueOrDefault(Text(args, 0))));
        Function(program, "getOutputFrom", args => data.In(scope.GetOutputFrom(Text(args, 0), args.Length > 1 && args[1].IsString() ? args[1].ToString() : null)));
        Function(program, "getLastResult", _ => data.In(scope.LastResult));
        Function(program, "getWorkflowInstanceId", _ => new JsString(scope.InstanceId));
        Function(program, "getCorrelationId", _ => data.In(scope.CorrelationId));
        Function(program, "getWorkflowDefinitionId", _ => data.In(scope.Workflow.GetValueOrDefault("definitionId")));
        Function(program, "getWorkflowDefinitionVersion", _ => data.In(scope.Workflow.GetValueOrDefault("version")));
        Function(program, "setOutcome", args => Choose([Text(args, 0)]));
        Function(program, "setOutcomes", args => Choose(args));
        Function(program, "setCorrelationId", args =>
        {
            scope.CorrelationId = Text(args, 0);
            return JsValue.Undefined;
        });
        DefineAccessors(program);
        foreach (var (name, value) in scope.Arguments)
        {
            if (program.Uses(name))
            {
                Give(name, data.In(value));
            }
        }
    }

    /// <summary>What the script assigned to a member of <c>variables</c>, or changed inside one, is stored.</summary>
    public void WriteBack()
    {
        if (_variables is null)
        {
            return;
        }

        foreach (var (key, own) in _variables.GetOwnProperties())
        {
            var name = key.ToString();
            var known = _given.TryGetValue(name, out var before);
            if (known && ReferenceEquals(before.Value, own.Value) && own.Value is not ObjectInstance)
            {
                continue;
            }

            var now = data.Out(own.Value ?? JsValue.Undefined);
            if (!known || !AreEqual(before.Plain, now))
            {
                scope.SetVariable(name, now);
            }
        }
    }

    /// <summary>Takes everything away again, so that the engine knows nothing of this instance.</summary>
    public void Remove()
    {
        foreach (var name in _names)
        {
            engine.Global.RemoveOwnProperty(name);
        }
    }

    private void DefineVariables()
    {
        _variables = new JsObject(engine);
        foreach (var name in scope.VariableNames)
        {
            var value = data.In(scope.GetVariable(name));
            _variables.Set(name, value);
            _given[name] = (value, value is ObjectInstance ? data.Out(value) : null);
        }

        Give("variables", _variables);
    }

    /// <summary><c>getXxx()</c> and <c>setXxx(value)</c> of every variable; the built-in names win.</summary>
    private void DefineAccessors(JavaScriptProgram program)
    {
        if (!program.Names.Any(name => name.Length > 3 && (name.StartsWith("get", StringComparison.Ordinal) || name.StartsWith("set", StringComparison.Ordinal))))
        {
            return;
        }

        foreach (var variable in scope.VariableNames)
        {
            if (variable.Length == 0)
            {
                continue;
            }

            var pascal = char.ToUpperInvariant(variable[0]) + variable[1..];
            Function(program, "get" + pascal, _ => data.In(scope.GetVariable(variable)));
            Function(program, "set" + pascal, args => Set(variable, [JsValue.Null, .. args]));
        }
    }

    private void Function(JavaScriptProgram program, string name, Func<JsValue[], JsValue> body)
    {
        if (program.Uses(name) && !engine.Global.HasOwnProperty(name))
        {
            Give(name, new ClrFunction(engine, name, (_, args) => body(args)));
        }
    }

    private void Give(string name, JsValue value)
    {
        engine.Global.FastSetProperty(name, new Jint.Runtime.Descriptors.PropertyDescriptor(value, writable: true, enumerable: false, configurable: true));
        _names.Add(name);
    }

    private JsValue Choose(JsValue[] outcomes)
    {
        scope.Outcomes = [.. outcomes.SelectMany(o => o is JsArray list ? list.Select(item => item.ToString()) : [o.ToString()])];
        return JsValue.Undefined;
    }

    private JsValue Set(string name, JsValue[] args)
    {
        scope.SetVariable(name, args.Length > 1 ? data.Out(args[1]) : null);
        return JsValue.Undefined;
    }

    private static string Text(JsValue[] args, int index) =>
        args.Length > index && args[index].IsString()
            ? args[index].ToString()
            : throw new ScriptException("The name of a variable, an input or an activity is missing. Expected a text, such as getVariable(\"Outcome\").");

    private static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (Dictionary<string, object?> a, Dictionary<string, object?> b) =>
            a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var other) && AreEqual(pair.Value, other)),
        (List<object?> a, List<object?> b) => a.Count == b.Count && a.Zip(b).All(pair => AreEqual(pair.First, pair.Second)),
        _ => Equals(left, right),
    };
}
