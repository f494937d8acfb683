using System.Text.Json.Nodes;

namespace Pana.Cases;

/// <summary>A node of a parsed condition. Truth has three values, as in FEEL: true, false and null (unknown).</summary>
internal abstract record FeelExpression
{
    /// <summary>The value: null, bool, decimal, string or a list of those.</summary>
    public abstract object? Value(Func<string, object?> lookup);

    /// <summary>The form the script in the page evaluates: an array whose first item is the operator.</summary>
    public abstract JsonNode? ToJson();

    public abstract IEnumerable<string> Names();

    protected static bool? Truth(object? value) => value as bool?;
}

internal sealed record FeelLiteral(object? Literal) : FeelExpression
{
    public override object? Value(Func<string, object?> lookup) => Literal;

    public override JsonNode? ToJson() => Literal switch
    {
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        decimal number => JsonValue.Create(number),
        _ => null,
    };

    public override IEnumerable<string> Names() => [];
}

internal sealed record FeelName(string Name) : FeelExpression
{
    public override object? Value(Func<string, object?> lookup) => lookup(Name);

    public override JsonNode ToJson() => new JsonArray("name", Name);

    public override IEnumerable<string> Names() => [Name];
}

internal sealed record FeelNot(FeelExpression Inner) : FeelExpression
{
    public override object? Value(Func<string, object?> lookup) => !Truth(Inner.Value(lookup));

    public override JsonNode ToJson() => new JsonArray("not", Inner.ToJson());

    public override IEnumerable<string> Names() => Inner.Names();
}

internal sealed record FeelBoth(FeelExpression Left, FeelExpression Right) : FeelExpression
{
    public override object? Value(Func<string, object?> lookup) => Truth(Left.Value(lookup)) & Truth(Right.Value(lookup));

    public override JsonNode ToJson() => new JsonArray("and", Left.ToJson(), Right.ToJson());

    public override IEnumerable<string> Names() => Left.Names().Concat(Right.Names());
}

internal sealed record FeelEither(FeelExpression Left, FeelExpression Right) : FeelExpression
{
    public override object? Value(Func<string, object?> lookup) => Truth(Left.Value(lookup)) | Truth(Right.Value(lookup));

    public override JsonNode ToJson() => new JsonArray("or", Left.ToJson(), Right.ToJson());

    public override IEnumerable<string> Names() => Left.Names().Concat(Right.Names());
}

internal sealed record FeelComparison(string Operator, FeelExpression Left, FeelExpression Right) : FeelExpression
{
    public override object? Value(Func<string, object?> lookup)
    {
        var (left, right) = (Left.Value(lookup), Right.Value(lookup));
        return Operator switch
        {
            "=" => Same(left, right),
            "!=" => !Same(left, right),
            _ => Order(left, right) is not { } order ? null : Operator switch
            {
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                _ => order >= 0,
            },
        };
    }

    /// <summary>Null equals only null; values of different kinds are neither equal nor unequal.</summary>
    internal static bool? Same(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string one, string other) => string.Equals(one, other, StringComparison.Ordinal),
        (decimal one, decimal other) => one == other,
        (bool one, bool other) => one == other,
        _ => null,
    };

    private static int? Order(object? left, object? right) => (left, right) switch
    {
        (string one, string other) => string.CompareOrdinal(one, other),
        (decimal one, decimal other) => one.CompareTo(other),
        _ => null,
    };

    public override JsonNode ToJson() => new JsonArray(Operator, Left.ToJson(), Right.ToJson());

    public override IEnumerable<string> Names() => Left.Names().Concat(Right.Names());
}

internal sealed record FeelIn(FeelExpression Item, IReadOnlyList<FeelExpression> Among) : FeelExpression
{
    public override object? Value(Func<string, object?> lookup)
    {
        var item = Item.Value(lookup);
        var among = Among.SelectMany(candidate => candidate.Value(lookup) is var value && value is IReadOnlyList<object?> list ? list : [value]);
        return among.Any(candidate => FeelComparison.Same(item, candidate) == true);
    }

    public override JsonNode ToJson() => new JsonArray([JsonValue.Create("in"), Item.ToJson(), .. Among.Select(candidate => candidate.ToJson())]);

    public override IEnumerable<string> Names() => Item.Names().Concat(Among.SelectMany(candidate => candidate.Names()));
}
