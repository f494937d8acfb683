using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design.Forms;

/// <summary>The forms with their versions and waiting drafts.</summary>
internal sealed class IndexModel(ContentStore store, FormCatalog forms, TimeProvider time) : DesignPage
{
    public IReadOnlyList<ContentRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = ContentRow.Of(
        await store.ListAsync(ContentKind.Form, ct), key => forms.Contains(key) ? forms.Get(key).Title.In(Culture) : key, time.GetUtcNow().LocalDate());
}
