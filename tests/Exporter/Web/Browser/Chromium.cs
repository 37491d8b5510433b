using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LatentWalk.Exporter.Tests.Web.Browser;

/// <summary>A headless Chromium with a profile of its own, ended with everything it started.</summary>
internal sealed class Chromium : IDisposable
{
    private static readonly string[] s_programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly Process _process;
    private readonly string _profile;

    private Chromium(Process process, string profile, DevTools tools) => (_process, _profile, Tools) = (process, profile, tools);

    /// <summary>Null where none is installed.</summary>
    public static string? Program { get; } = s_programs.FirstOrDefault(File.Exists);

    public DevTools Tools { get; }

    public static Chromium Start(params string[] more)
    {
        string profile = Directory.CreateTempSubdirectory("latent-walk-chromium-").FullName;
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-extensions", "--mute-audio", "--hide-scrollbars", "--remote-debugging-port=0", $"--user-data-dir={profile}", .. more, "about:blank",
        ];
        var start = new ProcessStartInfo(Program!, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new Chromium(process, profile, DevTools.Connect(Address(process, profile)));
    }

    /// <summary>A new tab that has loaded nothing yet.</summary>
    public BrowserPage Open() => BrowserPage.Open(Tools);

    public void Dispose()
    {
        try
        {
            Tools.Send("Browser.close", new JsonObject());
            _process.WaitForExit(5000);
        }
        catch (Exception error) when (error is InvalidOperationException or TimeoutException or System.Net.WebSockets.WebSocketException)
        {
            // It is ended below.
        }

        Tools.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        TryDelete(_profile);
    }

    private static Uri Address(Process process, string profile)
    {
        string file = Path.Combine(profile, "DevToolsActivePort");
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(60) && !process.HasExited)
        {
            if (File.Exists(file) && File.ReadAllLines(file) is [var port, var path, ..])
            {
                return new Uri($"ws://127.0.0.1:{port}{path}");
            }

            Thread.Sleep(50);
        }

        throw new InvalidOperationException($"{Program} {(process.HasExited ? $"ended with {process.ExitCode}" : "did not start")} instead of listening");
    }

    // Its last helpers may still be writing.
    private static void TryDelete(string folder)
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(100);
            }
        }
    }
}
