namespace Pana.Cases;

/// <summary>Puts the norms and what carries them together; names every defect of both files at once.</summary>
internal sealed partial class CoverageReader(NormsFile norms, CoverageFile coverage)
{
    private static readonly Dictionary<string, NormKind> Kinds = Enum.GetValues<NormKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, LocalizedText> _leads = norms.Leads ?? new Dictionary<string, LocalizedText>();
    private readonly IReadOnlyDictionary<string, LocalizedText> _names = coverage.Names ?? new Dictionary<string, LocalizedText>();
    private readonly IReadOnlyDictionary<string, LocalizedText> _reasons = coverage.Reasons ?? new Dictionary<string, LocalizedText>();
    private readonly IReadOnlyDictionary<string, LocalizedText> _gaps = coverage.Gaps ?? new Dictionary<string, LocalizedText>();
    private readonly List<ContentDefect> _defects = [];

    /// <summary>Every norm in the order of the Standard.</summary>
    /// <exception cref="ContentDefectsException">The files have defects; all are named.</exception>
    public IReadOnlyList<NormCoverage> Read()
    {
        var known = ReadNorms();
        var lines = coverage.Norms ?? [];
        var byNorm = lines.GroupBy(line => line.Norm ?? "", StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.ToList(), StringComparer.Ordinal);
        foreach (var (id, same) in byNorm)
        {
            if (known.All(norm => norm.Id != id))
            {
                Add(id, "is not a norm of norms.json: correct the id or leave the entry out");
            }
            else if (same.Count > 1)
            {
                Add(id, $"is mapped {same.Count} times: put everything that carries it into one entry");
            }
        }

        List<NormCoverage> read = [.. known.Select(norm => byNorm.TryGetValue(norm.Id, out var same) ? ReadLine(norm, same[0]) : Unmapped(norm))];
        CheckWords(_leads.Concat(_names).Concat(_reasons).Concat(_gaps));
        CheckUse(lines, read);
        return _defects.Count == 0 ? read : throw new ContentDefectsException("Workflows/Coverage", _defects);
    }

    private List<Norm> ReadNorms()
    {
        List<Norm> read = [];
        foreach (var line in norms.Norms ?? [])
        {
            var id = line.Id ?? "";
            if (read.Exists(norm => norm.Id == id))
            {
                Add(id, "stands in norms.json twice: a norm has one entry");
                continue;
            }

            if (!id.StartsWith($"p{line.Paragraph}.", StringComparison.Ordinal))
            {
                Add(id, $"is said to stand in paragraph \"{line.Paragraph}\": the id begins with the paragraph, such as p28.1 in paragraph 28");
            }

            if (!Kinds.TryGetValue(line.Kind ?? "", out var kind))
            {
                Add(id, $"has the kind \"{line.Kind}\"; known: {string.Join(", ", Kinds.Keys)}");
            }

            LocalizedText? lead = null;
            if (line.Lead is not null && !_leads.TryGetValue(line.Lead, out lead))
            {
                Add(id, $"stands under \"{line.Lead}\", which is not among the leads: {string.Join(", ", _leads.Keys)}");
            }

            var text = new LocalizedText(line.Kk!, line.Ru!, line.En!);
            CheckWords([KeyValuePair.Create(id, text)]);
            read.Add(new Norm(id, line.Paragraph ?? "", kind, text, lead));
        }

        return read;
    }

    private NormCoverage Unmapped(Norm norm)
    {
        Add(norm.Id, "is not mapped: say in coverage.json what carries it, why people do (reason), or what is missing (gap)");
        return new NormCoverage(norm, [], null, null);
    }

    private NormCoverage ReadLine(Norm norm, CoverageLine line)
    {
        var carriers = (line.Carriers ?? []).Select((one, index) => ReadCarrier(norm.Id, one, index + 1)).OfType<Carrier>().ToList();
        foreach (var twice in carriers.GroupBy(one => one).Where(same => same.Count() > 1))
        {
            Add(norm.Id, $"names {twice.Key} twice");
        }

        if (line is { Reason: not null, Gap: not null })
        {
            Add(norm.Id, "has a reason and a gap: either people carry it, or something is missing");
        }

        if (line is { Reason: null, Gap: null } && line.Carriers is not { Count: > 0 })
        {
            Add(norm.Id, "has neither a carrier nor a reason nor a gap");
        }

        return new NormCoverage(norm, carriers, Known(norm.Id, line.Reason, "reasons", _reasons), Known(norm.Id, line.Gap, "gaps", _gaps));
    }

    private LocalizedText? Known(string norm, string? key, string table, IReadOnlyDictionary<string, LocalizedText> texts)
    {
        if (key is null || texts.ContainsKey(key))
        {
            return key is null ? null : texts[key];
        }

        Add(norm, $"names \"{key}\", which is not among the {table}: {string.Join(", ", texts.Keys)}");
        return null;
    }

    private void CheckWords(IEnumerable<KeyValuePair<string, LocalizedText>> texts)
    {
        foreach (var (key, text) in texts)
        {
            string[] missing = [.. new[] { ("kk", text?.Kk), ("ru", text?.Ru), ("en", text?.En) }.Where(one => string.IsNullOrWhiteSpace(one.Item2)).Select(one => one.Item1)];
            if (missing.Length > 0)
            {
                Add(key, $"has no words in {string.Join(", ", missing)}");
            }
        }
    }

    private void CheckUse(IReadOnlyList<CoverageLine> lines, List<NormCoverage> read)
    {
        var named = read.SelectMany(one => one.Carriers).Select(carrier => carrier.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (table, keys, used) in new (string, IEnumerable<string>, ISet<string?>)[]
        {
            ("leads", _leads.Keys, (norms.Norms ?? []).Select(line => line.Lead).ToHashSet()),
            ("reasons", _reasons.Keys, lines.Select(line => line.Reason).ToHashSet()),
            ("gaps", _gaps.Keys, lines.Select(line => line.Gap).ToHashSet()),
            ("names", _names.Keys, named.ToHashSet<string?>()),
        })
        {
            foreach (var key in keys.Where(key => !used.Contains(key)))
            {
                Add(key, $"stands in the {table} but no norm uses it: leave it out");
            }
        }
    }

    private void Add(string place, string message) => _defects.Add(new ContentDefect(place, null, LocalizedText.Same(message)));
}
