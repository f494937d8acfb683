using Pana.Cases;
using Pana.Portal.Pages.Cases;
using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Tasks;

/// <summary>Everything a task's page shows besides the form.</summary>
internal sealed record TaskView
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required string FormId { get; init; }
    public required string FormVersion { get; init; }
    public required int Revision { get; init; }
    public required UserTaskState TaskState { get; init; }
    public required string Title { get; init; }
    public required string Code { get; init; }
    public required string Family { get; init; }
    public required CaseState State { get; init; }
    public required DateTimeOffset AppliedAt { get; init; }
    public required DueLine Due { get; init; }
    public required string? DueDay { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>The acting person claimed it or was given it.</summary>
    public required bool IsMine { get; init; }

    /// <summary>One of the acting person's roles may do it, or it was given to the person.</summary>
    public required bool IsForMe { get; init; }

    /// <summary>Who else holds it.</summary>
    public required string? TakenBy { get; init; }

    public required string? ClaimedWords { get; init; }
    public required string ForWhom { get; init; }
    public required bool MayOpenCase { get; init; }
    public ClockView? Clock { get; init; }
    public IReadOnlyList<Norm> Why { get; init; } = [];
    public IReadOnlyList<TaskPaper> Papers { get; init; } = [];
    public IReadOnlyList<SignerLine> Signers { get; init; } = [];
    public IReadOnlyList<(string Words, string When, string? Who)> History { get; init; } = [];
    public TaskEnd? End { get; init; }

    public bool IsOpen => TaskState == UserTaskState.Open;

    public bool MayAnswer => IsOpen && IsForMe && TakenBy is null;
}

/// <summary>A paragraph of the Standard: the reader's language, and the Kazakh original when that is another.</summary>
internal sealed record Norm(string Paragraph, string Text, string? Original);

/// <summary>One group of signers of the papers at hand and how far it is.</summary>
internal sealed record SignerLine(string Who, bool Signed, string When);
