namespace Pana.Cases;

/// <summary>Reads a form that is not in use, for its preview.</summary>
public static class FormReading
{
    /// <summary>The form of a stored body; null when it has defects.</summary>
    public static FormDefinition? TryRead(string body, string key)
    {
        try
        {
            return FormLoader.Load(body, key);
        }
        catch (FormSchemaException)
        {
            return null;
        }
    }
}
