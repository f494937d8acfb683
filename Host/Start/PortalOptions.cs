using Pana.Engine;
using Pana.Portal.Notices;

namespace Pana.Portal.Start;

/// <summary>The settings of an installation: section <c>Pana</c> of the configuration (<c>Pana__Database</c> as an environment variable).</summary>
public sealed class PortalOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Pana";

    /// <summary>Which database. Default SQLite, in <see cref="DataFolder"/>/pana.db.</summary>
    public DatabaseKind Database { get; set; } = DatabaseKind.Sqlite;

    /// <summary>Connection string; required with PostgreSQL, optional with SQLite.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Where the database file and the development keys lie. Relative to the content root; kept 0700. Default <c>data</c>.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>Folder with Definitions, Forms, Documents, Calendar, Obligations, Texts. Default: <c>Workflows</c> beside the program.</summary>
    public string? WorkflowsFolder { get; set; }

    internal string Workflows => WorkflowsFolder ?? Path.Combine(AppContext.BaseDirectory, "Workflows");

    /// <summary>The address people type, without a path, e.g. <c>https://board.example.kz</c>. In Development: the address listened on.</summary>
    public string? PublicOrigin { get; set; }

    /// <summary>The path below which the portal lives on a larger site, e.g. <c>/pana</c>. Default none: it has the whole address.</summary>
    public string? PathBase { get; set; }

    /// <summary>Whether <see cref="PublicOrigin"/> is https: cookies are then Secure and <c>__Host-</c>, and HSTS is sent.</summary>
    public bool IsSecure => PublicOrigin?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>32 random bytes in Base64 that wrap every case key. Or give <see cref="MasterKeyFile"/>.</summary>
    public string? MasterKey { get; set; }

    /// <summary>File that holds the master key in Base64.</summary>
    public string? MasterKeyFile { get; set; }

    /// <summary>Apply pending migrations at start. Default: only in Development; <c>--migrate</c> applies them and ends.</summary>
    public bool? Migrate { get; set; }

    /// <summary>Create the demo organisation and accounts. Only ever in Development, where it is the default.</summary>
    public bool? Demo { get; set; }

    /// <summary>Password of the demo accounts, written in the README and printed at every start in Development.</summary>
    public string DemoPassword { get; set; } = "pana-demo-2026";

    /// <summary>Where the quick exit leads. Default: a neutral page of our own, so that no other host learns of it.</summary>
    public string? ExitAddress { get; set; }

    /// <summary>Proxies (addresses or networks such as <c>10.0.0.0/24</c>) whose forwarded headers are believed. Default none.</summary>
    public IList<string> KnownProxies { get; } = [];

    /// <summary>The mail server that notices leave by.</summary>
    public MailOptions Mail { get; } = new();

    /// <summary>Keys of sign-in.</summary>
    public KeyOptions Keys { get; } = new();

    /// <summary>Sessions and an issuer of one's own.</summary>
    public SignInOptions SignIn { get; } = new();

    /// <summary>Programs that may call the designer's API. Default none.</summary>
    public IList<ProgramOptions> Programs { get; } = [];

    /// <summary>What workflows may do over HTTP. Default nothing.</summary>
    public WorkflowHttpOptions WorkflowHttp { get; } = new();

    /// <summary>Whether the designer's instance viewer is told of changes by WebSocket. Default true; with several hosts it needs a proxy that keeps a browser on one host, and false makes the viewer ask every five seconds instead.</summary>
    public bool LiveProgress { get; set; } = true;
}
