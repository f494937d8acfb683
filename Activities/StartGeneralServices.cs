using Pana.Engine;

namespace Pana.Activities;

/// <summary>Opens the four general services (p15), which a recognised person gets until the contract.</summary>
[Activity("Pana", "Іс", "Жалпы сипаттағы төрт қызметті бастайды (15-тармақ): шартқа дейін.", DisplayName = "Жалпы қызметтерді бастау")]
public sealed class StartGeneralServices : CodeActivity
{
    /// <summary>Paragraphs; at least one.</summary>
    [Input(UIHint = "multitext", Description = "Негіздейтін тармақтар")]
    public Input<ICollection<string>> Paragraphs { get; set; } = default!;

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        await context.RecordAsync(await context.LoadCaseAsync(), "generalServices.started");
}
