namespace Pana.Cases;

/// <summary>States of a case, S1–S20 of the procedure.</summary>
public enum CaseState
{
    /// <summary>S1: application or referral registered (p25, p28).</summary>
    Applied,

    /// <summary>S2: interview held, sheet being filled (p28–29).</summary>
    IdentificationInProgress,

    /// <summary>S3, final: not recognised as a victim (p30).</summary>
    RefusedNotVictim,

    /// <summary>S4: contraindication before the contract; a later admission is possible (p13).</summary>
    RefusedMedical,

    /// <summary>S5: recognised, sheet not yet sent (p15, p30).</summary>
    Recognised,

    /// <summary>S6: sheet and application with the authorised body (p30–31).</summary>
    AwaitingDecision,

    /// <summary>S7: decision issued, on its way (p31).</summary>
    DecisionIssued,

    /// <summary>S8: decision received (p32).</summary>
    AwaitingContract,

    /// <summary>S9: contract in force, need being assessed (p16).</summary>
    AssessmentPending,

    /// <summary>S10: results received, plan being drawn up (p17).</summary>
    PlanPending,

    /// <summary>S11: approved plan in force (p18, p24).</summary>
    InService,

    /// <summary>S12: in a healthcare institution, contract in force (p37).</summary>
    Suspended,

    /// <summary>S13: left without warning, 72 hours running (p37 2)).</summary>
    AbsentWithoutNotice,

    /// <summary>S14: a ground to end exists, the head's order is not yet made (p36–38, p40).</summary>
    TerminationPending,

    /// <summary>S15: ceased for contraindications (p36).</summary>
    Ceased,

    /// <summary>S16: expelled, contract terminated (p37).</summary>
    Expelled,

    /// <summary>S17: completed (p40).</summary>
    Completed,

    /// <summary>S18: sent or transferred to another organisation (p38).</summary>
    SentOrTransferred,

    /// <summary>S19, final: belongings and documents returned (p39).</summary>
    Closed,

    /// <summary>S20, final: the applicant withdrew before the contract .</summary>
    Withdrawn,
}
