using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Exporter.Serve;

namespace LatentWalk.Exporter.Verbs;

/// <summary><c>serve</c>: a folder → an address that this machine's browsers open.</summary>
internal static class ServeVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "What 'lw export --web' wrote, or any folder with an index.html in it." };
        var port = new Option<int?>("--port") { Description = "1 to 65535 (default: 8080, or one of the next that are free)." };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 65535)
            {
                result.AddError("--port is a number from 1 to 65535");
            }
        });
        var command = new Command("serve", "Serve a page to the browsers of this machine, until Ctrl-C. Example: lw serve site") { folder, port };
        command.SetAction(parsed => Serve(parsed.GetValue(folder)!, parsed.GetValue(port)));
        return command;
    }

    private static int Serve(string folder, int? port)
    {
        using var signal = new ShutdownSignal();
        using var server = StaticServer.Start(folder, port);
        Talk.Info($"Serving '{folder}' to this machine only; open this address, and end with Ctrl-C:");
        Console.Out.WriteLine(server.Address);
        server.RunAsync(signal.Token).GetAwaiter().GetResult();

        // Whoever ends a server has got what they wanted.
        return (int)ExitCode.Ok;
    }
}
