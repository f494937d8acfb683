namespace Pana.Portal.Start;

/// <summary>The folder for the database file and the development keys, readable by its owner only.</summary>
public sealed class DataFolder
{
    private readonly Lazy<string> _path;

    /// <summary>Takes its absolute path.</summary>
    public DataFolder(string path) => _path = new Lazy<string>(() => Create(path));

    /// <summary>Its absolute path; made on first use.</summary>
    public string Path => _path.Value;

    /// <summary>A secret kept in <c>keys/</c>: read, or made once and written 0600.</summary>
    public string Secret(string name, Func<string> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        var file = System.IO.Path.Combine(Create(System.IO.Path.Combine(Path, "keys")), name);
        if (!File.Exists(file))
        {
            // Written beside and moved, so that another process never reads half a key.
            var fresh = $"{file}.{Guid.NewGuid():N}";
            using (var stream = new FileStream(fresh, OwnerOnly))
            using (var writer = new StreamWriter(stream))
            {
                writer.Write(make());
            }

            try
            {
                File.Move(fresh, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(fresh);
            }
        }

        return File.ReadAllText(file).Trim();
    }

    private static FileStreamOptions OwnerOnly => OperatingSystem.IsWindows()
        ? new() { Mode = FileMode.CreateNew, Access = FileAccess.Write }
        : new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };

    private static string Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
