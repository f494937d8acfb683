using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Pana.Designer;

/// <summary>
/// Serves Elsa Studio's own files unchanged, from the compressed siblings that the package brings. What carries a
/// fingerprint in its name is cached for good, everything else is asked for again with its tag.
/// </summary>
internal sealed partial class StudioFiles
{
    private readonly FrozenDictionary<string, StudioFile> _files;

    private StudioFiles(FrozenDictionary<string, StudioFile> files) => _files = files;

    /// <summary>Reads the folder <c>studio</c> beside the program; while developing, the folder npm has filled.</summary>
    public static StudioFiles Load()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "studio");
        var fetched = typeof(StudioFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "StudioFolder").Value!;
        return LoadFrom(Directory.Exists(beside) ? beside : fetched);
    }

    /// <summary>Reads a folder; a file is known by its path without <c>.br</c> or <c>.gz</c>.</summary>
    public static StudioFiles LoadFrom(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "_framework", "blazor.webassembly.js.br")))
        {
            throw new InvalidOperationException(
                $"Expected Elsa Studio's files in {folder}; found none. Build the project Designer (it runs npm ci), or publish again: the program's folder \"studio\" must travel with it.");
        }

        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".dat"] = "application/octet-stream";
        types.Mappings[".wasm"] = "application/wasm";
        var files = new Dictionary<string, StudioFile>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var encoding = Path.GetExtension(name) switch { ".br" => "br", ".gz" => "gzip", _ => "" };
            var plain = encoding.Length == 0 ? name : name[..^3];
            if (IsLeftOut(plain))
            {
                continue;
            }

            if (!files.TryGetValue(plain, out var file))
            {
                file = new StudioFile(types.TryGetContentType(plain, out var type) ? type : "application/octet-stream", Fingerprint().IsMatch(plain));
                files.Add(plain, file);
            }

            file.Variants[encoding] = path;
        }

        return new StudioFiles(files.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Answers one request; 404 for what the package does not have.</summary>
    public async Task ServeAsync(HttpContext context, string name)
    {
        if (!_files.TryGetValue(name, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        var encoding = file.Variants.ContainsKey("br") && accepted.Contains("br", StringComparison.Ordinal) ? "br"
            : file.Variants.ContainsKey("gzip") && accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
        var unpack = encoding.Length == 0 && !file.Variants.ContainsKey("");
        var info = new FileInfo(file.Variants[unpack ? "gzip" : encoding]);
        var tag = $"\"{info.Length:x}-{info.LastWriteTimeUtc.Ticks:x}{(unpack ? "u" : "")}\"";
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = file.IsImmutable ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate";
        if (context.Request.Headers.IfNoneMatch.Contains(tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = file.ContentType;
        if (unpack)
        {
            await using var packed = info.OpenRead();
            await using var stream = new GZipStream(packed, CompressionMode.Decompress);
            await stream.CopyToAsync(context.Response.Body, context.RequestAborted);
            return;
        }

        if (encoding.Length > 0)
        {
            headers.ContentEncoding = encoding;
        }

        context.Response.ContentLength = info.Length;
        await context.Response.SendFileAsync(info.FullName, context.RequestAborted);
    }

    /// <summary>Sixteen megabytes that no page of ours asks for: source maps and Radzen's other themes.</summary>
    private static bool IsLeftOut(string name) =>
        name.EndsWith(".map", StringComparison.Ordinal) || name == "index.html"
        || (name.StartsWith("_content/Radzen.Blazor/css/", StringComparison.Ordinal) && name != "_content/Radzen.Blazor/css/material-base.css");

    [GeneratedRegex(@"\.[a-z0-9]{10}\.")]
    private static partial Regex Fingerprint();

    private sealed record StudioFile(string ContentType, bool IsImmutable)
    {
        public Dictionary<string, string> Variants { get; } = new(StringComparer.Ordinal);
    }
}
