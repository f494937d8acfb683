using Fluid;
using Fluid.Values;

namespace Pana.Engine;

/// <summary>Puts a measure around every filter: those that multiply are measured before they run, all of them after.</summary>
internal static class LiquidFilters
{
    public const string Budget = "budget";

    public static void Guard(TemplateOptions options)
    {
        foreach (var (name, filter) in options.Filters.ToList())
        {
            options.Filters.AddFilter(name, (input, arguments, context) => RunAsync(name, filter, input, arguments, context));
        }
    }

    private static async ValueTask<FluidValue> RunAsync(string name, FilterDelegate filter, FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var budget = (LiquidBudget)context.AmbientValues[Budget];
        Before(name, input, arguments, context, budget);
        var result = await filter(input, arguments, context).ConfigureAwait(false);
        Measure(result, context, budget);
        return result;
    }

    private static void Before(string name, FluidValue input, FilterArguments arguments, TemplateContext context, LiquidBudget budget)
    {
        var longest = 0;
        for (var i = 0; i < arguments.Count; i++)
        {
            longest = Math.Max(longest, Length(arguments.At(i)));
        }

        switch (name)
        {
            case "replace" or "replace_first" or "replace_last" or "newline_to_br" or "url_encode" or "escape" or "escape_once" or "base64_encode":
                budget.CheckSize((double)(Length(input) + 1) * (longest + 1));
                break;
            case "join" or "split":
                budget.CheckSize((double)Count(input) * (longest + 1) + Length(input));
                break;
            case "ljust" or "rjust" or "repeat":
                budget.CheckSize(arguments.Count > 0 ? Math.Abs((double)arguments.At(0).ToNumberValue()) : 0);
                break;
            default:
                budget.CheckSize(Length(input) + longest);
                break;
        }

        _ = context;
    }

    private static void Measure(FluidValue result, TemplateContext context, LiquidBudget budget)
    {
        budget.CheckSize(Length(result));
        budget.CheckElements(Count(result));
        _ = context;
    }

    private static int Length(FluidValue value) => value.Type == FluidValues.String ? value.ToStringValue().Length : 1;

    private static int Count(FluidValue value) => value is ArrayValue array ? array.Values.Count : 1;
}
