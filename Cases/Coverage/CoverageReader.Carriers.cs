namespace Pana.Cases;

internal sealed partial class CoverageReader
{
    private Carrier? ReadCarrier(string norm, CarrierLine line, int number)
    {
        Carrier?[] named =
        [
            line.Step is null ? null : Step(line.Step),
            line.Form is null ? null : new Carrier(CarrierKind.Form, line.Form, line.Field, line.Option),
            line.Paper is null ? null : new Carrier(CarrierKind.Paper, line.Paper),
            line.Clock is null ? null : new Carrier(CarrierKind.Clock, line.Clock),
            line.Event is null ? null : new Carrier(CarrierKind.Event, line.Event),
            line.Page is null ? null : new Carrier(CarrierKind.Page, line.Page),
        ];
        var found = named.OfType<Carrier>().ToList();
        if (found.Count != 1)
        {
            Add(norm, $"carrier {number} names {found.Count} things: name exactly one of step, form, paper, clock, event or page");
            return null;
        }

        var carrier = found[0];
        if ((line.Field ?? line.Option) is not null && carrier.Kind != CarrierKind.Form)
        {
            Add(norm, $"carrier {number} has a field or an option, but only a form has those");
        }

        if (line is { Option: not null, Field: null })
        {
            Add(norm, $"carrier {number} names the answer \"{line.Option}\" without its question: add the field");
        }

        if (carrier is { Kind: CarrierKind.Step, Part: "" } or { Id: "" })
        {
            Add(norm, $"carrier {number} is \"{line.Step}\": write a step as definition/step, such as contract/sign");
        }

        if (carrier.Kind == CarrierKind.Page && !_names.ContainsKey(carrier.Id))
        {
            Add(norm, $"the page {carrier.Id} has no name: add it to the names in three languages");
        }

        return carrier;
    }

    private static Carrier Step(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new Carrier(CarrierKind.Step, text, "") : new Carrier(CarrierKind.Step, text[..slash], text[(slash + 1)..]);
    }
}
