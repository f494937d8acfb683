using System.Diagnostics;
using Pana.Engine;
using Xunit;

namespace Pana.Tests.Engine.Scripting;

[CollectionDefinition(nameof(Sandbox), DisableParallelization = true)]
public sealed class Sandbox;

/// <summary>
/// Inputs that broke Jint or could: memory in one statement, time in one built-in, recursion that its counters do not
/// see. A failure here may also be the end of the test process: a stack overflow cannot be caught.
/// </summary>
[Collection(nameof(Sandbox))]
public class JavaScriptSandboxTests
{
    private readonly JavaScriptEvaluator _javaScript = new(new ScriptLimits());

    public static TheoryData<string> Bombs =>
    [
        "while (true) {}",
        "for (;;);",
        "let s = 'x'; while (true) s += s;",
        "11n ** 711111111n",
        "'x'.repeat(536870000).length",
        "'x'.repeat({ valueOf() { return 536870000 } }).length",
        "'x'.padEnd(536870000).length",
        "'x'.padStart(536870000, 'ab').length",
        "new Array(2 ** 31 - 1).join('x')",
        "Array.prototype.join.call({ length: 2 ** 31 }, 'x').length",
        "Function.prototype.call = function () { return 1 }; 'x'.repeat(536870000).length",
        "/(a+)+$/.test('a'.repeat(40) + 'b')",
        "'x'.repeat(300).match(/(x+x+)+y/)",
        "new RegExp('(x+x+)+y').test('x'.repeat(300))",
        "function f() { return f() } f()",
        "const f = () => f(); f()",
        "class A { constructor() { new A() } } new A()",
        "[1].map(function f() { return [1].map(f) })",
        "[2, 1].sort(function f() { return [2, 1].sort(f) && 0 })",
        "'a'.replace(/a/, function f() { return 'a'.replace(/a/, f) })",
        "let o = { toString() { return '' + this } }; '' + o",
        "let o = { valueOf() { return +this } }; +o",
        "let s = { [Symbol.toPrimitive]() { return `${this}` } }; `${s}`",
        "let o = { [Symbol.iterator]() { return [...this][Symbol.iterator]() } }; [...o]",
        "let o = { get a() { return this.a } }; o.a",
        "let o = { toString() { return o[o] } }; o[o]",
        "let o = { valueOf() { return o < 1 } }; o < 1",
        "function* g() { yield* g() } [...g()]",
        "let o = { *[Symbol.iterator]() { yield* o } }; [...o]",
        "let p = new Proxy({}, { get: (t, k, r) => r[k] }); p.x",
        "JSON.parse('[1]', function f() { return JSON.parse('[1]', f) })",
        "JSON.stringify({ toJSON() { return JSON.stringify(this) } })",
        "JSON.stringify(Array(1e4).fill(Array(1e4).fill(1))).length",
        "JSON.parse('['.repeat(100000))",
        "let x = []; for (let i = 0; i < 2e4; i++) x = [x]; JSON.stringify(x).length",
        "let x = []; for (let i = 0; i < 2e4; i++) x = [x]; x.toString()",
        "let x = []; for (let i = 0; i < 2e4; i++) x = [x]; x",
        "let o = null; for (let i = 0; i < 2e4; i++) o = { o }; o",
        "new ArrayBuffer(1e9).byteLength",
        "new Uint8Array(5e8).length",
        "new Float64Array(1e8).length",
        "[...Array(1e8).keys()].length",
        "Array.from({ length: 1e9 }).length",
        "Array.prototype.with.call({ length: 1e8 }, 0, 1).length",
        "Array.prototype.fill.call({ length: 1e9 }, 1)",
        "Array.prototype.concat.apply([], Array(1e7))",
        "let a = []; a.length = 4294967295; a.join()",
        "let a = []; for (let i = 0; i < 1e9; i++) a.push(i)",
        "let o = {}; for (let i = 0; ; i++) o['k' + i] = 1",
        "let m = new Map(); for (let i = 0; ; i++) m.set(i, i)",
        "'a'.repeat(1e6).replaceAll('a', 'b'.repeat(1e4)).length",
        "'a'.repeat(1e6).replace(/a/g, 'b'.repeat(1e4)).length",
        "'a'.repeat(1e6).split('').length",
        "Object.keys('x'.repeat(1e7)).length",
        "({ ...'x'.repeat(1e7) }).a",
        "`${'x'.repeat(1e7)}${'x'.repeat(1e7)}`.length",
        "encodeURIComponent('\\u0800'.repeat(1e7)).length",
        "BigInt('9'.repeat(1e6)).toString().length",
        "let a = Array(1e4).fill('x'.repeat(1e4)); a.join('').length",
        "let a = Array(1e4).fill('x'.repeat(1e4)); [a, a, a].toString().length",
        "eval('1 + 1')",
        "new Function('return 1')()",
        "(function () {}).constructor('return 1')()",
        "(async () => { while (true) await 1 })()",
        "new Promise(() => {})",
        "Math.max(...Array(1e7).fill(1))",
        "String.raw({ raw: { length: 1e9 } })",
        "({ get a() { while (true) {} } })",
        "(() => 1)",
        "Symbol('x')",
        "/a/",
        string.Concat(Enumerable.Repeat("(", 20000)),
        string.Concat(Enumerable.Repeat("[", 20000)),
        string.Concat(Enumerable.Repeat("!", 20000)) + "1",
        string.Concat(Enumerable.Repeat("1+", 20000)) + "1",
        string.Concat(Enumerable.Repeat("a?b:", 15000)) + "1",
        string.Concat(Enumerable.Repeat("`${", 20000)),
        "a" + string.Concat(Enumerable.Repeat(".a", 20000)),
        string.Concat(Enumerable.Repeat("if(1)", 13000)) + "1",
        new string(' ', 70_000) + "1",
    ];

