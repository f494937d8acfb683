namespace Pana.Engine;

/// <summary>
/// A kind of defect. Its key finds the words in the reader's language (<c>Key</c> and <c>Key.Remedy</c>); the English here
/// is for logs. <c>{0}</c> and so on are the arguments, the same in every language.
/// </summary>
public sealed record DefectKind(string Key, string Message, string Remedy);
