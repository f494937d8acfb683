using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>Says a defect of a definition in three languages; the host knows the words. Without it defects are told in English.</summary>
public interface IDefectWords
{
    /// <summary>What is wrong and what would mend it.</summary>
    LocalizedText Say(DefinitionDefect defect);
}

/// <summary>The defect's own words.</summary>
internal sealed class EnglishDefectWords : IDefectWords
{
    public LocalizedText Say(DefinitionDefect defect)
    {
        var words = $"{defect.Message} {defect.Remedy}";
        return new(words, words, words);
    }
}
