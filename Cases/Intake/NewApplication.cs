namespace Pana.Cases;

/// <summary>A person at the door (p25–27). Values of persons are keyed as in the vault, for example <c>person.lastName</c>; none is compulsory (p6).</summary>
public sealed record NewApplication
{
    /// <summary>The organisation; null takes the acting person's own.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The regulation; <c>1079</c> unless another is loaded.</summary>
    public string Edition { get; init; } = "1079";

    /// <summary>The earlier case of the same person, when the person is admitted anew (p13, p37).</summary>
    public Guid? EarlierCaseId { get; init; }

    /// <summary>Referral or application.</summary>
    public WayIn WayIn { get; init; } = WayIn.Application;

    /// <summary>Which kind of body referred; needed for a referral.</summary>
    public AgencyKind? ReferrerKind { get; init; }

    /// <summary>The body that decides; null takes the organisation's own .</summary>
    public Guid? AuthorisedBodyId { get; init; }

    /// <summary>The moment of applying; null is now.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>When the referral came; null is the moment of applying.</summary>
    public DateTimeOffset? ReferralReceivedAt { get; init; }

    /// <summary>What the person says of a report to the police (p35).</summary>
    public PoliceReport PoliceReport { get; init; }

    /// <summary>Vault values of the person.</summary>
    public IReadOnlyDictionary<string, string> Person { get; init; } = new Dictionary<string, string>();

    /// <summary>Children who came with the person and whose legal representative the person is (p26).</summary>
    public IReadOnlyList<NewChild> Children { get; init; } = [];

    /// <summary>The filled form, kept sealed with the person's case.</summary>
    public FormAnswers? Answers { get; init; }

    /// <summary>The version of that form.</summary>
    public string FormVersion { get; init; } = "1";
}

/// <summary>A child who came with the person; becomes a case of its own (p27).</summary>
public sealed record NewChild(IReadOnlyDictionary<string, string> Person);
