namespace Pana.Cases;

/// <summary>What a process designer may change beside the workflows.</summary>
public enum ContentKind
{
    /// <summary>A form: form-js JSON, one for each id.</summary>
    Form,

    /// <summary>A kind of paper with its templates in every language.</summary>
    Document,

    /// <summary>The working calendar: the acts on holidays and moved days.</summary>
    Calendar,

    /// <summary>The limits of the Standard with their interpretation settings.</summary>
    Limits,

    /// <summary>The minimum staffing norms (Appendix 3).</summary>
    Staffing,
}
