namespace Pana.Cases;

/// <summary>The <c>validate</c> member of a form-js component; lengths in characters, bounds inclusive.</summary>
public sealed record FormRules(
    bool Required,
    int? MinLength,
    int? MaxLength,
    decimal? Min,
    decimal? Max,
    string? Pattern,
    string? ValidationType)
{
    /// <summary>No rule at all.</summary>
    public static FormRules None { get; } = new(false, null, null, null, null, null, null);
}
