using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pana.Cases;

public static partial class FormLoader
{
    /// <summary>One reading of a schema, with every defect met on the way.</summary>
    private sealed class Reading
    {
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

        public List<LocalizedText> Defects { get; } = [];

        public List<FormComponent> Components(JsonObject parent, bool inList)
        {
            List<FormComponent> components = [];
            foreach (var node in parent["components"] as JsonArray ?? [])
            {
                if (node is JsonObject source && Component(source, inList) is { } component)
                {
                    components.Add(component);
                }
            }

            return components;
        }

        private FormComponent? Component(JsonObject source, bool inList)
        {
            var typeName = Text(source, "type");
            var key = Text(source, typeName == "dynamiclist" ? "path" : "key");
            var place = FormDefectMessages.Component.Fill(key.Length > 0 ? key : Text(source, "id"), typeName);
            if (!Types.TryGetValue(typeName, out var type))
            {
                Defects.Add(FormDefectMessages.TypeUnsupported.Fill(place, typeName, string.Join(", ", Types.Keys)));
                return null;
            }

            var properties = Properties(source);
            var id = Text(source, "id");
            if (id.Length == 0 || !_ids.Add(id))
            {
                Defects.Add((id.Length == 0 ? FormDefectMessages.IdMissing : FormDefectMessages.IdTwice).Fill(place, id));
            }

            if (type == FormComponentType.Group && Text(source, "path").Length > 0)
            {
                Defects.Add(FormDefectMessages.GroupPath.Fill(place));
            }

            if (type == FormComponentType.DynamicList && inList)
            {
                Defects.Add(FormDefectMessages.ListInList.Fill(place));
            }

            var component = new FormComponent
            {
                Type = type,
                Id = id,
                Key = type is FormComponentType.Group ? "" : key,
                Label = Label(source, type, place),
                Description = source["description"] is { } description ? Words(source, description.ToString(), "description.", FormDefectMessages.Member.Fill(place, "description")) : null,
                Options = Options(source, type, place),
                Rules = Rules(source, place),
                Hide = Hide(source, place),
                Components = type is FormComponentType.Group or FormComponentType.DynamicList
                    ? Components(source, inList || type == FormComponentType.DynamicList)
                    : [],
                Kind = Text(properties, "kind"),
                Subtype = Text(source, "subtype") is { Length: > 0 } subtype ? subtype : "date",
                DecimalDigits = Number(source, "decimalDigits", place) is { } digits ? (int)digits : 0,
                DefaultRepetitions = Number(source, "defaultRepetitions", place) is { } rows ? (int)rows : type == FormComponentType.DynamicList ? 1 : 0,
                MaxRows = Number(properties, "maxRows", place) is { } most ? (int)most : 20,
                IsFact = Text(properties, "fact") == "true",
                IsSegmented = Text(properties, "appearance") == "segmented",
                Outcome = type == FormComponentType.Button ? Text(properties, "outcome") is { Length: > 0 } outcome ? outcome : FormDefinition.DefaultOutcome : null,
                VaultKey = Text(properties, "vault") is { Length: > 0 } vault ? vault : FormKeys.IsVaultKey(key) ? key : null,
                Source = source,
            };
            CheckAnswer(component, inList, place);
            return component;
        }

        private void CheckAnswer(FormComponent component, bool inList, LocalizedText place)
        {
            if (component.HasAnswer && component.Key.Length == 0)
            {
                Defects.Add(FormDefectMessages.NoKey.Fill(place, component.Type == FormComponentType.DynamicList ? "path" : "key"));
            }

            if (component.IsFact && !FactTypes.Contains(component.Type))
            {
                Defects.Add(FormDefectMessages.TypedFact.Fill(place));
            }

            if (component.VaultKey is { } vault && (inList || !FormKeys.IsVaultKey(vault)))
            {
                Defects.Add(FormDefectMessages.NotForVault.Fill(place, vault, string.Join(", ", FormKeys.VaultPrefixes)));
            }

            if (component.TakenFrom is { } from && from != FormSources.Of(component.Type))
            {
                Defects.Add(FormDefectMessages.WrongSource.Fill(place, from, FormSources.Family, FormSources.Custody));
            }

            if (component.Type == FormComponentType.DateTime && component.Subtype is not ("date" or "datetime"))
            {
                Defects.Add(FormDefectMessages.WrongSubtype.Fill(place, component.Subtype));
            }
        }

        private LocalizedText Label(JsonObject source, FormComponentType type, LocalizedText place) => type switch
        {
            FormComponentType.Separator => new LocalizedText("", "", ""),
            FormComponentType.Text => Words(source, Text(source, "text"), "", FormDefectMessages.Member.Fill(place, "text")),
            // form-js keeps the question of a date in its own member.
            FormComponentType.DateTime => Words(source, Text(source, source["label"] is null ? "dateLabel" : "label"), "", FormDefectMessages.Member.Fill(place, "dateLabel")),
            _ => Words(source, Text(source, "label"), "", FormDefectMessages.Member.Fill(place, "label")),
        };

