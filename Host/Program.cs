using Microsoft.AspNetCore.Connections;
using Pana.Portal;
using Pana.Portal.Start;

try
{
    // A published program has its pages' files beside it and finds them from wherever it is started.
    var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
    await using var app = PortalComposition.Build(new WebApplicationOptions { Args = args, ContentRootPath = published ? AppContext.BaseDirectory : null });
    if (await app.PrepareAsync(args, Console.Out))
    {
        await app.RunAsync();
    }

    return 0;
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"Pana does not start: {taken.Message} Stop the program that uses it, or give another address with --urls http://127.0.0.1:5081.");
    return 1;
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
