using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;
using Pana.Cases;

namespace Pana.Tests.Cases;

/// <summary>Small forms and posts for tests.</summary>
internal static class FormJson
{
    /// <summary>Friday 20 March 2026, 23:40 in Almaty.</summary>
    public static FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 20, 18, 40, 0, TimeSpan.Zero));

    public static FormValidator Validator { get; } = new(Clock);

    public static FormDefinition Form(params string[] components) => FormLoader.Load(
        $$"""{"type":"default","id":"f","properties":{"kk":"Ф","ru":"Ф","en":"F"},"components":[{{string.Join(',', components)}}]}""", "f");

    public static string Component(string type, string key, string more = "", string properties = "") =>
        $$"""{"type":"{{type}}","id":"{{key}}-id","key":"{{key}}","label":"{{key}} kk","properties":{"ru":"{{key}} ru","en":"{{key}} en"{{properties}}}{{more}}}""";

    public static string Radio(string key, string more, params string[] values) => Component(
        "radio",
        key,
        $$""","values":[{{string.Join(',', values.Select(value => $$"""{"label":"{{value}}","value":"{{value}}"}"""))}}]{{more}}""",
        string.Concat(values.Select(value => $$""","option.{{value}}.ru":"{{value}}","option.{{value}}.en":"{{value}}" """)));

    public static string List(string path, params string[] components) =>
        $$"""{"type":"dynamiclist","id":"{{path}}-id","path":"{{path}}","label":"{{path}}","properties":{"ru":"r","en":"e","maxRows":"3"},"components":[{{string.Join(',', components)}}]}""";

    public static Dictionary<string, StringValues> Post(params (string Name, string Value)[] fields) =>
        fields.GroupBy(field => field.Name).ToDictionary(group => group.Key, group => new StringValues([.. group.Select(field => field.Value)]));

    public static FormResult Validate(FormDefinition form, params (string Name, string Value)[] fields) =>
        Validator.Validate(form, Post(fields), "en");
}
