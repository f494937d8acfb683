using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Benchmarks;

/// <summary>One more family with the history of a played one: ids, code, name and times of its own, everything personal sealed under keys of its own.</summary>
internal sealed partial class FamilyCopy(BulkTables tables, MasterKey master, BlindIndex index, IReadOnlySet<Guid> shared, HashSet<string> taken, TimeSpan earlier, SomePerson person)
{
    private readonly Dictionary<Guid, Guid> _ids = [];
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, byte[]> _keys = [];
    private Guid _organisation;

    /// <summary>The code of the person's case.</summary>
    public string Code { get; private set; } = "";

    public void Write(FamilyRows family)
    {
        foreach (var file in family.Rows.OfType<Case>())
        {
            _codes[file.Code] = NewCode();
            _keys[file.Id] = RandomNumberGenerator.GetBytes(32);
            _organisation = file.OrganisationId;
            if (!file.IsChild)
            {
                Code = _codes[file.Code];
            }
        }

        foreach (var row in family.Rows)
        {
            var table = tables.Of(row.GetType());
            table.Rows.Add([.. table.Properties.Select(property => Value(row, property, family))]);
        }
    }

    private string NewCode()
    {
        while (true)
        {
            if (CaseCode.Create() is var code && taken.Add(code))
            {
                return code;
            }
        }
    }

    private object? Value(object row, IProperty property, FamilyRows family)
    {
        switch (row)
        {
            case VaultKey key when property.Name == nameof(VaultKey.Wrapped):
                return Sealing.Seal(master.Bytes, _keys[key.OwnerId], Map(key.OwnerId), CaseKeys.Purpose, Map(key.OwnerId));
            case VaultValue value when property.Name == nameof(VaultValue.Sealed):
                return SealValue(value, family.Opened[value.Id]);
            case SealedAnswers answers when property.Name == nameof(SealedAnswers.Sealed):
                return Seal(answers.CaseId, TaskAnswers.AnswersPurpose, answers.Id, family.Opened[answers.Id]);
            case Paper paper when property.Name == nameof(Paper.Sealed):
                return Seal(paper.CaseId, PaperMaker.Purpose, paper.Id, family.Opened[paper.Id]);
            // A wait that is not due yet stays so: the copies are looked at, not run.
            case BookmarkRow { DueAt: not null } wait when property.Name == nameof(BookmarkRow.DueAt):
                return ToProvider(property, wait.DueAt);
            default:
                return Moved(property, property.GetGetter().GetClrValue(row));
        }
    }

    private byte[] SealValue(VaultValue value, byte[] plain)
    {
        var text = person.Find(value.Key) ?? Encoding.UTF8.GetString(plain);
        if (SearchWords.IsSearched(value.Key))
        {
            var table = tables.Of(typeof(BlindIndexEntry));
            foreach (var word in SearchWords.Of(value.Key, text))
            {
                var entry = new BlindIndexEntry { CaseId = Map(value.OwnerId), OrganisationId = _organisation, Key = value.Key, Hash = index.Hash(_organisation, value.Key, word) };
                table.Rows.Add([.. table.Properties.Select(property => ToProvider(property, property.GetGetter().GetClrValue(entry)))]);
            }
        }

        return Seal(value.OwnerId, value.Key, value.Id, Encoding.UTF8.GetBytes(text));
    }

    private byte[] Seal(Guid owner, string purpose, Guid row, byte[] plain) => Sealing.Seal(_keys[owner], plain, Map(owner), purpose, Map(row));

    private object? Moved(IProperty property, object? value) => value switch
    {
        null => null,
        DateTimeOffset at => ToProvider(property, at - earlier),
        DateOnly day => ToProvider(property, day.AddDays(-earlier.Days)),
        _ => ToProvider(property, value) switch
        {
            Guid id => Map(id),
            string text => Map(text),
            var other => other,
        },
    };

    private static object? ToProvider(IProperty property, object? value) =>
        value is null ? null : property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

    private Guid Map(Guid id) => id == Guid.Empty || shared.Contains(id) ? id : _ids.TryGetValue(id, out var known) ? known : _ids[id] = Guid.CreateVersion7();

    private string Map(string text)
    {
        if (text.Length < 10)
        {
            return text;
        }

        var moved = Ids().Replace(text, found => Map(Guid.Parse(found.Value)).ToString(found.Length == 32 ? "N" : "D"));
        foreach (var (before, after) in _codes)
        {
            moved = moved.Replace(before, after, StringComparison.Ordinal);
        }

        return moved;
    }

    [GeneratedRegex(@"\b(?:[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b")]
    private static partial Regex Ids();
}
