using Fluid;

namespace Pana.Engine;

/// <summary>A template parsed once.</summary>
internal sealed record LiquidTemplate(IFluidTemplate Template, string Source, bool IsDeep)
{
    /// <summary>Whether the template mentions a name at all: what it does not mention is not copied for it.</summary>
    public bool Mentions(string name) => Source.Contains(name, StringComparison.Ordinal);

    /// <summary>Blocks nest, and each level uses the stack: a text with many tags gets a large one.</summary>
    public static bool MayBeDeep(string source) =>
        source.AsSpan().Count("{%") > 100 || source.AsSpan().Count('(') > 100 || source.AsSpan().Count('[') > 100 || source.AsSpan().Count(" and ") + source.AsSpan().Count(" or ") > 200
        || source.AsSpan().Count('|') > 200 || source.AsSpan().Count('.') > 2000;
}
