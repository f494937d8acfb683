using Pana.Portal.Wording;

namespace Pana.Portal.Pages.Tasks;

/// <summary>One task as the inbox shows it.</summary>
internal sealed record InboxRow(Guid Id, string Title, string Code, string[] Paragraphs, string Family, string? ClaimedBy, DueLine Due);
