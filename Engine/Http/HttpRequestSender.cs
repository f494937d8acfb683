using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Pana.Engine;

/// <summary>Sends the requests of workflows and wakes the step that waits for the answer.</summary>
internal sealed class HttpRequestSender(HttpRequestClient client, WorkflowEngineOptions options, WorkflowRuntime runtime) : IOutboxSender
{
    public string Kind => HttpRequestLetter.Kind;

    public async Task SendAsync(OutboxMessage message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        var letter = HttpRequestLetter.Read(message.Body);
        var answer = await AskAsync(letter, message.Id, ct).ConfigureAwait(false);
        try
        {
            await runtime.ResumeAsync(new ResumeBookmark(letter.BookmarkId) { Input = answer, Unattended = true }, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is BookmarkConsumedException or WorkflowFaultedException)
        {
            // Nobody waits any more, or what comes next failed and its incident keeps the answer: asking the server again helps neither.
        }
    }

    private async Task<Dictionary<string, object?>> AskAsync(HttpRequestLetter letter, string id, CancellationToken ct)
    {
        // The allowed origins may have changed since.
        using var request = new HttpRequestMessage(new HttpMethod(letter.Method), options.Http.Allow(letter.Address.ToString(), letter.BookmarkId));
        if (letter.Content is { } content)
        {
            request.Content = new StringContent(content, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(letter.ContentType!);
        }

        request.Headers.TryAddWithoutValidation("Idempotency-Key", id);
        request.Headers.TryAddWithoutValidation("Authorization", letter.Authorization);
        foreach (var (name, value) in letter.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(options.Http.Timeout);
            using var response = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return await ReadAsync(response, limit.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException) when (!letter.IsRepeated)
        {
            return Failed(HttpRequestLetter.NotReached);
        }
        catch (OperationCanceledException) when (!letter.IsRepeated && !ct.IsCancellationRequested)
        {
            return Failed(HttpRequestLetter.Timeout);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"Expected an answer of {letter.Address.Authority} within {options.Http.Timeout}.", e);
        }
    }

    private async Task<Dictionary<string, object?>> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        await response.Content.LoadIntoBufferAsync(options.Http.MaxBytes, ct).ConfigureAwait(false);
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => !header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => (object?)string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Dictionary<string, object?>
        {
            ["StatusCode"] = (int)response.StatusCode,
            ["Headers"] = headers,
            ["Content"] = response.StatusCode == HttpStatusCode.NoContent
                ? null
                : HttpRequestLetter.Parse(await response.Content.ReadAsStringAsync(ct).ConfigureAwait(false), response.Content.Headers.ContentType?.MediaType),
        };
    }

    private static Dictionary<string, object?> Failed(string failure) => new() { [HttpRequestLetter.FailureKey] = failure };
}
