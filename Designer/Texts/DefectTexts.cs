using Microsoft.Extensions.Localization;
using Pana.Engine;

namespace Pana.Designer.Texts;

/// <summary>Marks the words of defects: <c>DefectTexts.resx</c> is Kazakh, <c>.ru.resx</c> and <c>.en.resx</c> the others.</summary>
public sealed class DefectTexts
{
    /// <summary>What is wrong and what would mend it, in the reader's language; English for a kind that has no words.</summary>
    public static string Say(IStringLocalizer<DefectTexts> texts, DefinitionDefect defect)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(defect);
        object[] arguments = [.. defect.Arguments];
        var message = texts[defect.Kind.Key, arguments];
        var remedy = texts[$"{defect.Kind.Key}.Remedy", arguments];
        return message.ResourceNotFound ? $"{defect.Message} {defect.Remedy}" : $"{message.Value} {remedy.Value}";
    }
}
