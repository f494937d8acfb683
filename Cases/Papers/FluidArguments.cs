using Fluid.Values;

namespace Pana.Cases;

/// <summary>Defaults for optional filter arguments.</summary>
internal static class FluidArguments
{
    public static string Or(this FluidValue value, string otherwise) =>
        value.IsNil() || value.ToStringValue().Length == 0 ? otherwise : value.ToStringValue();
}
