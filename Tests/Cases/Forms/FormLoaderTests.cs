using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases;

public sealed class FormLoaderTests
{
    [Fact]
    public void Every_defect_is_told_at_once()
    {
        const string schema = """
            {"type":"default","id":"bad","properties":{"kk":"Ф","ru":"Ф"},"components":[
              {"type":"filepicker","id":"a","key":"a","label":"A"},
              {"type":"textfield","id":"b","key":"b","label":"B","properties":{"ru":"B","en":"B","fact":"true"}},
              {"type":"textfield","id":"b","key":"b","label":"B","properties":{"ru":"B","en":"B"}},
              {"type":"radio","id":"c","key":"c","label":"C","properties":{"ru":"C","en":"C"},"conditional":{"hide":"=zzz = 1"}},
              {"type":"textfield","id":"d","key":"d","label":"D","properties":{"ru":"D","en":"D"},"validate":{"pattern":"("},"conditional":{"hide":"=b ="}}]}
            """;

        var error = Assert.Throws<FormSchemaException>(() => FormLoader.Load(schema, "bad"));

        Assert.Contains(error.Defects, defect => defect.En == "the form's title (properties.kk) has no en words");
        Assert.Contains(error.Defects, defect => defect.Kk == "нысанның атауы (properties.kk): en тіліндегі мәтін жоқ.");
        Assert.Contains(error.Defects, defect => defect.Ru == "компонент b (textfield): id «b» стоит дважды; у каждого компонента должен быть свой.");
        Assert.Contains(error.Defects, defect => defect.En.Contains("\"filepicker\" is not supported; use one of textfield", StringComparison.Ordinal));
        Assert.Contains(error.Defects, defect => defect.En.Contains("cannot be a fact", StringComparison.Ordinal));
        Assert.Contains(error.Defects, defect => defect.En.Contains("id \"b\" is used twice", StringComparison.Ordinal));
        Assert.Contains(error.Defects, defect => defect.En.Contains("key b is used twice", StringComparison.Ordinal));
        Assert.Contains(error.Defects, defect => defect.En.Contains("needs \"values\"", StringComparison.Ordinal));
        Assert.Contains(error.Defects, defect => defect.En.Contains("asks for zzz, which no component", StringComparison.Ordinal));
        Assert.Contains(error.Defects, defect => defect.En.Contains("validate.pattern cannot be used", StringComparison.Ordinal));
        Assert.Contains(error.Defects, defect => defect.En.Contains("cannot be read at character 4", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_JSON_says_so()
    {
        var error = Assert.Throws<FormSchemaException>(() => FormLoader.Load("[", "broken"));

        Assert.Contains("not a JSON object", error.Message, StringComparison.Ordinal);
        Assert.Equal("broken", error.Form);
    }

    [Fact]
    public void The_version_follows_from_the_content()
    {
        var one = FormJson.Form(FormJson.Component("textfield", "a"));
        var other = FormJson.Form(FormJson.Component("textfield", "b"));

        Assert.NotEqual(one.Version, other.Version);
        Assert.Equal(one.Version, FormJson.Form(FormJson.Component("textfield", "a")).Version);
    }

    [Fact]
    public void An_unknown_form_names_the_known_ones()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Shipped.Forms.Get("nope"));

        Assert.Contains("There is no form \"nope\". Known: absence-exceeded, absence-reason", error.Message, StringComparison.Ordinal);
    }
}
