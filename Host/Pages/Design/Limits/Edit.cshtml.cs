using Microsoft.AspNetCore.Mvc;
using Pana.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Design.Limits;

/// <summary>One limit: how long, from what to what, who, by which paragraph, and from which day of application it holds.</summary>
internal sealed class EditModel(ObligationCatalog obligations, LimitChange change, LimitWords words, ParagraphTexts paragraphs, TimeProvider time)
    : LimitPage(obligations, change, words, paragraphs, time)
{
    public Obligation Before { get; private set; } = null!;
    public LimitTerms Terms { get; private set; } = null!;
    public DateOnly? From { get; private set; }
    public LimitProposal? Proposal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Terms = new(Before.Amount, Before.Unit, Before.Actor, Before.Paragraph, Before.Anchors, Before.Targets);
        From = FirstDay;
        return Page();
    }

    /// <summary>Shows what would change; with <paramref name="confirm"/> it is published.</summary>
    public async Task<IActionResult> OnPostAsync(string id, Input input, string? confirm, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Terms = new(input.Amount, input.Unit, input.Actor ?? "", input.Paragraph?.Trim() ?? "", input.Anchors ?? [], input.Targets ?? []);
        From = input.From;
        return await OrRefusedAsync(async () =>
        {
            var proposal = Change.Propose(await Change.CurrentAsync(ct), id, Terms, Today);
            if (confirm is null)
            {
                Proposal = proposal;
                return Page();
            }

            await Change.PublishAsync(proposal.Body, input.Seen, input.From ?? default, ct);
            return LocalRedirect($"/designer/limits?changed={id}");
        });
    }

    private Task<bool> LoadAsync(string id, CancellationToken ct) => LoadAsync(Before = Newest.Find(id)!, ct);

    /// <summary>What the form posts.</summary>
    internal sealed class Input
    {
        public int Amount { get; set; }
        public LimitUnit Unit { get; set; }
        public string? Actor { get; set; }
        public string? Paragraph { get; set; }
        public List<string>? Anchors { get; set; }
        public List<string>? Targets { get; set; }
        public DateOnly? From { get; set; }
        public int Seen { get; set; }
    }
}
