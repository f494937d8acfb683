using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;

namespace Pana.Cases;

/// <summary>One Liquid template, compiled. The only class that knows the template engine; its limits stop a template that runs away.</summary>
internal sealed partial class PaperTemplate
{
    private const int MaxSteps = 20_000;
    private const int MaxRecursion = 20;
    private const int MaxLength = 2_000_000;

    private static readonly FluidParser Parser = new();

    private readonly IFluidTemplate _template;
    private readonly PaperKind _kind;
    private readonly PaperLanguage _language;
    private readonly string _text;
    private readonly string _style;
    private readonly TemplateOptions _options;

    public PaperTemplate(PaperKind kind, PaperLanguage language, string text, string style, string version)
    {
        _kind = kind;
        _language = language;
        _text = text;
        _style = style;
        Version = version;
        _options = Options(language);
        if (!Parser.TryParse(text, out _template, out var error))
        {
            throw new PaperException(ContentMessages.TemplateUnreadable.Fill(error));
        }
    }

    public string Version { get; }

    /// <summary>The whole document: style inside, nothing loaded from anywhere.</summary>
    public string Render(PaperFields fields)
    {
        var context = new TemplateContext(_options);
        foreach (var (name, value) in Tree(fields))
        {
            context.SetValue(name, FluidValue.Create(value, _options));
        }

        string body;
        try
        {
            body = _template.Render(context, PaperMarkup.Encoder);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new PaperException(ContentMessages.TemplateUnfilled.Fill($"{error.Message}.{Undeclared()}"), error);
        }

        if (body.Length > MaxLength)
        {
            throw new PaperException(ContentMessages.PaperTooLong.Fill(body.Length, MaxLength));
        }

        var code = fields["case.code"]?.ToString() ?? "";
        return $"<!doctype html>\n<html lang=\"{_language.Code}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{PaperMarkup.Encoder.Encode(code)}</title>\n"
            + $"<style>\n{_style}\n</style>\n</head>\n<body>\n<main class=\"paper paper-{_kind.Kind}\">\n{body.Trim()}\n</main>\n</body>\n</html>\n";
    }

    /// <summary>The engine does not name what it misses; the text of the template does.</summary>
    private string Undeclared()
    {
        var declared = _kind.Fields.Select(field => field.TrimEnd('[', ']')).ToHashSet(StringComparer.Ordinal);
        var roots = declared.Select(field => field.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        string[] missing = [.. DottedName().Matches(_text).Select(match => match.Value).Distinct()
            .Where(name => roots.Contains(name.Split('.')[0]) && !declared.Contains(name))];
        return missing.Length == 0 ? "" : $" Not declared in the fields of {_kind.Kind}.json: {string.Join(", ", missing)}.";
    }

    [GeneratedRegex(@"\b[a-z]\w*\.[a-z]\w*\b", RegexOptions.None, 1000)]
    private static partial Regex DottedName();

    /// <summary>Dotted names as nested dictionaries with every declared field present, so that an undeclared one is an error.</summary>
    private Dictionary<string, object?> Tree(PaperFields fields)
    {
        var root = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in _kind.Fields)
        {
            var isList = field.EndsWith("[]", StringComparison.Ordinal);
            var name = isList ? field[..^2] : field;
            var parts = name.Split('.');
            var branch = root;
            foreach (var part in parts[..^1])
            {
                if (!branch.TryGetValue(part, out var next))
                {
                    branch[part] = next = new Dictionary<string, object?>(StringComparer.Ordinal);
                }

                branch = (Dictionary<string, object?>)next!;
            }

            branch[parts[^1]] = Plain(fields[name]) ?? (isList ? new List<object?>() : "");
        }

        return root;
    }

    private static object? Plain(JsonNode? node) => node switch
    {
        null => null,
        JsonArray array => array.Select(Plain).ToList(),
        JsonObject row => row.ToDictionary(pair => pair.Key, pair => Plain(pair.Value) ?? "", StringComparer.Ordinal),
        JsonValue value when value.TryGetValue<bool>(out var tick) => tick,
        _ => FormAnswers.AsText(node),
    };

    private static TemplateOptions Options(PaperLanguage language)
    {
        var options = new TemplateOptions
        {
            MaxSteps = MaxSteps,
            MaxRecursion = MaxRecursion,
            StrictVariables = true,
            StrictFilters = true,
            CultureInfo = CultureInfo.InvariantCulture,
        };
        options.Filters.AddFilter("blank", (input, arguments, _) =>
            IsBlank(input) ? Html(PaperMarkup.Blank(arguments.At(0).Or("middle"))) : new ValueTask<FluidValue>(input));
        options.Filters.AddFilter("day", (input, _, _) => Html(language.DayInWords(AsDate(input))));
        options.Filters.AddFilter("shortday", (input, arguments, _) => AsDate(input) is { } date
            ? Text(date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture))
            : IsBlank(input) ? Html(PaperMarkup.Blank(arguments.At(0).Or("short"))) : new ValueTask<FluidValue>(input));
        options.Filters.AddFilter("moment", (input, _, _) =>
            DateTime.TryParse(input.ToStringValue(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                ? Text(moment.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture))
                : Html(PaperMarkup.Blank("middle")));
        options.Filters.AddFilter("choice", (input, arguments, _) => Choice(input, arguments));
        options.Filters.AddFilter("tick", (input, _, _) => Text(input.ToStringValue() == "true" ? "☑" : "☐"));
        options.Filters.AddFilter("lines", (input, _, _) =>
            Html(PaperMarkup.Encoder.Encode(input.ToStringValue().ReplaceLineEndings("\n")).Replace("&#xA;", "<br>", StringComparison.Ordinal)));
        // The engine's own filter would print what people typed as HTML.
        options.Filters.AddFilter("raw", (_, _, _) => throw new PaperException("the filter \"raw\" is not allowed"));
        options.Filters.AddFilter("signatures", (input, _, _) => Html(PaperMarkup.Place(input.ToStringValue())));
        return options;
    }

    /// <summary><c>{{ person.sex | choice: 'female', 'Әйел', 'male', 'Ер' }}</c>: the words for a value, a line when there is none.</summary>
    private static ValueTask<FluidValue> Choice(FluidValue input, FilterArguments arguments)
    {
        for (var index = 0; index + 1 < arguments.Count; index += 2)
        {
            if (arguments.At(index).ToStringValue() == input.ToStringValue())
            {
                return new ValueTask<FluidValue>(arguments.At(index + 1));
            }
        }

        return IsBlank(input) ? Html(PaperMarkup.Blank("short")) : new ValueTask<FluidValue>(input);
    }

    private static bool IsBlank(FluidValue value) => value.IsNil() || value.ToStringValue().Length == 0;

    private static DateOnly? AsDate(FluidValue value) =>
        value.ToStringValue() is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static ValueTask<FluidValue> Html(string html) => new(new StringValue(html, false));

    private static ValueTask<FluidValue> Text(string text) => new(new StringValue(text));
}
