using System.Runtime.CompilerServices;
using Jint;

namespace Pana.Engine;

/// <summary>
/// Jint counts the depth of calls, but a call that comes from a conversion (<c>toString</c>, <c>valueOf</c>, an
/// iterator) is not counted, and a stack overflow ends the process. This looks at the stack itself.
/// </summary>
internal sealed class StackConstraint : Constraint
{
    public override void Check()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ScriptException("The script calls itself too deeply. Expected: no unbounded recursion, not even through toString or valueOf.");
        }
    }

    public override void Reset()
    {
    }
}
