namespace Pana.Engine;

/// <summary>A step that completes with the outcome <c>Done</c> after it ran, unless it created a bookmark or completed itself.</summary>
public abstract class CodeActivity : Activity
{
    internal sealed override bool CompletesByItself => true;
}
