using System.Net.Http.Headers;
using System.Text.Json;

namespace Pana.Tests.Support;

/// <summary>A program that the portal knows, and what it asks of the token endpoint.</summary>
internal static class ProgramTokens
{
    public const string Client = "nightly";
    public const string Secret = "the-secret-of-this-test-has-more-than-32-characters";

    /// <summary>The settings that make the program known.</summary>
    public static IReadOnlyList<string> Settings { get; } =
        [$"Pana:Programs:0:ClientId={Client}", "Pana:Programs:0:Name=Түнгі көшірме", $"Pana:Programs:0:ClientSecret={Secret}"];

    /// <summary>What the token endpoint answers to the fields that are not empty.</summary>
    public static async Task<JsonElement> AskTokenAsync(this TestPortal portal, CancellationToken ct, params (string Name, string Value)[] fields)
    {
        using var client = new HttpClient { BaseAddress = portal.Address };
        using var form = new FormUrlEncodedContent(fields.Where(f => f.Value.Length > 0).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await client.PostAsync("connect/token", form, ct);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct)).RootElement;
    }

    /// <summary>The program's own token.</summary>
    public static async Task<string> ProgramTokenAsync(this TestPortal portal, CancellationToken ct) =>
        (await portal.AskTokenAsync(ct, ("grant_type", "client_credentials"), ("client_id", Client), ("client_secret", Secret), ("scope", "elsa"))).GetProperty("access_token").GetString()!;

    /// <summary>A client that shows the token.</summary>
    public static HttpClient Bearer(this TestPortal portal, string token)
    {
        var client = new HttpClient { BaseAddress = portal.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
