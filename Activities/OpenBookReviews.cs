using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Opens the head's review of the month that has just ended in every organisation's book of complaints and suggestions (p11). Needs no case.</summary>
[Activity("Pana", "Ұйым", "Әр ұйымның шағымдар мен ұсыныстар кітабына өткен айды қарауды ашады (11-тармақ): жазбасыз ай да қаралады.", DisplayName = "Кітапты қарауды ашу")]
public sealed class OpenBookReviews : CodeActivity
{
    /// <summary>Paragraphs; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <summary>How many reviews were opened.</summary>
    [Output(Description = "Ашылған қараулар саны")]
    public Output<int>? Opened { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.Set(Opened, await context.GetRequiredService<ComplaintsBook>().OpenReviewsAsync(context.CancellationToken));
}
