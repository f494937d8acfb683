using Microsoft.Extensions.Localization;

namespace Pana.Portal.Pages.Audit;

/// <summary>An action of the audit trail in words; one that has none yet is shown by its code.</summary>
internal static class AuditWords
{
    public static string Of(IStringLocalizer texts, string action)
    {
        var words = texts[$"Action.{action}"];
        return words.ResourceNotFound ? action : words.Value;
    }
}
