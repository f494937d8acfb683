namespace Pana.Cases;

/// <summary>What a person does in the procedure. Codes for data and claims are in <see cref="RoleCodes"/>.</summary>
public enum Role
{
    /// <summary>Head of the organisation (p10–12, p17, p38).</summary>
    Head,

    /// <summary>Social-work specialist (p14, p21).</summary>
    SocialWorkSpecialist,

    /// <summary>Psychologist (p29, p9 3)).</summary>
    Psychologist,

    /// <summary>Lawyer of the organisation (appendix 3, row 4).</summary>
    Lawyer,

    /// <summary>Senior nurse (appendix 3, row 9).</summary>
    Nurse,

    /// <summary>Any other specialist of the organisation (p14).</summary>
    OtherSpecialist,

    /// <summary>Clerk; sees no case content.</summary>
    Clerk,

    /// <summary>Officer of the district's authorised body (p28, p31).</summary>
    AuthorityOfficer,

    /// <summary>Representative of the internal affairs body (p29, p35).</summary>
    PoliceRepresentative,

    /// <summary>Draws the procedure; sees no case content.</summary>
    ProcessDesigner,

    /// <summary>Reads the audit and the numbers of the own organisation and nothing else.</summary>
    Auditor,

    /// <summary>Manages accounts and settings; sees no case content.</summary>
    Administrator,
}
