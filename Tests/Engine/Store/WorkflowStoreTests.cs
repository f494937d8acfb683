using Pana.Engine;
using Pana.Tests.Support;
using Xunit;
using static Pana.Tests.Engine.Store.StoreRows;

namespace Pana.Tests.Engine.Store;

/// <summary>What every store promises. One line per database at the end of the file's folder.</summary>
public abstract class WorkflowStoreTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    /// <summary>A store in a scope of its own.</summary>
    internal abstract StoreScope Open();

    [Fact]
    public async Task What_is_saved_is_loaded()
    {
        var id = NewId();
        var instance = Instance(id, state: """{"variables":{"x":"қазақ"}}""", correlation: "case-1");
        var bookmark = Bookmark(id + "b", id, correlation: "case-1", due: Noon.AddDays(400));
        await SaveAsync(Changes().With(instance).With(bookmark).With(Journal(id, 1), Journal(id, 2)));

        await using var scope = Open();
        var load = await scope.Store.InBurstAsync(ct => scope.Store.TakeBookmarkAsync(bookmark.Id, ct), Ct);

        Assert.Equal(instance, load!.Instance);
        Assert.Equal(bookmark, load.Bookmark);
        Assert.Equal(instance, await scope.Store.LoadInstanceAsync(id, forUpdate: false, Ct));
    }

    [Fact]
    public async Task Several_waits_are_found_by_name_hash_correlation_and_instance()
    {
        var (one, two, name) = (NewId(), NewId(), NewId());
        await SaveAsync(Changes().With(Instance(one)).With(Bookmark(one + "a", one, name, correlation: "c1"), Bookmark(one + "b", one, name, "other", correlation: "c1")));
        await SaveAsync(Changes().With(Instance(two)).With(Bookmark(two + "a", two, name, correlation: "c2")));

        await using var scope = Open();

        Assert.Equal(new[] { one + "a", two + "a" }.Order(), (await scope.Store.FindBookmarksAsync(name, "hash", null, null, Ct)).Select(b => b.Id).Order());
        Assert.Equal([two + "a"], (await scope.Store.FindBookmarksAsync(name, "hash", "c2", null, Ct)).Select(b => b.Id));
        Assert.Equal([one + "a"], (await scope.Store.FindBookmarksAsync(name, "hash", null, one, Ct)).Select(b => b.Id));
        Assert.Empty(await scope.Store.FindBookmarksAsync(name, "hash", "c2", one, Ct));
    }

    [Fact]
    public async Task An_exception_leaves_nothing_behind()
    {
        var id = NewId();
        await SaveAsync(Changes().With(Instance(id)).With(Bookmark(id + "b", id)));

        await using var scope = Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.Store.InBurstAsync<bool>(
            async ct =>
            {
                await scope.Store.TakeBookmarkAsync(id + "b", ct);
                await scope.Store.SaveAsync(Changes(owns: false).With(Instance(id, 2, "changed"), 1).Without(id + "b").With(Journal(id, 1)), ct);
                throw new InvalidOperationException("after writing");
            },
            Ct));

        Assert.Equal("{}", (await scope.Store.LoadInstanceAsync(id, forUpdate: false, Ct))!.State);
        Assert.NotNull(await scope.Store.InBurstAsync(ct => scope.Store.TakeBookmarkAsync(id + "b", ct), Ct));
        // The journal line is free again.
        await SaveAsync(Changes().With(Instance(id, 2), 1).With(Journal(id, 1)));
    }

    [Fact]
    public async Task A_revision_that_moved_on_refuses_everything()
    {
        var id = NewId();
        await SaveAsync(Changes().With(Instance(id)).With(Bookmark(id + "b", id)));
        await SaveAsync(Changes().With(Instance(id, 2, "second"), 1));

        var stale = await Assert.ThrowsAsync<StaleInstanceException>(() => SaveAsync(Changes().With(Instance(id, 2, "third"), 1).Without(id + "b")));

        Assert.Equal(id, stale.InstanceId);
        await using var scope = Open();
        var load = await scope.Store.InBurstAsync(ct => scope.Store.TakeBookmarkAsync(id + "b", ct), Ct);
        Assert.Equal("second", load!.Instance.State);
    }

    [Fact]
    public async Task The_same_instance_is_not_created_twice()
    {
        var id = NewId();
        await SaveAsync(Changes().With(Instance(id)));

        var twice = await Assert.ThrowsAsync<StaleInstanceException>(() => SaveAsync(Changes().With(Instance(id))));

        Assert.Equal(id, twice.InstanceId);
    }

    [Fact]
    public async Task A_consumed_bookmark_is_gone()
    {
        var id = NewId();
        await SaveAsync(Changes().With(Instance(id)).With(Bookmark(id + "b", id)));

        var first = await ConsumeAsync(id + "b");
        var second = await ConsumeAsync(id + "b");

        Assert.True(first);
        Assert.False(second);
    }

    [Fact]
    public async Task One_bookmark_taken_by_two_at_once_has_one_winner_a_thousand_times()
    {
        var winners = 0;
        for (var round = 0; round < 1000; round++)
        {
            var id = NewId();
            await SaveAsync(Changes().With(Instance(id)).With(Bookmark(id + "b", id)));

            var results = await Task.WhenAll(Task.Run(() => ConsumeAsync(id + "b"), Ct), Task.Run(() => ConsumeAsync(id + "b"), Ct));

            Assert.Single(results, won => won);
            winners++;
        }

        Assert.Equal(1000, winners);
    }

    [Fact]
    public async Task An_incident_outlives_the_transaction_that_failed()
    {
        var incident = Incident(NewId(), "instance");
        await using var scope = Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.Store.InBurstAsync<bool>(
            async ct =>
            {
                await scope.Store.AddIncidentAsync(incident, ct);
                throw new InvalidOperationException("the page's transaction fails");
            },
            Ct));

        Assert.Equal(incident, await scope.Store.GetIncidentAsync(incident.Id, Ct));
    }

    [Fact]
    public async Task Fifty_at_once_on_a_hundred_bookmarks_of_one_instance_lose_no_update()
    {
        var id = NewId();
        var bookmarks = Enumerable.Range(0, 100).Select(i => Bookmark($"{id}-{i}", id)).ToArray();
        await SaveAsync(Changes().With(Instance(id)).With(bookmarks));

        await System.Threading.Tasks.Parallel.ForEachAsync(
            bookmarks.Concat(bookmarks),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Ct },
            async (bookmark, _) => await ConsumeAsync(bookmark.Id));

        await using var scope = Open();
        Assert.Equal(101, (await scope.Store.LoadInstanceAsync(id, forUpdate: false, Ct))!.Revision);
    }

    [Fact]
    public async Task A_due_timer_is_claimed_by_one_of_two_pollers()
    {
        var id = NewId();
        var timers = Enumerable.Range(0, 200).Select(i => Bookmark($"{id}-{i:000}", id, due: Noon.AddSeconds(i))).ToArray();
        await SaveAsync(Changes().With(Instance(id)).With(timers).With(Bookmark(id + "later", id, due: Noon.AddHours(2))));

        var claims = await Task.WhenAll(ClaimAllAsync(Noon.AddHours(1)), ClaimAllAsync(Noon.AddHours(1)));

        var mine = claims.SelectMany(c => c).Where(t => t.InstanceId == id).ToList();
        Assert.Equal(200, mine.Count);
        Assert.Equal(200, mine.Select(t => t.BookmarkId).Distinct().Count());
        Assert.Equal(Noon.AddSeconds(7), mine.Single(t => t.BookmarkId == $"{id}-007").DueAt);
        await RemoveAsync(id, [.. timers.Select(t => t.Id), id + "later"]);
    }

    [Fact]
    public async Task A_claim_lapses_when_its_node_dies_and_a_consumed_timer_does_not_come_back()
    {
        var id = NewId();
        await SaveAsync(Changes().With(Instance(id)).With(Bookmark(id + "b", id, due: Noon), Bookmark(id + "c", id, due: Noon)));
        var first = await ClaimAllAsync(Noon.AddSeconds(1));
        await ConsumeAsync(id + "c");

        var tooEarly = await ClaimAllAsync(Noon.AddSeconds(30));
        var afterwards = await ClaimAllAsync(Noon.AddSeconds(120));

        Assert.Equal(2, first.Count(t => t.InstanceId == id));
        Assert.DoesNotContain(tooEarly, t => t.InstanceId == id);
        Assert.Equal([id + "b"], afterwards.Where(t => t.InstanceId == id).Select(t => t.BookmarkId));
        await RemoveAsync(id, [id + "b"]);
    }

    [Fact]
    public async Task A_timer_put_aside_waits_until_then()
    {
        var id = NewId();
        await SaveAsync(Changes().With(Instance(id)).With(Bookmark(id + "b", id, due: Noon)));
        Assert.Contains(await ClaimAllAsync(Noon.AddSeconds(1)), t => t.InstanceId == id);

        await using (var scope = Open())
        {
            await scope.Store.DeferTimerAsync(id + "b", Noon.AddDays(1), Ct);
        }

        Assert.DoesNotContain(await ClaimAllAsync(Noon.AddHours(23)), t => t.InstanceId == id);
        Assert.Contains(await ClaimAllAsync(Noon.AddHours(25)), t => t.InstanceId == id);
        await RemoveAsync(id, [id + "b"]);
    }

    [Fact]
    public async Task An_incident_is_kept_until_it_is_resolved()
    {
        var (id, incident) = (NewId(), Incident(NewId(), "instance"));
        await using var scope = Open();
        Assert.Equal(incident.Id, await scope.Store.AddIncidentAsync(incident, Ct));

        Assert.Equal(incident, await scope.Store.GetIncidentAsync(incident.Id, Ct));
        await scope.Store.ResolveIncidentAsync(incident.Id, Noon.AddHours(1), Ct);

        Assert.Equal(Noon.AddHours(1), (await scope.Store.GetIncidentAsync(incident.Id, Ct))!.ResolvedAt);
        Assert.Null(await scope.Store.GetIncidentAsync(id, Ct));
    }

    [Fact]
    public async Task Only_unfinished_children_are_running()
    {
        var id = NewId();
        await SaveAsync(Changes().With(Instance(id)).With(Instance(id + "1", parent: id)).With(Instance(id + "2", parent: id, finished: Noon)).With(Instance(id + "3")));

        await using var scope = Open();

        Assert.Equal([id + "1"], await scope.Store.FindRunningChildrenAsync(id, Ct));
    }

    private static string NewId() => Guid.NewGuid().ToString("N");

    private async Task SaveAsync(BurstChanges changes)
    {
        await using var scope = Open();
        await scope.Store.InBurstAsync(
            async ct =>
            {
                await scope.Store.SaveAsync(changes, ct);
                return true;
            },
            Ct);
    }

    private async Task<bool> ConsumeAsync(string bookmarkId)
    {
        await using var scope = Open();
        return await scope.Store.InBurstAsync(
            async ct =>
            {
                if (await scope.Store.TakeBookmarkAsync(bookmarkId, ct) is not { } load)
                {
                    return false;
                }

                var next = load.Instance.Revision + 1;
                await scope.Store.SaveAsync(
                    Changes().With(load.Instance with { Revision = next }, load.Instance.Revision).Without(bookmarkId).With(Journal(load.Instance.Id, next)), ct);
                return true;
            },
            Ct);
    }

    private async Task<List<DueTimer>> ClaimAllAsync(DateTimeOffset now)
    {
        List<DueTimer> all = [];
        while (true)
        {
            await using var scope = Open();
            var claimed = await scope.Store.ClaimDueTimersAsync(now, 20, Ct);
            all.AddRange(claimed);
            if (claimed.Count == 0)
            {
                return all;
            }
        }
    }

    private async Task RemoveAsync(string id, string[] bookmarks)
    {
        await using var scope = Open();
        var current = await scope.Store.LoadInstanceAsync(id, forUpdate: false, Ct);
        await SaveAsync(Changes().With(current! with { Revision = current.Revision + 1 }, current.Revision).Without(bookmarks));
    }
}
