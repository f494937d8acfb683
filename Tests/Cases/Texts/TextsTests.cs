using Pana.Cases;
using Xunit;

namespace Pana.Tests.Cases.Texts;

public sealed class TextsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "Workflows");
    private static readonly EventCatalog Events = EventCatalog.Load(Path.Combine(Folder, "Texts"));
    private static readonly ParagraphTexts Paragraphs = ParagraphTexts.Load(Path.Combine(Folder, "Texts"));
    private static readonly ObligationCatalog Limits = ObligationCatalog.Load(Path.Combine(Folder, "Obligations"));

    [Fact]
    public void Every_event_has_a_title_in_three_languages_and_a_paragraph_that_exists() => Assert.All(Events.All, text =>
    {
        Assert.All([text.Title.Kk, text.Title.Ru, text.Title.En], Assert.NotEmpty);
        // A moved clock has the paragraph of its own limit.
        Assert.True(text.Paragraphs.Count > 0 || text.Name == CalendarChange.MovedEvent, text.Name);
        Assert.All(text.Paragraphs, paragraph => Assert.NotNull(Paragraphs.Find(paragraph)));
    });

    [Fact]
    public void All_forty_paragraphs_are_there_in_three_languages() => Assert.All(Enumerable.Range(1, 40), number =>
    {
        var text = Paragraphs.Find($"{number}");
        Assert.NotNull(text);
        Assert.All([text.Kk, text.Ru, text.En], Assert.NotEmpty);
    });

    [Fact]
    public void The_Kazakh_text_is_the_law_s_own()
    {
        Assert.StartsWith("Уәкілетті орган бағалау парағын және өтінішті алған күннен бастап үш жұмыс күні ішінде", Paragraphs.Find("31")!.Kk, StringComparison.Ordinal);
        Assert.Contains("алкогольдік, есірткілік масаю жағдайы;", Paragraphs.Find("13")!.Kk, StringComparison.Ordinal);
        Assert.DoesNotContain("Ескерту", Paragraphs.Find("34")!.Kk, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_D01_to_D16_have_names_paragraphs_and_known_events()
    {
        Assert.Equal(
            Enumerable.Range(1, 16).Where(number => number != 2).Select(number => $"D{number:00}"),
            Limits.All.Select(limit => limit.Row));
        Assert.All(Limits.All, limit =>
        {
            Assert.NotNull(Paragraphs.Find(limit.Paragraph));
            Assert.NotNull(Paragraphs.Find(limit.Id));
            Assert.All([limit.Name.Kk, limit.Name.Ru, limit.Name.En], Assert.NotEmpty);
        });

        // The organisation's own cycle has no case and no case event.
        Assert.All(
            Limits.All.Where(limit => limit.Row != "D03").SelectMany(limit => limit.Anchors.Concat(limit.Targets).Concat(limit.VoidedBy)),
            name => Assert.NotNull(Events.Find(name)));
    }

    [Fact]
    public void All_twenty_four_questions_have_the_recommended_reading()
    {
        Assert.Equal(Enumerable.Range(1, 24).Select(number => $"Q{number}"), Limits.Readings.Select(reading => reading.Id));
        Assert.All(Limits.Readings, reading => Assert.Equal(reading.Recommended.GetRawText(), reading.Value.GetRawText()));
    }
}
