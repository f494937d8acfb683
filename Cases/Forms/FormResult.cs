namespace Pana.Cases;

/// <summary>What a posted form says, what is wrong with it, and what was typed.</summary>
public sealed class FormResult
{
    /// <summary>The answers of visible components, in their own types. Complete only when <see cref="IsValid"/>.</summary>
    public required FormAnswers Answers { get; init; }

    /// <summary>Field name → message in the reader's language; field names as in the HTML (<c>children[0].birthDate</c>).</summary>
    public required IReadOnlyDictionary<string, string> Errors { get; init; }

    /// <summary>Field name → a doubt worth a look; never blocks.</summary>
    public required IReadOnlyDictionary<string, string> Warnings { get; init; }

    /// <summary>The text as it was typed, to draw the form again.</summary>
    public required FormTyped Typed { get; init; }

    /// <summary>The outcome of the pressed button.</summary>
    public required string Outcome { get; init; }

    /// <summary>The button pressed only adds or removes a row: draw the form again, complete nothing.</summary>
    public bool OnlyRowsChanged { get; init; }

    /// <summary>There are warnings that the person has not seen yet: draw the form once more; the next press goes through.</summary>
    public bool AsksToConfirm { get; init; }

    /// <summary>May the task be completed with these answers?</summary>
    public bool IsValid => Errors.Count == 0 && !OnlyRowsChanged;
}
