using System.Text.Json.Nodes;
using Pana.Engine;

namespace Pana.Cases;

/// <summary>What a designer may change of one limit.</summary>
/// <param name="Amount">How many units.</param>
/// <param name="Unit">Working day, calendar day, month or quarter.</param>
/// <param name="Actor">Who must act.</param>
/// <param name="Paragraph">The paragraph of the Standard.</param>
/// <param name="Anchors">Events that start it.</param>
/// <param name="Targets">Events that meet it.</param>
public sealed record LimitTerms(int Amount, LimitUnit Unit, string Actor, string Paragraph, IReadOnlyList<string> Anchors, IReadOnlyList<string> Targets);

/// <summary>A change before it is confirmed: the whole new content, and what the limit would be for an event of today.</summary>
/// <param name="Body">The new content of the limits.</param>
/// <param name="DueBefore">Last day by the limit in use.</param>
/// <param name="DueAfter">Last day by the new one.</param>
public sealed record LimitProposal(string Body, DateOnly DueBefore, DateOnly DueAfter);

/// <summary>Changes the limits and the interpretation settings for cases that begin from a day on. Open cases keep theirs.</summary>
public sealed class LimitChange(ContentStore store, DbSession session, WorkingCalendar calendar, EventCatalog events, ObligationCatalog inUse)
{
    /// <summary>The limits as they would be with one of them changed.</summary>
    /// <exception cref="ContentDefectsException">The terms make no limit.</exception>
    public LimitProposal Propose(ContentVersion current, string id, LimitTerms terms, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(terms);
        var body = Change(current, root =>
        {
            var limit = root["limits"]!.AsArray().OfType<JsonObject>().First(one => (string?)one["id"] == id);
            limit["amount"] = terms.Amount;
            limit["unit"] = JsonNode.Parse(Json.Write(terms.Unit));
            limit["actor"] = terms.Actor;
            limit["paragraph"] = terms.Paragraph;
            limit["anchors"] = new JsonArray([.. terms.Anchors.Select(name => JsonValue.Create(name))]);
            limit["targets"] = new JsonArray([.. terms.Targets.Select(name => JsonValue.Create(name))]);
        });
        return new LimitProposal(body, Due(current.Body, id, today), Due(body, id, today));
    }

    /// <summary>The content with other bounds of a range, in hours a day.</summary>
    /// <exception cref="ContentDefectsException">The bounds make no range.</exception>
    public string ProposeRange(ContentVersion current, string id, int from, int to, string paragraph) => Change(current, root =>
    {
        var range = root["ranges"]!.AsArray().OfType<JsonObject>().First(one => (string?)one["id"] == id);
        (range["from"], range["to"], range["paragraph"]) = (from, to, paragraph);
    });

    /// <summary>The content with other interpretation settings: name → value as JSON.</summary>
    /// <exception cref="ContentDefectsException">A value is not one of the options.</exception>
    public string ProposeReadings(ContentVersion current, IReadOnlyDictionary<string, string> values) => Change(current, root =>
    {
        foreach (var reading in root["settings"]!.AsArray().OfType<JsonObject>())
        {
            if (values.TryGetValue((string?)reading["name"] ?? "", out var value))
            {
                reading["value"] = JsonNode.Parse(value);
            }
        }
    });

    /// <summary>Publishes new limits for applications from a day on; refused when the limits in use are not those the page was showing.</summary>
    public Task<ContentVersion> PublishAsync(string body, int seen, DateOnly from, CancellationToken ct = default) => session.InTransactionAsync(
        async token =>
        {
            var versions = await store.VersionsAsync(ContentKind.Limits, ContentReader.LimitsKey, token);
            var current = versions.First(version => version.IsCurrent);
            if (current.Number != seen)
            {
                throw new ContentChangedException("Limits", current.PublishedByName, current.PublishedAt);
            }

            var draft = await store.SaveDraftAsync(ContentKind.Limits, ContentReader.LimitsKey, body, versions[0].Number, versions[0].Revision, token);
            return await store.PublishAsync(ContentKind.Limits, ContentReader.LimitsKey, draft.Number, draft.Revision, from, token);
        },
        ct);

    /// <summary>Publishes the limits of a changed file in place of those in use, for applications from a day on.</summary>
    /// <exception cref="ContentChangedException">The limits in use or the draft are not what the page was showing.</exception>
    public Task<ContentVersion> PublishFileAsync(int number, int revision, int seen, DateOnly from, CancellationToken ct = default) => session.InTransactionAsync(
        async token =>
        {
            var current = await CurrentAsync(token);
            return current.Number == seen
                ? await store.PublishAsync(ContentKind.Limits, ContentReader.LimitsKey, number, revision, from, token)
                : throw new ContentChangedException("Limits", current.PublishedByName, current.PublishedAt);
        },
        ct);

    /// <summary>The draft of a changed file, read; null when none waits.</summary>
    public async Task<(ContentVersion Draft, LimitEdition Limits)?> FindFileAsync(CancellationToken ct = default) =>
        await store.FindFileDraftAsync(ContentKind.Limits, ContentReader.LimitsKey, ct) is { } draft ? (draft, new LimitEdition(ContentReader.Limits(draft.Body))) : null;

    /// <summary>The limits in use with their version.</summary>
    public async Task<ContentVersion> CurrentAsync(CancellationToken ct = default)
    {
        var versions = await store.VersionsAsync(ContentKind.Limits, ContentReader.LimitsKey, ct);
        return (await store.FindAsync(ContentKind.Limits, ContentReader.LimitsKey, versions.First(version => version.IsCurrent).Number, ct))!;
    }

    private string Change(ContentVersion current, Action<JsonNode> change)
    {
        var root = JsonNode.Parse(current.Body)!;
        change(root);
        var body = root.ToJsonString(Json.Options);
        var defects = ContentReader.CheckLimits(body, events, inUse);
        return defects.Count == 0 ? body : throw new ContentDefectsException(current.Subject, defects);
    }

    private DateOnly Due(string body, string id, DateOnly today)
    {
        var edition = new LimitEdition(ContentReader.Limits(body));
        return new DueDate(calendar, edition).Of(edition.Get(id), "", today).DueOn;
    }
}
