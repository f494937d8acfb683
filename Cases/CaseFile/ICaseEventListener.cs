namespace Pana.Cases;

/// <summary>Hears of every event right after the ledger has recorded it, in the same transaction; an exception undoes the event.</summary>
public interface ICaseEventListener
{
    /// <summary>The event is in the history, the state has moved, the clocks have started and stopped.</summary>
    Task RecordedAsync(Case file, CaseEvent recorded, CancellationToken ct = default);
}
