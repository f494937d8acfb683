using System.Collections.Concurrent;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace Pana.Engine;

/// <summary>
/// Evaluates JavaScript of a definition within limits and with plain data only. A plain expression runs on the
/// caller's thread; anything that can loop or recurse runs on a thread of its own whose stack is large enough for
/// whatever the statement limit lets it build.
/// </summary>
internal sealed class JavaScriptSandbox
{
    private readonly ScriptLimits _limits;
    private readonly BoundedCache<JavaScriptProgram> _programs;
    private readonly ConcurrentBag<Jint.Engine> _plain = [];

    public JavaScriptSandbox(ScriptLimits limits)
    {
        _limits = limits;
        _programs = new BoundedCache<JavaScriptProgram>(source => BigStack.Run(() => JavaScriptProgram.Prepare(source, limits)));
    }

    /// <summary>The program of a script: throws when it cannot be read. Used to check a definition before it is published.</summary>
    public JavaScriptProgram Prepare(string source) => _programs.Get(source);

    public object? Evaluate(string source, ExpressionContext scope)
    {
        var program = Prepare(source);
        return program.IsPlain ? Run(program, scope) : BigStack.Run(() => Run(program, scope));
    }

    /// <summary>
    /// A plain expression cannot assign, define or call anything of JavaScript, so it leaves nothing behind and its
    /// engine may serve the next one. Any other script has an engine of its own.
    /// </summary>
    private object? Run(JavaScriptProgram program, ExpressionContext scope)
    {
        if (!program.IsPlain)
        {
            return Run(NewEngine(plain: false), program, scope);
        }

        var engine = _plain.TryTake(out var idle) ? idle : NewEngine(plain: true);
        var result = Run(engine, program, scope);
        _plain.Add(engine);
        return result;
    }

    private object? Run(Jint.Engine engine, JavaScriptProgram program, ExpressionContext scope)
    {
        try
        {
            var data = new JavaScriptData(engine, _limits);
            var globals = new JavaScriptGlobals(engine, data, scope);
            globals.Define(program);
            var value = engine.Evaluate(program.Script);
            if (!program.IsPlain)
            {
                globals.WriteBack();
            }

            var result = data.Out(value);
            globals.Remove();
            return result;
        }
        catch (JavaScriptException e)
        {
            throw new ScriptException($"The script failed: {e.Message}", e);
        }
        catch (Exception e) when (IsLimit(e))
        {
            throw new ScriptException(
                $"The script was stopped: {e.Message} Allowed: {_limits.Time.TotalMilliseconds:0} ms, {_limits.Memory / 1048576:0} MB, {_limits.Statements:N0} statements.", e);
        }
    }

    private static bool IsLimit(Exception e) =>
        e is MemoryLimitExceededException or StatementsCountOverflowException or RecursionDepthOverflowException or TimeoutException
            or ExecutionCanceledException or System.Text.RegularExpressions.RegexMatchTimeoutException or InsufficientExecutionStackException
            or OutOfMemoryException or OverflowException or JintException or InvalidOperationException or ArgumentException or NotSupportedException;

    private Jint.Engine NewEngine(bool plain)
    {
        var engine = new Jint.Engine(options =>
        {
            options.DisableStringCompilation();
            options.Constraints.MaxExecutionStackCount = 512;
            options.Json.MaxParseDepth = _limits.Depth;
            options.Culture = System.Globalization.CultureInfo.InvariantCulture;
            options.TimeZone = TimeZoneInfo.Utc;
            options.LimitRecursion(_limits.Recursion);
            options.MaxArraySize((uint)_limits.Elements);
            options.RegexTimeoutInterval(_limits.Regex);
            options.LimitMemory(_limits.Memory);
            options.MaxStatements(_limits.Statements);
            if (!plain)
            {
                options.TimeoutInterval(_limits.Time);
                options.Constraint(new StackConstraint());
            }
        });
        if (!plain)
        {
            JavaScriptGuards.Install(engine, _limits);
        }

        return engine;
    }
}
