using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Pana.Cases;

/// <summary>A form sent twice, by a double press or by going back, is recorded once.</summary>
internal static class SentForms
{
    private const int SqliteConstraint = 19;

    /// <summary>The key to keep a filled form under: its mark, or a new one when no browser sent it. <see cref="CaseRuleException"/> when it is kept already.</summary>
    public static async Task<Guid> KeyAsync(FormAnswers given, Func<Guid, Task<bool>> isKept)
    {
        if (given.SentAs is not { } mark)
        {
            return Guid.CreateVersion7();
        }

        return await isKept(mark) ? throw SentTwice() : mark;
    }

    /// <summary>Saves; when another request has just kept the same form, the error is the same <see cref="CaseRuleException"/>.</summary>
    public static async Task SaveAsync(CaseDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException same) when (same.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or SqliteException { SqliteErrorCode: SqliteConstraint })
        {
            throw SentTwice();
        }
    }

    private static CaseRuleException SentTwice() =>
        new("Rule.SentTwice", "This form was sent before and is recorded; nothing was recorded a second time. Open the page anew for another record.");
}
