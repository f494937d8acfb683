namespace Pana.Cases;

/// <summary>One recipient (p27) under one edition of the regulation at one organisation. Holds no personal data: those are in the vault.</summary>
public sealed partial class Case
{
    /// <summary>Id; also the correlation id of every workflow of the case.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>What people say and print instead of a name, for example <c>PN-4F7K-92</c>: random, unique, without meaning.</summary>
    public required string Code { get; set; }

    /// <summary>The organisation that keeps the case.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>The regulation the case runs under; <c>1079</c> is the order of 21 December 2016.</summary>
    public string Edition { get; set; } = "1079";

    /// <summary>Where the case stands. Changed by <see cref="CaseLedger"/> only.</summary>
    public CaseState State { get; set; }

    /// <summary>The same for a person and the children who came with the person (p26–27).</summary>
    public Guid FamilyId { get; set; }

    /// <summary>Whether the recipient is a minor child who came with a legal representative.</summary>
    public bool IsChild { get; set; }

    /// <summary>The case of the child's legal representative.</summary>
    public Guid? RepresentativeCaseId { get; set; }

    /// <summary>The earlier case of the same person, when this one is a new admission after it (p13, p37).</summary>
    public Guid? EarlierCaseId { get; set; }

    /// <summary>Referral or application (p25).</summary>
    public WayIn WayIn { get; set; }

    /// <summary>Which kind of body referred the person.</summary>
    public AgencyKind? ReferrerKind { get; set; }

    /// <summary>The body that decides (p31).</summary>
    public Guid? AuthorisedBodyId { get; set; }

    /// <summary>The moment of applying, from which p28 counts.</summary>
    public DateTimeOffset AppliedAt { get; set; }

    /// <summary>Local date of the contract (p32).</summary>
    public DateOnly? ContractOn { get; set; }

    /// <summary>Last day of the contract term (p33).</summary>
    public DateOnly? ContractEndsOn { get; set; }

    /// <summary>What is known of the report to the police (p35).</summary>
    public PoliceReport PoliceReport { get; set; }

    /// <summary>How far the registration card is (p34).</summary>
    public CardState CardState { get; set; }

    /// <summary>The main workflow instance.</summary>
    public string? WorkflowInstanceId { get; set; }

    /// <summary>The state to return to after a hospital stay or an absence (T26, T29); kept while an ending is decided on.</summary>
    public CaseState? ReturnState { get; set; }

    /// <summary>The ending for which the head's order is awaited (T39).</summary>
    public CaseEnding? Ending { get; set; }

    /// <summary>The event that gave the ground for the ending, for example <c>absence.exceededLimit</c>; the order names its paragraph (p36–38, p40).</summary>
    public string? EndingGround { get; set; }

    /// <summary>The state in which the ground arose; the case goes back there when the head makes no order.</summary>
    public CaseState? EndingFrom { get; set; }

    /// <summary>Violations of the internal rules under the current contract; the fourth leads to expulsion (p37 1), A-23).</summary>
    public int Violations { get; set; }

    /// <summary>Whether the plan must be corrected (p19).</summary>
    public bool PlanUnderCorrection { get; set; }

    /// <summary>Counts changes; guards against two writers.</summary>
    public int Revision { get; set; }

    /// <summary>When the case was opened in the system.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The states from which the procedure does not go on by itself.</summary>
    public static IReadOnlyList<CaseState> OverStates { get; } =
    [
        CaseState.RefusedNotVictim, CaseState.RefusedMedical, CaseState.Ceased, CaseState.Expelled,
        CaseState.Completed, CaseState.SentOrTransferred, CaseState.Closed, CaseState.Withdrawn,
    ];

    /// <summary>Whether the case has reached one of <see cref="OverStates"/>.</summary>
    public bool IsOver => OverStates.Contains(State);

    /// <summary>The correlation id of the case's workflows.</summary>
    public string CorrelationId => Id.ToString("N");
}
