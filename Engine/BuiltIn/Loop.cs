namespace Pana.Engine;

/// <summary>An activity that runs its body repeatedly and that <see cref="Break"/> can leave.</summary>
public abstract class Loop : Activity
{
    /// <summary>What is repeated.</summary>
    [Port]
    public Activity? Body { get; set; }
}
