using Acornima.Ast;
using Jint;

namespace Pana.Engine;

/// <summary>
/// A script parsed once. It knows which names it uses, so that only those are given to it, and whether it is a plain
/// expression: one that only reads, compares and calculates can neither loop nor recurse and runs on the spot.
/// </summary>
internal sealed class JavaScriptProgram
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private JavaScriptProgram(Prepared<Script> script) => Script = script;

    public Prepared<Script> Script { get; }

    public bool IsPlain { get; private set; } = true;

    public bool Uses(string name) => _names.Contains(name);

    public IReadOnlyCollection<string> Names => _names;

    public static JavaScriptProgram Prepare(string source, ScriptLimits limits)
    {
        if (source.Length > limits.Source)
        {
            throw new ScriptException($"The script has {source.Length:N0} characters; at most {limits.Source:N0} are allowed.");
        }

        try
        {
            var parsing = new ScriptPreparationOptions
            {
                ParsingOptions = new ScriptParsingOptions { RegexTimeout = limits.Regex, Tolerant = false, AllowReturnOutsideFunction = true },
            };
            var program = new JavaScriptProgram(Jint.Engine.PrepareScript(source, strict: false, options: parsing));
            program.Visit(program.Script.Program!, 0);
            return program;
        }
        catch (Exception e) when (e is Acornima.ParseErrorException or ScriptPreparationException or InsufficientExecutionStackException)
        {
            throw new ScriptException($"The script cannot be read: {e.Message}", e);
        }
    }

    private void Visit(Node node, int depth)
    {
        if (depth > 500)
        {
            throw new ScriptException("The script is nested more than 500 deep.");
        }

        switch (node)
        {
            case BigIntLiteral:
                throw new ScriptException("BigInt numbers are not offered here: a calculation with them cannot be stopped. Use ordinary numbers.");
            case AwaitExpression or YieldExpression:
            case IFunction { Async: true } or IFunction { Generator: true }:
                throw new ScriptException("Asynchronous functions and generators are not offered here. Return the value itself.");
            case Identifier name:
                _names.Add(name.Name);
                break;
            case CallExpression { Callee: Identifier callee } when IsOurs(callee.Name):
                break;
            case Acornima.Ast.Program or ExpressionStatement or ReturnStatement or StringLiteral or NumericLiteral or BooleanLiteral or NullLiteral
                or MemberExpression or NonUpdateUnaryExpression or BinaryExpression or ConditionalExpression or ArrayExpression
                or TemplateLiteral or TemplateElement or ParenthesizedExpression or ChainExpression:
                break;
            default:
                IsPlain = false;
                break;
        }

        foreach (var child in node.ChildNodes)
        {
            Visit(child, depth + 1);
        }
    }

    /// <summary>Functions the sandbox itself offers: no function of JavaScript begins with "get" and a capital.</summary>
    private static bool IsOurs(string name) =>
        name.Length > 3 && name.StartsWith("get", StringComparison.Ordinal) && char.IsUpper(name[3]);
}
