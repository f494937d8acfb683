namespace Pana.Engine;

/// <summary>Where instances live. One per scope; implementations: SQL for both databases, and memory.</summary>
internal interface IWorkflowStore
{
    /// <summary>
    /// Runs the work in one transaction, and again from the start after a deadlock or another passing failure; joins the
    /// transaction that is already running in this scope.
    /// </summary>
    Task<T> InBurstAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct);

    /// <summary>The running transaction must not be repeated: something of it has left the database for good.</summary>
    void ForbidRepeating();

    /// <summary>Whether a transaction is already running in this scope, so that the caller commits, not the engine.</summary>
    bool IsInBurst { get; }

    /// <summary>The id of the published version of a definition; null when there is none.</summary>
    Task<string?> FindPublishedVersionAsync(string definitionId, CancellationToken ct);

    /// <summary>Loads and locks instance and bookmark in one round trip; null when the bookmark is consumed.</summary>
    Task<BookmarkLoad?> TakeBookmarkAsync(string bookmarkId, CancellationToken ct);

    /// <summary>Loads an instance, locking it when it will be changed.</summary>
    Task<StoredInstance?> LoadInstanceAsync(string instanceId, bool forUpdate, CancellationToken ct);

    /// <summary>The waits with this name and hash, oldest first, narrowed by correlation id or instance when given.</summary>
    Task<IReadOnlyList<StoredBookmark>> FindBookmarksAsync(string name, string hash, string? correlationId, string? instanceId, CancellationToken ct);

    /// <summary>The instances that have this instance as parent and are not finished.</summary>
    Task<IReadOnlyList<string>> FindRunningChildrenAsync(string parentInstanceId, CancellationToken ct);

    /// <summary>Writes one burst in one batch. A revision that is not the expected one throws <see cref="StaleInstanceException"/>.</summary>
    Task SaveAsync(BurstChanges changes, CancellationToken ct);

    /// <summary>Timers that are due, soonest first. Claimed for this node for a short while; resuming consumes them.</summary>
    Task<IReadOnlyList<DueTimer>> ClaimDueTimersAsync(DateTimeOffset now, int max, CancellationToken ct);

    /// <summary>Leaves a claimed timer alone until then: its firing failed and an incident waits for a person.</summary>
    Task DeferTimerAsync(string bookmarkId, DateTimeOffset until, CancellationToken ct);

    /// <summary>The recurring starts whose moment has come, soonest first.</summary>
    Task<IReadOnlyList<DueStart>> FindDueStartsAsync(DateTimeOffset now, int max, CancellationToken ct);

    /// <summary>Moves a recurring start on, or ends it when there is no next moment. False when somebody else did.</summary>
    Task<bool> AdvanceStartAsync(string timerId, DateTimeOffset dueAt, DateTimeOffset? next, CancellationToken ct);

    /// <summary>
    /// Records an incident in a transaction of its own and returns its id. Inside a running transaction, which is about
    /// to be rolled back, it is written once that has ended. An id that exists already counts one more attempt.
    /// </summary>
    Task<string> AddIncidentAsync(StoredIncident incident, CancellationToken ct);

    /// <summary>Finds an incident, resolved or not.</summary>
    Task<StoredIncident?> GetIncidentAsync(string id, CancellationToken ct);

    /// <summary>Marks an incident as resolved.</summary>
    Task ResolveIncidentAsync(string id, DateTimeOffset at, CancellationToken ct);
}