    public static TheoryData<string> Escapes =>
    [
        "System.IO.File.Exists('/etc/passwd')",
        "importNamespace('System')",
        "clr",
        "getVariable('Text').GetType()",
        "getVariable.GetType()",
        "getVariable.constructor('return this')()",
        "getVariable.constructor.constructor('return System')()",
        "variables.constructor.constructor('return 1')()",
        "[].constructor.constructor('return 1')()",
        "getVariable.Target.ToString()",
        "getVariable.Method.Name",
        "variables.At.ToString('O')",
        "variables.At.Offset.Hours",
        "variables.Map.Keys.First()",
        "variables.Map.Comparer.ToString()",
        "variables.List.Capacity.toString()",
        "require('fs')",
        "process.exit(1)",
        "globalThis.host.x",
        "import('fs')",
        "try { getVariable() } catch (e) { e.GetType().Assembly }",
        "try { null.x } catch (e) { e.InnerException.StackTrace }",
        "Object.getPrototypeOf(getVariable).constructor('return 1')()",
        "variables.__proto__.__proto__.x",
        "getVariable.bind.constructor('1')()",
    ];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_script_that_wants_too_much_is_stopped(string script)
    {
        var (allocated, clock) = (GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());

        Assert.Throws<ScriptException>(() => _javaScript.Evaluate(Expression.JavaScript(script), Context()));

        // The limit is half a second; the rest is for a machine that is busy with something else.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(6));
        Assert.InRange(GC.GetTotalAllocatedBytes() - allocated, 0, 64 * 1024 * 1024);
    }

    [Theory]
    [MemberData(nameof(Escapes))]
    public void A_script_finds_no_way_to_dotnet(string script) =>
        Assert.Throws<ScriptException>(() => _javaScript.Evaluate(Expression.JavaScript(script), Context()));

    [Fact]
    public void One_script_leaves_nothing_for_the_next()
    {
        _javaScript.Evaluate(Expression.JavaScript("globalThis.secret = 1; Array.prototype.leak = 2; Object.prototype.leak = 3; 1"), Context());

        Assert.Equal("undefined undefined", _javaScript.Evaluate(Expression.JavaScript("typeof secret + ' ' + typeof [].leak"), Context()));
    }

    private static ScriptContext Context() => new(new()
    {
        ["Text"] = "x",
        ["At"] = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        ["List"] = new List<object?> { 1 },
        ["Map"] = new Dictionary<string, object?> { ["a"] = 1 },
    });
}
