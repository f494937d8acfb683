using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace Pana.Cases;

/// <summary>
/// What stands in the fields, exactly as typed. Field names: the key; <c>list[0].key</c> inside a dynamic list;
/// <c>key._time</c> for the time beside a date; <c>list[0]._row</c> marks a row that exists though nothing is typed in it.
/// </summary>
public sealed class FormTyped
{
    /// <summary>A submit button that only asks for the form again, with the questions that follow from the answers.</summary>
    public const string RefreshButton = "_refresh";

    /// <summary>The hidden field that tells one filled form from another, so that a form sent twice is kept once.</summary>
    public const string OnceField = "_once";

    private readonly Dictionary<string, string[]> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

    /// <summary>The mark of this filled form: the one the browser sent back, or a new one.</summary>
    public Guid Once { get; private init; } = Guid.CreateVersion7();

    /// <summary>Everything typed or chosen under a field name.</summary>
    public IReadOnlyList<string> All(string field) => _values.GetValueOrDefault(field, []);

    /// <summary>The text of a field, empty when there is none.</summary>
    public string One(string field) => _values.TryGetValue(field, out var values) && values.Length > 0 ? values[0] : "";

    /// <summary>The rows of a dynamic list.</summary>
    public int Rows(string path) => _rows.GetValueOrDefault(path);

    /// <summary>An empty form: dynamic lists have their default rows.</summary>
    public static FormTyped Empty(FormDefinition form, DateTime? now = null) => From(form, new FormAnswers(), now);

    /// <summary>
    /// Stored answers, or a draft, as text in the fields. Dates with <c>properties.default = "now"</c> that were never asked
    /// start with <paramref name="now"/>, the organisation's own time, when it is given.
    /// </summary>
    public static FormTyped From(FormDefinition form, FormAnswers answers, DateTime? now = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        var typed = new FormTyped();
        foreach (var component in form.All().Where(component => component.HasAnswer))
        {
            if (component.Type != FormComponentType.DynamicList)
            {
                typed.Fill(component, component.Key, answers);
                typed.Suggest(component, answers, now);
                continue;
            }

            var rows = answers.Rows(component.Key);
            typed._rows[component.Key] = answers.Has(component.Key) ? rows.Count : component.DefaultRepetitions;
            for (var index = 0; index < rows.Count; index++)
            {
                foreach (var inner in FormRows.Fields(component))
                {
                    typed.Fill(inner, FormRows.Field(component, index, inner), rows[index]);
                }
            }
        }

        return typed;
    }

    /// <summary>What the browser sent. Rows are numbered anew without gaps; a row button adds or removes its row here;
    /// <paramref name="rowsChanged"/> says that the press was only for that, or for drawing the form again.</summary>
    public static FormTyped Posted(FormDefinition form, IEnumerable<KeyValuePair<string, StringValues>> posted, out bool rowsChanged)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(posted);
        var sent = posted.ToDictionary(pair => pair.Key, pair => pair.Value.Select(text => text ?? "").ToArray(), StringComparer.Ordinal);
        var typed = Guid.TryParse(sent.GetValueOrDefault(OnceField, []).FirstOrDefault(), out var once) ? new FormTyped { Once = once } : new FormTyped();
        rowsChanged = sent.ContainsKey(RefreshButton);
        foreach (var component in form.All().Where(component => component.HasAnswer))
        {
            if (component.Type == FormComponentType.DynamicList)
            {
                rowsChanged |= typed.TakeRows(component, sent);
            }
            else
            {
                typed.Take(component, component.Key, component.Key, sent);
            }
        }

