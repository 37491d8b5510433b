using LatentWalk.Core.Onnx;
using LatentWalk.Exporter.Serve;
using LatentWalk.Exporter.Tests.Web.Browser;
using LatentWalk.Inference;
using LatentWalk.Inference.Tests;

namespace LatentWalk.Exporter.Tests.Web;

/// <summary>Pages as the command writes them, below a site's root, on a server of this machine; one Chromium for all tests.</summary>
public sealed class SiteFixture : TempFolder, IDisposable
{
    private readonly StaticServer? _server;
    private readonly CancellationTokenSource _stop = new();
    private Chromium? _chromium;

    public SiteFixture()
    {
        if (WebRuntimeFolder.Path is null || Chromium.Program is null)
        {
            return;
        }

        Faces = System.IO.Path.Combine(WebRuntimeFolder.Root, "models", "avatars-64.onnx");
        Classes = SmallGenerator.Write(
            At("classes.onnx"), SmallGenerator.Spec with { Classes = 3 },
            metadata: new GeneratorMetadata { ZDim = 12, Resolution = 16, Classes = 3, ClassNames = ["red", "green", "blue & \"co\""] });
        Bytes = SmallGenerator.Write(
            At("bytes.onnx"), options: new GraphOptions { Pixels = PixelOutput.Rgba8 },
            metadata: new GeneratorMetadata { ZDim = 12, Resolution = 16, Range = PixelRange.Levels, SheetSeeds = [5] });
        Export(Faces, "some/where/faces", "--title", "Faces & <friends>");
        Export(Faces, "avatars");
        Export(Classes, "classes");
        Export(Bytes, "bytes");
        _server = StaticServer.Start(At("site"));
        _ = Task.Run(() => _server.RunAsync(_stop.Token));
    }

    /// <summary>Generator files that pages were made of.</summary>
    public string Faces { get; } = "";

    public string Classes { get; } = "";

    public string Bytes { get; } = "";

    public string Folder(string page) => System.IO.Path.Combine(At("site"), page);

    public string Address(string page) => $"{_server!.Address}{page}/";

    public void Export(string model, string page, params string[] more)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Folder(page))!);
        var run = ExporterRun.Of(["export", model, "--web", Folder(page), "--runtime", WebRuntimeFolder.Path!, .. more]);
        if (run.Code != 0)
        {
            throw new InvalidOperationException(run.Output);
        }
    }

    internal BrowserPage Open() => (_chromium ??= Chromium.Start("--disable-gpu")).Open();

    /// <summary>A tab on a page that is ready to fly.</summary>
    internal BrowserPage Open(string page, string rest = "")
    {
        var tab = Open();
        tab.Resize(1000, 800);
        tab.Go(Address(page) + rest);
        tab.WaitFor("/ready|stopped/.test(document.body?.className)");
        return tab;
    }

    public new void Dispose()
    {
        _stop.Cancel();
        _chromium?.Dispose();
        _server?.Dispose();
        _stop.Dispose();
        base.Dispose();
    }
}
