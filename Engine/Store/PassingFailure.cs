using Microsoft.Data.Sqlite;
using Npgsql;

namespace Pana.Engine;

/// <summary>
/// A failure that comes from meeting another transaction, not from what was asked: a deadlock, a serialisation failure,
/// a busy SQLite file, an instance that moved on. The same work, begun anew, usually passes.
/// </summary>
internal static class PassingFailure
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    public static bool Is(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is StaleInstanceException
                or PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure }
                or SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked })
            {
                return true;
            }
        }

        return false;
    }
}