        /// <summary>The Kazakh words with their Russian and English twins from the properties; a missing one is a defect.</summary>
        public LocalizedText Words(JsonObject source, string kk, string prefix, LocalizedText what)
        {
            var properties = Properties(source);
            var (ru, en) = (Text(properties, prefix == "description." ? "ru.description" : prefix + "ru"), Text(properties, prefix == "description." ? "en.description" : prefix + "en"));
            foreach (var (language, words) in (ReadOnlySpan<(string, string)>)[("kk", kk), ("ru", ru), ("en", en)])
            {
                if (string.IsNullOrWhiteSpace(words))
                {
                    Defects.Add(FormDefectMessages.NoWords.Fill(what, language));
                }
            }

            return new LocalizedText(kk, ru, en);
        }

        private List<FormOption> Options(JsonObject source, FormComponentType type, LocalizedText place)
        {
            if (type is not (FormComponentType.Radio or FormComponentType.Select or FormComponentType.Checklist))
            {
                return [];
            }

            List<FormOption> options = [];
            foreach (var node in source["values"] as JsonArray ?? [])
            {
                if (node is JsonObject option)
                {
                    var value = Text(option, "value");
                    options.Add(new FormOption(value, Words(source, Text(option, "label"), $"option.{value}.", FormDefectMessages.Option.Fill(place, value))));
                }
            }

            if (options.Count == 0 && Text(Properties(source), "source").Length > 0)
            {
                return options;
            }

            if (options.Count == 0 || options.Any(option => option.Value.Length == 0) || options.DistinctBy(option => option.Value).Count() != options.Count)
            {
                Defects.Add(FormDefectMessages.NoValues.Fill(place));
            }

            return options;
        }

        private FormRules Rules(JsonObject source, LocalizedText place)
        {
            if (source["validate"] is not JsonObject rules)
            {
                return FormRules.None;
            }

            var pattern = Text(rules, "pattern") is { Length: > 0 } text ? text : null;
            try
            {
                _ = pattern is null ? null : new Regex(pattern, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
            }
            catch (Exception error) when (error is ArgumentException or NotSupportedException)
            {
                Defects.Add(FormDefectMessages.WrongPattern.Fill(place, error.Message));
                pattern = null;
            }

            return new FormRules(
                Text(rules, "required") == "true",
                (int?)Number(rules, "minLength", place),
                (int?)Number(rules, "maxLength", place),
                Number(rules, "min", place),
                Number(rules, "max", place),
                pattern,
                Text(rules, "validationType") is { Length: > 0 } kind ? kind : null);
        }

        private decimal? Number(JsonObject node, string member, LocalizedText place)
        {
            if (Text(node, member) is not { Length: > 0 } text)
            {
                return null;
            }

            if (decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            Defects.Add(FormDefectMessages.NoNumber.Fill(place, member, text));
            return null;
        }

        private FeelCondition? Hide(JsonObject source, LocalizedText place)
        {
            if (source["conditional"] is not JsonObject conditional || Text(conditional, "hide") is not { Length: > 0 } text)
            {
                return null;
            }

            try
            {
                return FeelCondition.Parse(text);
            }
            catch (FeelSyntaxException error)
            {
                Defects.Add(FormDefectMessages.Member.Fill(place, error.Words));
                return null;
            }
        }

        public void CheckWhole(FormDefinition form)
        {
            var outer = new HashSet<string>(StringComparer.Ordinal);
            CheckKeys(form.All(), outer, FormDefectMessages.TheForm);
            foreach (var list in form.All().Where(component => component.Type == FormComponentType.DynamicList))
            {
                var inner = new HashSet<string>(StringComparer.Ordinal);
                CheckKeys(FormRows.Fields(list), inner, FormDefectMessages.TheList.Fill(list.Key));
                CheckNames(list.Components, [.. inner, .. outer]);
            }

            CheckNames(form.All(), outer);
        }

        private void CheckKeys(IEnumerable<FormComponent> components, HashSet<string> keys, LocalizedText where)
        {
            foreach (var component in components.Where(component => component.HasAnswer && !keys.Add(component.Key)))
            {
                Defects.Add(FormDefectMessages.KeyTwice.Fill(component.Key, where));
            }
        }

        private void CheckNames(IEnumerable<FormComponent> components, HashSet<string> known)
        {
            foreach (var component in components)
            {
                foreach (var name in component.Hide?.Names.Where(name => !known.Contains(name)) ?? [])
                {
                    Defects.Add(FormDefectMessages.NoSuchAnswer.Fill(component.Id, name));
                }
            }
        }
    }
}
