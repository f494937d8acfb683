using System.Text.Json;

namespace Pana.Cases;

/// <summary>Reads the data files of <c>Workflows</c> with errors that say which file to mend.</summary>
internal static class DataFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip,
    };

    public static T Read<T>(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"Expected the data file {path}; it is not there. Set CasesOptions.WorkflowsFolder to the folder named Workflows.", path);
        }

        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Options)
                ?? throw new InvalidDataException($"Expected data in {path}, got null.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path} is not valid: {exception.Message} Mend the file at that line.", exception);
        }
    }
}
