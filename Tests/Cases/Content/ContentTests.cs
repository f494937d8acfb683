using Microsoft.EntityFrameworkCore;
using Pana.Tests.Support;

namespace Pana.Tests.Cases.Content;

/// <summary>Tests that begin with the content of the files, freshly imported, and without a running clock.</summary>
public abstract class ContentTests(TestDatabase database) : CaseTests(database)
{
    private protected override async Task PrepareAsync()
    {
        await World.ReadAsync(async db =>
        {
            await db.Clocks.ExecuteDeleteAsync();
            await db.ContentVersions.ExecuteDeleteAsync();
            return true;
        });
        await World.ImportAsync();
    }
}
