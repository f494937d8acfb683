namespace Pana.Portal.Access;

/// <summary>Names of the rights a page asks for; <see cref="RolePolicies"/> says which roles have them.</summary>
public static class Policy
{
    /// <summary>Sees the tasks addressed to the own role, organisation or agency.</summary>
    public const string Tasks = "tasks";

    /// <summary>Opens case files (which ones: <c>VisibleTo</c>).</summary>
    public const string Cases = "cases";

    /// <summary>Takes a new application or referral.</summary>
    public const string NewCase = "new-case";

    /// <summary>Records an event in a case by hand.</summary>
    public const string RecordEvent = "record-event";

    /// <summary>Reads papers of the own cases, or those shared with the own agency.</summary>
    public const string Papers = "papers";

    /// <summary>Keeps and shows the book of complaints and suggestions.</summary>
    public const string Book = "book";

    /// <summary>Keeps rooms and things held in custody.</summary>
    public const string House = "house";

    /// <summary>Reads the passports of offices and the plans of activities, and marks what was held (p9).</summary>
    public const string Registers = "registers";

    /// <summary>Keeps the staff against the norms (p22).</summary>
    public const string Staff = "staff";

    /// <summary>Reads the reports in numbers.</summary>
    public const string Reports = "reports";

    /// <summary>Evaluates the quality of work by a quarter's numbers (p12).</summary>
    public const string Evaluation = "evaluation";

    /// <summary>Sees the working calendar.</summary>
    public const string Calendar = "calendar";

    /// <summary>Reads the organisation's access log.</summary>
    public const string Audit = "audit";

    /// <summary>Designs processes, forms and papers; sees no case.</summary>
    public const string Design = "design";

    /// <summary>Runs accounts and the installation; sees no case.</summary>
    public const string Administration = "administration";
}