        return typed;
    }

    /// <summary>The typed text as answers that <see cref="From"/> reads back: what a draft keeps.</summary>
    public FormAnswers ToDraft(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var draft = new FormAnswers();
        foreach (var component in form.All().Where(component => component.HasAnswer))
        {
            if (component.Type == FormComponentType.DynamicList)
            {
                var rows = Enumerable.Range(0, Rows(component.Key)).Select(index => RowDraft(component, index));
                draft[component.Key] = new JsonArray([.. rows]);
            }
            else
            {
                Keep(component, component.Key, component.Key, (key, value) => draft[key] = value);
            }
        }

        return draft;
    }

    private JsonObject RowDraft(FormComponent list, int index)
    {
        var row = new JsonObject();
        foreach (var inner in FormRows.Fields(list))
        {
            Keep(inner, FormRows.Field(list, index, inner), inner.Key, (key, value) => row[key] = value);
        }

        return row;
    }

    private void Keep(FormComponent component, string field, string key, Action<string, JsonNode> keep)
    {
        if (component.Type == FormComponentType.Checklist && All(field).Count > 0)
        {
            keep(key, new JsonArray([.. All(field).Select(value => JsonValue.Create(value))]));
        }
        else if (component.Type == FormComponentType.Checkbox && One(field) == "true")
        {
            keep(key, JsonValue.Create(true));
        }
        else if (component.Type is not (FormComponentType.Checklist or FormComponentType.Checkbox) && One(field).Length > 0)
        {
            keep(key, JsonValue.Create(One(field)));
        }

        if (component is { Type: FormComponentType.DateTime, Subtype: "datetime" } && One(field + FormRows.TimeSuffix).Length > 0)
        {
            keep(key + FormRows.TimeSuffix, JsonValue.Create(One(field + FormRows.TimeSuffix)));
        }
    }

    private void Fill(FormComponent component, string field, FormAnswers answers)
    {
        if (component.Type == FormComponentType.Checklist)
        {
            _values[field] = [.. answers.Chosen(component.Key)];
            return;
        }

        if (answers.Text(component.Key) is { } text)
        {
            _values[field] = [component.Type == FormComponentType.DateTime ? Shown(component, field, text) : text];
        }

        if (answers.Text(component.Key + FormRows.TimeSuffix) is { } time)
        {
            _values[field + FormRows.TimeSuffix] = [time];
        }
    }

    private void Suggest(FormComponent component, FormAnswers answers, DateTime? now)
    {
        if (now is { } moment && component is { Type: FormComponentType.DateTime } && component.Property("default") == "now" && !answers.Keys.Contains(component.Key))
        {
            _values[component.Key] = [moment.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)];
            _values[component.Key + FormRows.TimeSuffix] = [moment.ToString("HH:mm", CultureInfo.InvariantCulture)];
        }
    }

    /// <summary>Stored dates are shown as dd.MM.yyyy; a draft's unfinished text as it is.</summary>
    private string Shown(FormComponent component, string field, string text)
    {
        if (component.Subtype == "datetime" && DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            _values[field + FormRows.TimeSuffix] = [moment.ToString("HH:mm", CultureInfo.InvariantCulture)];
            return moment.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        }

        return component.Subtype == "date" && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
            : text;
    }

    private bool TakeRows(FormComponent list, Dictionary<string, string[]> sent)
    {
        var pattern = new Regex("^" + Regex.Escape(list.Key) + @"\[(\d{1,4})\]\.", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        List<int> rows = [.. sent.Keys.Select(name => pattern.Match(name)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct().Order()];
        var removed = rows.RemoveAll(row => sent.ContainsKey(FormRows.RemoveButton(list, row)));
        rows = [.. rows.Take(list.MaxRows)];
        for (var index = 0; index < rows.Count; index++)
        {
            foreach (var inner in FormRows.Fields(list))
            {
                Take(inner, FormRows.Field(list, index, inner), FormRows.Field(list, rows[index], inner), sent);
            }
        }

        var adds = sent.ContainsKey(FormRows.AddButton(list));
        _rows[list.Key] = adds && rows.Count < list.MaxRows ? rows.Count + 1 : rows.Count;
        return adds || removed > 0;
    }

    private void Take(FormComponent component, string field, string from, Dictionary<string, string[]> sent)
    {
        if (sent.TryGetValue(from, out var values))
        {
            _values[field] = component.Type == FormComponentType.Checklist ? [.. values.Where(value => value.Length > 0)] : values;
        }

        if (component.Type == FormComponentType.DateTime && sent.TryGetValue(from + FormRows.TimeSuffix, out var time))
        {
            _values[field + FormRows.TimeSuffix] = time;
        }
    }
}
