using Microsoft.AspNetCore.Mvc;
using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design.Limits;

/// <summary>A limit without a clock: from how many to how many hours a day, by which paragraph, and from which day of application it holds.</summary>
internal sealed class RangeModel(ObligationCatalog obligations, LimitChange change, LimitWords words, ParagraphTexts paragraphs, TimeProvider time)
    : LimitPage(obligations, change, words, paragraphs, time)
{
    public LimitRange Before { get; private set; } = null!;
    public Input Terms { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Terms = new Input { Fewest = Before.From, Most = Before.To, Paragraph = Before.Paragraph, From = FirstDay };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, Input input, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Terms = input;
        return await OrRefusedAsync(async () =>
        {
            var body = Change.ProposeRange(await Change.CurrentAsync(ct), id, input.Fewest, input.Most, input.Paragraph?.Trim() ?? "");
            await Change.PublishAsync(body, input.Seen, input.From ?? default, ct);
            return LocalRedirect($"/designer/limits?changed={id}");
        });
    }

    private Task<bool> LoadAsync(string id, CancellationToken ct) => LoadAsync(Before = Newest.FindRange(id)!, ct);

    /// <summary>What the form posts.</summary>
    internal sealed class Input
    {
        public int Fewest { get; set; }
        public int Most { get; set; }
        public string? Paragraph { get; set; }
        public DateOnly? From { get; set; }
        public int Seen { get; set; }
    }
}
