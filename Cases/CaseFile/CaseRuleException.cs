using Pana.Engine;

namespace Pana.Cases;

/// <summary>
/// The procedure does not allow what was asked. <see cref="Key"/> and <see cref="Arguments"/> let a page say it in the
/// reader's language; the message says it in English for the log.
/// </summary>
public sealed class CaseRuleException : WorkflowRefusedException
{
    /// <summary>Creates the exception.</summary>
    public CaseRuleException(string key, string message, params IReadOnlyList<string> arguments)
        : base(message)
    {
        Key = key;
        Arguments = arguments;
    }

    /// <summary>Resource key, for example <c>Rule.NotInState</c>.</summary>
    public string Key { get; }

    /// <summary>Arguments of the translated text, in order: codes, states and event names.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Names of the events that may be recorded now, when the state was the obstacle.</summary>
    public IReadOnlyList<string> PossibleEvents { get; init; } = [];
}
