namespace Pana.Cases;

/// <summary>What carries a norm out.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Id of the workflow definition, form, paper, limit or event, or the address of the page.</param>
/// <param name="Part">The step of the definition or the question of the form.</param>
/// <param name="Option">The answer to that question.</param>
public sealed record Carrier(CarrierKind Kind, string Id, string? Part = null, string? Option = null)
{
    /// <summary>What names a step in <c>coverage.json</c>, for example <c>contract/sign</c>; for everything else its id.</summary>
    public string Name => Kind == CarrierKind.Step ? $"{Id}/{Part}" : Id;

    /// <inheritdoc />
    public override string ToString() => (Kind, Part, Option) switch
    {
        (CarrierKind.Form, { } field, { } option) => $"form {Id}, question {field}, answer {option}",
        (CarrierKind.Form, { } field, _) => $"form {Id}, question {field}",
        _ => $"{Kind.ToString().ToLowerInvariant()} {Name}",
    };
}
