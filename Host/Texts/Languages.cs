using Microsoft.AspNetCore.Localization;

namespace Pana.Portal.Texts;

/// <summary>The languages of the portal; the first is the default.</summary>
public static class Languages
{
    /// <summary>Kazakh, Russian, English.</summary>
    public static IReadOnlyList<string> All { get; } = ["kk", "ru", "en"];

    internal static RequestLocalizationOptions Options() => new RequestLocalizationOptions
    {
        DefaultRequestCulture = new RequestCulture(All[0]),
        RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = LanguageEndpoint.CookieName }],
    }.AddSupportedCultures([.. All]).AddSupportedUICultures([.. All]);
}
