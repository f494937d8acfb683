using System.Text.Json.Nodes;

namespace Pana.Designer;

/// <summary>The links that tell the studio what may be done; without <c>publish</c> its editor is read-only.</summary>
internal static class Links
{
    public static JsonArray Of(string definitionId)
    {
        var id = Uri.EscapeDataString(definitionId);
        return
        [
            Link($"/workflow-definitions/{id}", "self", "GET"),
            Link($"/workflow-definitions/by-definition-id/{id}", "self", "GET"),
            Link($"/workflow-definitions/{id}/execute", "execute", "POST"),
            Link($"/workflow-definitions/{id}/export", "export", "POST"),
            Link($"/workflow-definitions/{id}/publish", "publish", "POST"),
            Link($"/workflow-definitions/{id}/retract", "retract", "POST"),
            Link($"/workflow-definitions/{id}", "delete", "DELETE"),
            Link($"/workflow-definitions/{id}/import", "import", "PUT"),
        ];
    }

    public static JsonArray OfList() =>
    [
        Link("/workflow-definitions", "self", "GET"),
        Link("/workflow-definitions/validation/is-name-unique", "is-name-unique", "GET"),
        Link("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete-by-definition-id", "POST"),
        Link("/bulk-actions/delete/workflow-definitions/by-id", "bulk-delete-by-id", "POST"),
        Link("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
        Link("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
        Link("/workflow-definitions/import", "import", "POST"),
        Link("/workflow-definitions", "create", "POST"),
    ];

    private static JsonObject Link(string href, string rel, string method) => new() { ["href"] = href, ["rel"] = rel, ["method"] = method };
}
