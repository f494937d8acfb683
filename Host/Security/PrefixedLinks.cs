using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pana.Portal.Security;

/// <summary>Gives links, forms and frames that are written from the root (<c>/cases</c>) the prefix of <c>Pana:PathBase</c>.</summary>
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("form", Attributes = "action")]
[HtmlTargetElement("button", Attributes = "formaction")]
[HtmlTargetElement("iframe", Attributes = "src")]
public sealed class PrefixedLinks(HtmlEncoder encoder) : TagHelper
{
    private static readonly string[] Members = ["href", "action", "formaction", "src"];

    /// <summary>Before any other: those write the prefix themselves.</summary>
    public override int Order => int.MinValue;

    /// <summary>The request.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var prefix = ViewContext.HttpContext.Request.PathBase;
        if (!prefix.HasValue)
        {
            return;
        }

        foreach (var member in Members)
        {
            if (output.Attributes.TryGetAttribute(member, out var attribute) && Written(attribute.Value) is { } address)
            {
                output.Attributes.SetAttribute(new TagHelperAttribute(member, new HtmlString(PathPrefix.Outward(prefix, address)), attribute.ValueStyle));
            }
        }
    }

    private string? Written(object? value)
    {
        if (value is not IHtmlContent content)
        {
            return value?.ToString();
        }

        using var writer = new StringWriter();
        content.WriteTo(writer, encoder);
        return writer.ToString();
    }
}
