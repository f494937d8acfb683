using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design.Documents;

/// <summary>The documents with their versions and waiting drafts.</summary>
internal sealed class IndexModel(ContentStore store, PaperTemplates papers, TimeProvider time) : DesignPage
{
    public IReadOnlyList<ContentRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = ContentRow.Of(
        await store.ListAsync(ContentKind.Document, ct), key => papers.Kinds.TryGetValue(key, out var kind) ? kind.Title.In(Culture) : key, time.GetUtcNow().LocalDate());
}
