using System.Text.Json.Serialization;

namespace Pana.Cases;

/// <summary>The unit of a statutory limit.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LimitUnit>))]
public enum LimitUnit
{
    /// <summary>жұмыс күні (p17, 28, 30–32, 34–35).</summary>
    [JsonStringEnumMemberName("working-day")]
    WorkingDay,

    /// <summary>күнтізбелік күн (p16).</summary>
    [JsonStringEnumMemberName("calendar-day")]
    CalendarDay,

    /// <summary>ай (p2, p11, p33).</summary>
    [JsonStringEnumMemberName("month")]
    Month,

    /// <summary>тоқсан (p21).</summary>
    [JsonStringEnumMemberName("quarter")]
    Quarter,
}
