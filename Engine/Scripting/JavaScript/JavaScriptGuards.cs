using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace Pana.Engine;

/// <summary>
/// Jint looks at its limits between statements. A single built-in function can use any amount of memory or time
/// within one statement, so those that can are taken away or look at their arguments first.
/// </summary>
internal sealed class JavaScriptGuards
{
    private static readonly string[] Removed =
    [
        "Proxy", "Reflect", "Promise", "ArrayBuffer", "SharedArrayBuffer", "DataView", "Atomics", "WeakRef", "FinalizationRegistry",
        "ShadowRealm", "BigInt", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array",
        "Uint32Array", "Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
    ];

    private readonly Jint.Engine _engine;
    private readonly ScriptLimits _limits;

    private JavaScriptGuards(Jint.Engine engine, ScriptLimits limits)
    {
        _engine = engine;
        _limits = limits;
    }

    public static void Install(Jint.Engine engine, ScriptLimits limits)
    {
        foreach (var name in Removed)
        {
            engine.Global.RemoveOwnProperty(name);
        }

        var guards = new JavaScriptGuards(engine, limits);
        guards.GuardText();
        guards.GuardLists();
        guards.GuardConversions();
    }

    private void GuardText()
    {
        var text = Prototype("String");
        Guard(text, "repeat", (self, args) => Length(self) * Number(args, 0));
        Guard(text, "padStart", (_, args) => Number(args, 0));
        Guard(text, "padEnd", (_, args) => Number(args, 0));
        Guard(text, "concat", (self, args) => Length(self) + args.Sum(Length));
        foreach (var name in new[] { "replace", "replaceAll" })
        {
            Guard(text, name, (self, args) => args.Length > 1 && args[1].IsString() ? (Length(self) + 1) * (Length(args[1]) + 1) : Length(self));
        }

        foreach (var name in new[] { "indexOf", "lastIndexOf", "includes", "split", "search", "localeCompare", "normalize" })
        {
            Guard(text, name, (self, args) => Length(self) * (1 + (args.Length > 0 ? Length(args[0]) : 0)) / 100);
        }
    }

    private void GuardLists()
    {
        var list = Prototype("Array");
        foreach (var name in new[] { "join", "toString", "toLocaleString" })
        {
            Guard(list, name, (self, args) => Measure(self, args.Length > 0 ? Length(args[0]) : 1));
        }

        foreach (var name in new[] { "with", "toSpliced", "toReversed", "toSorted", "concat", "splice", "slice", "copyWithin", "reverse", "fill" })
        {
            Guard(list, name, (self, _) => Size(self) * (_limits.Text / _limits.Elements));
        }

        Guard(Prototype("Function"), "apply", (_, args) => args.Length > 1 ? Size(args[1]) * (_limits.Text / _limits.Elements) : 0);
    }

    private void GuardConversions()
    {
        var json = _engine.Global.Get("JSON").AsObject();
        Guard(json, "stringify", (_, args) => args.Length > 0 ? Measure(args[0], args.Length > 2 ? 16 : 1) : 0);
        Guard(json, "parse", (_, args) => args.Length > 0 ? Length(args[0]) : 0);
        var objects = _engine.Global.Get("Object").AsObject();
        foreach (var name in new[] { "keys", "values", "entries", "getOwnPropertyNames", "getOwnPropertyDescriptors", "assign" })
        {
            // The characters of a text count as properties.
            Guard(objects, name, (_, args) => args.Sum(Length) * (_limits.Text / _limits.Elements));
        }

        foreach (var name in new[] { "encodeURI", "encodeURIComponent", "decodeURI", "decodeURIComponent", "escape", "unescape" })
        {
            Guard(_engine.Global, name, (_, args) => args.Length > 0 ? Length(args[0]) * 9 : 0);
        }
    }

    private void Guard(ObjectInstance owner, string name, Func<JsValue, JsValue[], double> cost)
    {
        if (owner.Get(name) is not Jint.Native.Function.Function original)
        {
            return;
        }

        var guarded = new ClrFunction(
            _engine,
            name,
            (self, args) =>
            {
                if (!(cost(self, args) <= _limits.Text))
                {
                    throw new ScriptException($"The script asked '{name}' for more than {_limits.Text:N0} characters or {_limits.Elements:N0} elements.");
                }

                return original.Call(self, args);
            });
        owner.DefineOwnProperty(name, new PropertyDescriptor(guarded, writable: true, enumerable: false, configurable: true));
    }

    private ObjectInstance Prototype(string type) => _engine.Global.Get(type).AsObject().Get("prototype").AsObject();

    private static double Length(JsValue value) => value is JsString text ? text.Length : 1;

    private static double Size(JsValue value) => value is ObjectInstance list && list.GetOwnProperty("length") is { Value: JsNumber size } ? size.AsNumber() : 1;

    private static double Number(JsValue[] args, int index)
    {
        if (args.Length <= index)
        {
            return 0;
        }

        // An object would be converted twice and could answer differently the second time.
        return args[index] is ObjectInstance ? double.NaN : Math.Max(0, Jint.Runtime.TypeConverter.ToNumber(args[index]) is var n && double.IsNaN(n) ? 0 : n);
    }

    /// <summary>How much text a value makes when written out; lists may hold the same list many times.</summary>
    private double Measure(JsValue value, double separator)
    {
        var visited = 0;
        return Walk(value, 0);

        double Walk(JsValue item, int depth)
        {
            if (++visited > _limits.Elements || depth > 512)
            {
                return double.PositiveInfinity;
            }

            if (item is not ObjectInstance map)
            {
                return Length(item) + separator;
            }

            if (map is JsArray array && array.Length > _limits.Elements || map is not JsArray && Size(map) > _limits.Elements)
            {
                return double.PositiveInfinity;
            }

            var sum = map is JsArray list ? list.Length * separator : separator;
            foreach (var (key, own) in map.GetOwnProperties())
            {
                sum += Length(key) + (own is { Get: null, Set: null, Value: { } inner } ? Walk(inner, depth + 1) : 1);
                if (sum > _limits.Text)
                {
                    break;
                }
            }

            return sum;
        }
    }
}
