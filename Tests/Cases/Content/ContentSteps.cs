using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pana.Cases;
using Pana.Tests.Support;

namespace Pana.Tests.Cases.Content;

/// <summary>Imports, edits and publishes content as a process designer.</summary>
internal static class ContentSteps
{
    public static Actor Designer { get; } = new(Guid.CreateVersion7(), "Designer", new HashSet<Role> { Role.ProcessDesigner }, null, null);

    public static Task ImportAsync(this CaseWorld world) => world.AsAsync(Actor.System, async scope =>
    {
        await scope.GetRequiredService<ContentImporter>().ImportAsync();
        await scope.GetRequiredService<ContentLibrary>().RefreshAsync();
    });

    /// <summary>Saves what <paramref name="change"/> makes of the newest version.</summary>
    public static Task<ContentVersion> DraftAsync(this CaseWorld world, ContentKind kind, string key, Action<JsonNode> change) => world.AsAsync(Designer, async scope =>
    {
        var store = scope.GetRequiredService<ContentStore>();
        var open = (await store.OpenAsync(kind, key))!;
        var body = JsonNode.Parse(open.Body)!;
        change(body);
        return await store.SaveDraftAsync(kind, key, body.ToJsonString(), open.Number, open.Revision);
    });

    public static async Task<ContentVersion> PublishAsync(this CaseWorld world, ContentKind kind, string key, Action<JsonNode> change, DateOnly? from = null)
    {
        var draft = await world.DraftAsync(kind, key, change);
        return await world.AsAsync(Designer, scope => scope.GetRequiredService<ContentStore>().PublishAsync(kind, key, draft.Number, draft.Revision, from));
    }

    public static T Of<T>(this CaseWorld world)
        where T : notnull => world.AsAsync(Actor.System, scope => Task.FromResult(scope.GetRequiredService<T>())).GetAwaiter().GetResult();

    public static void Amount(this JsonNode limits, string id, int amount) =>
        limits["limits"]!.AsArray().Single(limit => (string?)limit!["id"] == id)!["amount"] = amount;

    public static JsonObject Field(string key, string kk) => new()
    {
        ["type"] = "textfield",
        ["id"] = "Field_" + key.Replace('.', '_'),
        ["key"] = key,
        ["label"] = kk,
        ["properties"] = new JsonObject { ["ru"] = kk + " ru", ["en"] = kk + " en" },
    };
}
