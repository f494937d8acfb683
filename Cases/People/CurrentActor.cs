namespace Pana.Cases;

/// <summary>Who acts in this scope. The host fills it once for each request; bursts woken by timers leave it as the system.</summary>
public sealed class CurrentActor
{
    /// <summary>The acting person; <see cref="Actor.System"/> until somebody signs in.</summary>
    public Actor Value { get; set; } = Actor.System;

    /// <summary>The acting person's organisation, for what only an organisation's staff does. <see cref="CaseRuleException"/> when there is none.</summary>
    internal Guid Organisation => Value.OrganisationId
        ?? throw new CaseRuleException("Rule.NoOrganisation", "Expected somebody of an organisation's staff; the acting person belongs to none. Sign in as its staff.");
}
