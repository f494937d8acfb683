using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host.Pages;

/// <summary>A person at the door, entered through the real pages. Every value is one that nothing else in the program says.</summary>
internal static class Applicant
{
    public const string LastName = "Қанарейқызыева";
    public const string FirstName = "Зергүлнаркес";
    public const string ChildName = "Жұпаргүлбек";
    public const string Iin = "900201400018";
    public const string Phone = "+77015556677";
    public const string Address = "Қанарейлі көшесі 4815";

    public static IReadOnlyList<string> Canaries { get; } = [LastName, FirstName, ChildName, Iin, Phone, Phone[1..], "Қанарейлі", "Сырлысөзбен"];

    public static async Task<string> ApplyAsync(PortalBrowser browser, string lastName = LastName, params (string Name, string? Value)[] more)
    {
        var form = await browser.GetAsync("/cases/new");
        var page = await browser.SubmitAsync(form, "Өтінішті тіркеу", "main form.work", [.. Fields(lastName), .. more]);
        if (page.Url.AbsolutePath == "/cases/new" && page.Status == System.Net.HttpStatusCode.OK)
        {
            // A doubt was shown (for example an IIN that does not fit); the second press goes through.
            page = await browser.SubmitAsync(page, "Өтінішті тіркеу", "main form.work");
        }

        Assert.True(page.Url.AbsolutePath.StartsWith("/cases/PN-", StringComparison.Ordinal), $"{page.Status} {page.Url}: {page.Text}");
        return page.Url.AbsolutePath["/cases/".Length..];
    }

    private static (string, string?)[] Fields(string lastName) =>
    [
        ("wayIn", "application"), ("person.lastName", lastName), ("person.firstName", FirstName), ("person.birthDate", "01.02.1990"), ("person.sex", "female"),
        ("person.iin", Iin), ("person.documentKind", "none"), ("person.phone", Phone), ("person.address", Address), ("violence.words", "Сырлысөзбен айтты"),
        ("children[0].lastName", lastName), ("children[0].firstName", ChildName), ("children[0].birthDate", "05.05.2017"), ("policeReport", "refused"),
        ("consentPersonalData", "true"), ("acquaintedWithConditions", "true"), ("warnedAboutFalseInformation", "true"),
    ];
}
