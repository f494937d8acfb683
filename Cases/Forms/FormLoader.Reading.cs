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

        public List<string> Defects { get; } = [];

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
            var place = $"component {(key.Length > 0 ? key : Text(source, "id"))} ({typeName})";
            if (!Types.TryGetValue(typeName, out var type))
            {
                Defects.Add($"{place}: type \"{typeName}\" is not supported; use one of {string.Join(", ", Types.Keys)}");
                return null;
            }

            var properties = Properties(source);
            var id = Text(source, "id");
            if (id.Length == 0 || !_ids.Add(id))
            {
                Defects.Add($"{place}: the id \"{id}\" is {(id.Length == 0 ? "missing" : "used twice")}; every component needs its own");
            }

            if (type == FormComponentType.Group && Text(source, "path").Length > 0)
            {
                Defects.Add($"{place}: a group has no path here; write the whole key in its components");
            }

            if (type == FormComponentType.DynamicList && inList)
            {
                Defects.Add($"{place}: a list inside a list is not supported; make the rows flat");
            }

            var component = new FormComponent
            {
                Type = type,
                Id = id,
                Key = type is FormComponentType.Group ? "" : key,
                Label = Label(source, type, place),
                Description = source["description"] is { } description ? Words(source, description.ToString(), "description.", $"{place}: description") : null,
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

        private void CheckAnswer(FormComponent component, bool inList, string place)
        {
            if (component.HasAnswer && component.Key.Length == 0)
            {
                Defects.Add($"{place}: no {(component.Type == FormComponentType.DynamicList ? "path" : "key")}; give one such as \"person.lastName\"");
            }

            if (component.IsFact && !FactTypes.Contains(component.Type))
            {
                Defects.Add($"{place}: a typed text may name a person and cannot be a fact; remove properties.fact or use a choice, a date or a number");
            }

            if (component.VaultKey is { } vault && (inList || !FormKeys.IsVaultKey(vault)))
            {
                Defects.Add($"{place}: \"{vault}\" cannot be a value of the vault; outside lists, start it with {string.Join(", ", FormKeys.VaultPrefixes)}");
            }

            if (component.TakenFrom is { } from && from != FormSources.Of(component.Type))
            {
                Defects.Add($"{place}: properties.source is \"{from}\"; a checklist may have \"{FormSources.Family}\", a list \"{FormSources.Custody}\", others none");
            }

            if (component.Type == FormComponentType.DateTime && component.Subtype is not ("date" or "datetime"))
            {
                Defects.Add($"{place}: subtype \"{component.Subtype}\" is not supported; use date or datetime");
            }
        }

        private LocalizedText Label(JsonObject source, FormComponentType type, string place) => type switch
        {
            FormComponentType.Separator => new LocalizedText("", "", ""),
            FormComponentType.Text => Words(source, Text(source, "text"), "", $"{place}: text"),
            // form-js keeps the question of a date in its own member.
            FormComponentType.DateTime => Words(source, Text(source, source["label"] is null ? "dateLabel" : "label"), "", $"{place}: dateLabel"),
            _ => Words(source, Text(source, "label"), "", $"{place}: label"),
        };

        /// <summary>The Kazakh words with their Russian and English twins from the properties; a missing one is a defect.</summary>
        public LocalizedText Words(JsonObject source, string kk, string prefix, string what)
        {
            var properties = Properties(source);
            var (ru, en) = (Text(properties, prefix == "description." ? "ru.description" : prefix + "ru"), Text(properties, prefix == "description." ? "en.description" : prefix + "en"));
            foreach (var (language, words) in (ReadOnlySpan<(string, string)>)[("kk", kk), ("ru", ru), ("en", en)])
            {
                if (string.IsNullOrWhiteSpace(words))
                {
                    Defects.Add($"{what} has no {language} words");
                }
            }

            return new LocalizedText(kk, ru, en);
        }

        private List<FormOption> Options(JsonObject source, FormComponentType type, string place)
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
                    options.Add(new FormOption(value, Words(source, Text(option, "label"), $"option.{value}.", $"{place}: option \"{value}\"")));
                }
            }

            if (options.Count == 0 && Text(Properties(source), "source").Length > 0)
            {
                return options;
            }

            if (options.Count == 0 || options.Any(option => option.Value.Length == 0) || options.DistinctBy(option => option.Value).Count() != options.Count)
            {
                Defects.Add($"{place}: needs \"values\", each with its own non-empty value and a label");
            }

            return options;
        }

        private FormRules Rules(JsonObject source, string place)
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
                Defects.Add($"{place}: validate.pattern cannot be used: {error.Message}");
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

        private decimal? Number(JsonObject node, string member, string place)
        {
            if (Text(node, member) is not { Length: > 0 } text)
            {
                return null;
            }

            if (decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            Defects.Add($"{place}: {member} is \"{text}\", expected a number");
            return null;
        }

        private FeelCondition? Hide(JsonObject source, string place)
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
                Defects.Add($"{place}: {error.Message}");
                return null;
            }
        }

        public void CheckWhole(FormDefinition form)
        {
            var outer = new HashSet<string>(StringComparer.Ordinal);
            CheckKeys(form.All(), outer, "the form");
            foreach (var list in form.All().Where(component => component.Type == FormComponentType.DynamicList))
            {
                var inner = new HashSet<string>(StringComparer.Ordinal);
                CheckKeys(FormRows.Fields(list), inner, $"list {list.Key}");
                CheckNames(list.Components, [.. inner, .. outer]);
            }

            CheckNames(form.All(), outer);
        }

        private void CheckKeys(IEnumerable<FormComponent> components, HashSet<string> keys, string where)
        {
            foreach (var component in components.Where(component => component.HasAnswer && !keys.Add(component.Key)))
            {
                Defects.Add($"key {component.Key} is used twice in {where}; the second answer would overwrite the first");
            }
        }

        private void CheckNames(IEnumerable<FormComponent> components, HashSet<string> known)
        {
            foreach (var component in components)
            {
                foreach (var name in component.Hide?.Names.Where(name => !known.Contains(name)) ?? [])
                {
                    Defects.Add($"component {component.Id}: the condition asks for {name}, which no component of the form answers");
                }
            }
        }
    }
}
