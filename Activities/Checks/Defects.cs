using System.Collections;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Reads the constant inputs of a step and words its defects.</summary>
internal static class Defects
{
    public const string Prefix = "Pana.";

    public static string? Text(this DefinitionActivity step, string input) => step.Constant(input) as string;

    /// <summary>A constant list; empty when the input is absent or computed.</summary>
    public static IReadOnlyList<string> Texts(this DefinitionActivity step, string input) => step.Constant(input) switch
    {
        string { Length: > 0 } one => [one],
        string => [],
        IEnumerable many => [.. many.OfType<string>()],
        _ => [],
    };

    /// <summary>Whether the input is computed when the step runs, so that nothing can be said of it now.</summary>
    public static bool IsComputed(this DefinitionActivity step, string input) =>
        step.Expression(input) is { Type: not ("Literal" or "Object" or "Json") };

    public static DefinitionDefect Defect(this DefinitionActivity step, string member, DefectKind kind, params IReadOnlyList<string> arguments) =>
        new(step.Id, $"{step.Path}.{member}", kind, arguments);

    /// <summary>A name that does not exist; the remedy has the nearest ones and says how many more there are.</summary>
    public static DefinitionDefect Unknown(this DefinitionActivity step, string member, DefectKind kind, string name, IEnumerable<string> known)
    {
        var (nearest, more) = NearestNames.Of(name, known);
        return step.Defect(member, kind, name, nearest, more);
    }

    public static string Known(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
