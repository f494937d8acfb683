using Microsoft.Extensions.Localization;

namespace Pana.Portal.Wording;

/// <summary>Who a case is about without saying who: «Ересек адам және 2 бала». Needs nothing from the vault.</summary>
internal static class FamilyWords
{
    public static string Of(IStringLocalizer texts, bool isChild, int children) =>
        isChild ? texts["Family.child"]
        : children == 0 ? texts["Family.adult"]
        : Plural.Of(texts, "Family.adultWith", children);
}
