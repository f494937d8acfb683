namespace Pana.Benchmarks;

/// <summary>One client's instance as the bare statement knows it: no load, the client remembers.</summary>
internal sealed class BareClient
{
    public string InstanceId { get; set; } = "";

    public string[] BookmarkIds { get; set; } = [];

    public int Revision { get; set; }

    public long Sequence { get; set; }

    public static string NewId() => Guid.CreateVersion7().ToString("N");
}
