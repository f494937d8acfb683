using System.Diagnostics;

namespace Pana.Engine;

/// <summary>What one rendering may still use: characters, over all writers and captures together, and time.</summary>
internal sealed class LiquidBudget(ScriptLimits limits)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _characters;

    public void Spend(int characters)
    {
        _characters += characters;
        if (_characters > limits.Text)
        {
            throw new ScriptException($"The template was stopped: it writes more than {limits.Text:N0} characters.");
        }

        CheckTime();
    }

    /// <summary>A value between two filters: it is not written yet, but it is held.</summary>
    public void CheckSize(double characters)
    {
        if (characters > limits.Text)
        {
            throw new ScriptException($"The template was stopped: a filter would make more than {limits.Text:N0} characters.");
        }

        CheckTime();
    }

    public void CheckElements(double elements)
    {
        if (elements > limits.Elements)
        {
            throw new ScriptException($"The template was stopped: a list would have more than {limits.Elements:N0} elements.");
        }

        CheckTime();
    }

    private void CheckTime()
    {
        if (Stopwatch.GetElapsedTime(_started) > limits.Time)
        {
            throw new ScriptException($"The template was stopped: it took more than {limits.Time.TotalMilliseconds:0} ms.");
        }
    }
}
