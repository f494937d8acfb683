namespace Pana.Cases;

/// <summary>What can carry a norm out.</summary>
public enum CarrierKind
{
    /// <summary>A step of a workflow.</summary>
    Step,

    /// <summary>A form, one of its questions or one of its answers.</summary>
    Form,

    /// <summary>A kind of paper.</summary>
    Paper,

    /// <summary>A limit or a range of the table of limits.</summary>
    Clock,

    /// <summary>A case event.</summary>
    Event,

    /// <summary>A page of the portal, by the pattern of its address.</summary>
    Page,
}
