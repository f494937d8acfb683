using Pana.Tests.Cases;
using Xunit;

namespace Pana.Tests.Host.Forms;

/// <summary>The shipped forms on one <see cref="FormPage"/> for a whole class of tests.</summary>
public sealed class FormSite : IAsyncLifetime
{
    public FormPage Page { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Page = await FormPage.StartAsync(Shipped.Forms.Get, FormJson.Validator);

    public ValueTask DisposeAsync() => Page.DisposeAsync();
}
