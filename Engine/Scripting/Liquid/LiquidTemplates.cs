using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Pana.Engine;

/// <summary>
/// Renders Liquid within limits. A template sees the plain data it is given and nothing else: no file can be
/// included and no property of a .NET object can be read.
/// </summary>
internal sealed class LiquidTemplates
{
    private readonly ScriptLimits _limits;
    private readonly FluidParser _parser;
    private readonly TemplateOptions _options;
    private readonly BoundedCache<LiquidTemplate> _templates;

    public LiquidTemplates(ScriptLimits limits)
    {
        _limits = limits;
        _parser = NewParser();
        _options = new TemplateOptions
        {
            MaxSteps = limits.Statements,
            MaxRecursion = limits.Recursion,
            CultureInfo = System.Globalization.CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            MemberAccessStrategy = new DefaultMemberAccessStrategy(),
        };
        LiquidFilters.Guard(_options);
        _templates = new BoundedCache<LiquidTemplate>(Prepare);
    }

    public LiquidTemplate Get(string source) => _templates.Get(source);

    /// <summary>Renders a template on values by name.</summary>
    public string Render(string source, Func<LiquidTemplate, IEnumerable<(string Name, object? Value)>> values)
    {
        var template = Get(source);
        return template.IsDeep ? BigStack.Run(() => Render(template, values(template))) : Render(template, values(template));
    }

    private string Render(LiquidTemplate template, IEnumerable<(string Name, object? Value)> values)
    {
        var budget = new LiquidBudget(_limits);
        var context = new TemplateContext(_options) { AmbientValues = { [LiquidFilters.Budget] = budget } };
        foreach (var (name, value) in values)
        {
            context.SetValue(name, FluidValue.Create(PlainData.From(value), _options));
        }

        using var writer = new BoundedWriter(budget);
        try
        {
            var rendering = template.Template.RenderAsync(writer, context, NullEncoder.Default, isolateContext: false);
            if (!rendering.IsCompletedSuccessfully)
            {
                rendering.AsTask().GetAwaiter().GetResult();
            }
        }
        catch (Exception e) when (e is InvalidOperationException or FluidException or InvalidCastException or FormatException or OverflowException
            or ArgumentException or OutOfMemoryException or DivideByZeroException or InsufficientExecutionStackException or NotSupportedException)
        {
            throw new ScriptException($"The template failed or was stopped: {e.Message} Allowed: {_limits.Statements:N0} steps, {_limits.Text:N0} characters.", e);
        }

        return writer.ToString();
    }

    private LiquidTemplate Prepare(string source)
    {
        if (source.Length > _limits.Source)
        {
            throw new ScriptException($"The template has {source.Length:N0} characters; at most {_limits.Source:N0} are allowed.");
        }

        var isDeep = LiquidTemplate.MayBeDeep(source);
        var (template, error) = isDeep ? BigStack.Run(() => Parse(source)) : Parse(source);
        return template is null
            ? throw new ScriptException($"The template cannot be read: {error}")
            : new LiquidTemplate(template, source, isDeep);
    }

    private (IFluidTemplate? Template, string? Error) Parse(string source) =>
        _parser.TryParse(source, out var template, out var error) ? (template, null) : (null, error);

    private static FluidParser NewParser()
    {
        var parser = new FluidParser();
        foreach (var tag in new[] { "include", "render", "layout", "renderbody", "rendersection", "section" })
        {
            parser.RegisteredTags.Remove(tag);
        }

        // Fluid's own capture collects without any limit.
        parser.RegisteredTags.Remove("capture");
        parser.RegisterIdentifierBlock("capture", CaptureAsync);
        return parser;
    }

    private static async ValueTask<Completion> CaptureAsync(
        string name, IReadOnlyList<Statement> statements, TextWriter output, TextEncoder encoder, TemplateContext context)
    {
        _ = output;
        using var writer = new BoundedWriter((LiquidBudget)context.AmbientValues[LiquidFilters.Budget]);
        foreach (var statement in statements)
        {
            if (await statement.WriteToAsync(writer, encoder, context).ConfigureAwait(false) is not Completion.Normal and var completion)
            {
                return completion;
            }
        }

        context.SetValue(name, new StringValue(writer.ToString(), encode: false));
        return Completion.Normal;
    }
}
