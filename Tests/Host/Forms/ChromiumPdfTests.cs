using System.Text;
using Microsoft.Extensions.Configuration;
using Pana.Portal.Papers;
using Pana.Tests.Cases;
using Xunit;

namespace Pana.Tests.Host.Forms;

public sealed class ChromiumPdfTests
{
    [Fact]
    public async Task A_paper_becomes_a_PDF_and_nothing_of_it_stays_on_the_machine()
    {
        var scratch = Directory.CreateTempSubdirectory("pana-pdf-");
        using var pdf = new ChromiumPdf(Settings(null)) { Parent = scratch.FullName };
        Assert.SkipUnless(pdf.IsAvailable, "There is no Chromium on this machine: PDF was not tried. Install chromium.");

        var bytes = await pdf.PrintAsync(Shipped.Papers.Render("contract", "kk", new Pana.Cases.PaperFields()), TestContext.Current.CancellationToken);

        Assert.Equal("%PDF-", Encoding.ASCII.GetString(bytes, 0, 5));
        Assert.True(bytes.Length > 10_000);
        Assert.DoesNotContain(scratch.EnumerateFiles("*", SearchOption.AllDirectories), file => file.Name.StartsWith("paper.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Switched_off_it_is_not_offered_and_says_why()
    {
        using var pdf = new ChromiumPdf(Settings("none"));

        Assert.False(pdf.IsAvailable);
        var error = await Assert.ThrowsAsync<PdfException>(() => pdf.PrintAsync("", TestContext.Current.CancellationToken));
        Assert.Contains("set Papers:Chromium", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_path_is_told_at_start()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new ChromiumPdf(Settings("/nowhere/chromium")));

        Assert.Contains("there is no such file", error.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(string? program) => new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Papers:Chromium", program)]).Build();
}
