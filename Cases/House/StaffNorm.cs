using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>One row of the minimum staffing norms (Appendix 3): units for up to 20 and for 21–50 recipients, or one unit for so many children or study groups.</summary>
public sealed record StaffNorm
{
    /// <summary>Code of the post.</summary>
    [JsonPropertyName("post")]
    public required string Post { get; init; }

    /// <summary>Number of the row in the appendix.</summary>
    [JsonPropertyName("number")]
    public required int Number { get; init; }

    /// <summary>The post in three languages.</summary>
    [JsonPropertyName("name")]
    public required LocalizedText Name { get; init; }

    /// <summary>Units for up to 20 recipients.</summary>
    [JsonPropertyName("upTo20")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? UpTo20 { get; init; }

    /// <summary>Units for 21–50 recipients.</summary>
    [JsonPropertyName("upTo50")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? UpTo50 { get; init; }

    /// <summary>One unit for so many of something else.</summary>
    [JsonPropertyName("per")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StaffNormPer? Per { get; init; }

    /// <summary>
    /// The units owed, or null where the appendix sets none: more than 50 recipients. Exactly 20 is the first column;
    /// children are counted up to the next ten. No recipients owe the first column: the organisation is there for them.
    /// </summary>
    public decimal? For(int recipients, int children, int studyGroups) => Per is { } per
        ? Math.Ceiling((decimal)(per.Of == "child" ? children : studyGroups) / per.Amount)
        : recipients switch { <= 20 => UpTo20, <= 50 => UpTo50, _ => null };
}

/// <summary>One unit for each <paramref name="Amount"/> of <paramref name="Of"/> (<c>child</c> or <c>studyGroup</c>), as the appendix words it.</summary>
public sealed record StaffNormPer(
    [property: JsonPropertyName("amount")] int Amount, [property: JsonPropertyName("of")] string Of, [property: JsonPropertyName("words")] LocalizedText Words);
