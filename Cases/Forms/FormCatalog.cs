using System.Collections.Concurrent;

namespace Pana.Cases;

/// <summary>
/// The forms in use, and every earlier version that a task was opened with. It begins with <c>Workflows/Forms</c>;
/// <see cref="ContentLibrary"/> puts what was published in its place.
/// </summary>
public sealed class FormCatalog
{
    private readonly ConcurrentDictionary<(string Id, string Version), FormDefinition?> _earlier = new();
    private volatile IReadOnlyDictionary<string, FormDefinition> _forms;
    private Func<string, string, FormDefinition?> _find = (_, _) => null;

    /// <summary>Uses forms that are already read; ids must be unique.</summary>
    public FormCatalog(IEnumerable<FormDefinition> forms) =>
        _forms = forms.ToDictionary(form => form.Id, StringComparer.Ordinal);

    /// <summary>Every form in use, by id.</summary>
    public IReadOnlyList<FormDefinition> All => [.. _forms.Values.OrderBy(form => form.Id, StringComparer.Ordinal)];

    /// <summary>Another object whenever a form was published: what is derived from all forms is kept until then.</summary>
    public object Edition => _forms;

    /// <summary>Reads every <c>Forms/*.json</c> under the workflows folder; all defects of all files at once.</summary>
    public static FormCatalog Load(string workflowsFolder)
    {
        List<FormDefinition> forms = [];
        List<LocalizedText> defects = [];
        var folder = Path.Combine(workflowsFolder, "Forms");
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            var name = Path.GetFileNameWithoutExtension(path);
            try
            {
                var form = FormLoader.Load(File.ReadAllText(path), name);
                forms.Add(form);
                if (form.Id != name)
                {
                    defects.Add(FormDefectMessages.FileName.Fill(name, form.Id));
                }
            }
            catch (FormSchemaException error)
            {
                defects.AddRange(error.Defects.Select(defect => FormDefectMessages.Member.Fill($"{name}.json", defect)));
            }
        }

        return defects.Count == 0 ? new FormCatalog(forms) : throw new FormSchemaException(folder, defects);
    }

    /// <summary>Does a form with this id exist?</summary>
    public bool Contains(string id) => _forms.ContainsKey(id);

    /// <summary>The form in use now.</summary>
    public FormDefinition Get(string id) => _forms.TryGetValue(id, out var form)
        ? form
        : throw new KeyNotFoundException($"There is no form \"{id}\". Known: {string.Join(", ", _forms.Keys.Order(StringComparer.Ordinal))}. Add Workflows/Forms/{id}.json or correct the step.");

    /// <summary>
    /// The version a task was opened with, read from the database the first time. A version that nobody keeps (it is older
    /// than the store of versions) gives the form in use now: answers are kept by key, so what both ask stays.
    /// </summary>
    public FormDefinition Get(string id, string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return _forms.TryGetValue(id, out var now) && now.Version == version
            ? now
            : _earlier.GetOrAdd((id, version), key => _find(key.Id, key.Version)) ?? Get(id);
    }

    /// <summary>The same catalogue with one form added or changed: to check a form before it is published.</summary>
    public FormCatalog With(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new FormCatalog([.. _forms.Values.Where(one => one.Id != form.Id), form]);
    }

    /// <summary>Where earlier versions are found.</summary>
    internal void FindEarlierBy(Func<string, string, FormDefinition?> find) => _find = find;

    /// <summary>What is in use from now on.</summary>
    internal void Use(IEnumerable<FormDefinition> forms) => _forms = forms.ToDictionary(form => form.Id, StringComparer.Ordinal);
}
