namespace Pana.Tests.Browser;

/// <summary>A person at work: signed in, sees an inbox, answers forms. Played by a real browser or by plain HTTP.</summary>
internal interface IDesk : IAsyncDisposable
{
    /// <summary>Loads a page and gives the text of its main part.</summary>
    Task<string> ReadAsync(string path);

    /// <summary>The tasks of the inbox, most urgent first.</summary>
    Task<IReadOnlyList<DeskTask>> TasksAsync();

    /// <summary>Loads a page, adds rows to a list if asked, fills the main form and presses its main button; fails with the page's words when it is refused. Gives the address reached.</summary>
    Task<string> AnswerAsync(string path, (string List, int Rows)? rows, params (string Name, string Value)[] answers);

    /// <summary>Keeps a picture of a page under a name, where pictures can be taken.</summary>
    Task PictureAsync(string path, string name);
}

/// <summary>One line of the inbox.</summary>
internal sealed record DeskTask(string Href, string Title, string Code);
