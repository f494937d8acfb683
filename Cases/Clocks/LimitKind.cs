using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>What a limit means to the people who see it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LimitKind>))]
public enum LimitKind
{
    /// <summary>An act must follow; after the last day it is late.</summary>
    [JsonStringEnumMemberName("due")]
    Due,

    /// <summary>Something runs until then, such as the contract; its end is not a delay.</summary>
    [JsonStringEnumMemberName("term")]
    Term,

    /// <summary>An act comes round again and again.</summary>
    [JsonStringEnumMemberName("recurring")]
    Recurring,
}
