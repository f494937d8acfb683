using System.Globalization;

namespace Pana.Cases;

/// <summary>What the procedure refuses although the state would allow it.</summary>
public sealed partial class Case
{
    private const int LongestExtensionMonths = 3;

    private void Refuse(string eventName, DateOnly on)
    {
        if (eventName == "contract.extended" && ContractEndsOn is { } last)
        {
            RefuseExtension(last, on);
        }

        if (eventName == "ending.declined" && EndingGround is "contract.terminated" or "contract.termEnded")
        {
            throw new CaseRuleException(
                "Rule.ContractIsOver",
                $"Case {Code}: there is no contract any more ({EndingGround}), so that services cannot go on (p40 2)). Sign the order.",
                EndingGround);
        }

        if (eventName == "readmission.immediate" && State == CaseState.TerminationPending && EndingGround != "absence.exceededLimit")
        {
            throw new CaseRuleException(
                "Rule.ReadmissionWithoutAbsence",
                $"Case {Code}: immediate re-admission is for one who left and could not give notice (p37 2)), but the ground is {EndingGround}. Let the head decide on that ground.",
                EndingGround ?? "");
        }

        if (eventName == "registrationCard.enteredInPortal" && CardState == CardState.None)
        {
            throw new CaseRuleException(
                "Rule.CardNotCompleted",
                $"Case {Code}: the registration card is not completed, so its data cannot be in the portal (p34). Record registrationCard.completed first.",
                Code);
        }
    }

    /// <summary>In total, once, and only while the recipient is in in-patient treatment on the last day of the term (p33, Q7).</summary>
    private void RefuseExtension(DateOnly last, DateOnly on)
    {
        if (IsExtended)
        {
            throw new CaseRuleException(
                "Rule.ExtendedAlready",
                $"Case {Code}: the contract was extended to {last:yyyy-MM-dd} already, and p33 allows no second extension. End it on that day.",
                last.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        }

        if (on != last)
        {
            throw new CaseRuleException(
                "Rule.ExtensionNotOnLastDay",
                $"Case {Code}: an extension recorded for {on:yyyy-MM-dd} is not on the last day of the term, {last:yyyy-MM-dd} (p33). Record it on that day, if the recipient is in hospital then.",
                last.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Three months at most (p33); the event says how long, otherwise it is the longest.</summary>
    private DateOnly? ExtendedTo(CaseEvent fact)
    {
        var longest = ContractEndsOn?.AddMonths(LongestExtensionMonths);
        if (fact.Data?["endsOn"]?.GetValue<string>() is not { } text)
        {
            return longest;
        }

        var end = DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return end <= longest
            ? end
            : throw new CaseRuleException(
                "Rule.ExtensionTooLong",
                $"Case {Code}: an extension until {end:yyyy-MM-dd} is longer than three months (p33). Choose {longest:yyyy-MM-dd} or earlier.",
                Code,
                $"{longest:yyyy-MM-dd}");
    }
}
