using System.Diagnostics;
using LatentWalk.Core.Latents;
using LatentWalk.Exporter.Tests.Web.Browser;
using LatentWalk.Imaging;
using LatentWalk.Inference;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Web;

/// <summary>The picture on the page, held against ONNX Runtime's.</summary>
internal static class ShownPicture
{
    private const string Pixels =
        "(c => { const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let s = ''; for (const b of d) s += String.fromCharCode(b); return btoa(s); })(document.getElementById('picture'))";

    /// <summary>uint8 [H, W, 4].</summary>
    public static byte[] Of(BrowserPage page) => Convert.FromBase64String(page.Evaluate(Pixels).GetString()!);

    /// <summary>Of one latent, as it is before truncation.</summary>
    public static byte[] Expected(string model, float[] z, float truncation = 1, float[]? c = null)
    {
        using var session = Sessions.Open(model);
        var truncated = new float[z.Length];
        Latent.Truncate(z, truncation, truncated);
        var rgba = new byte[session.Info.Width * session.Info.Height * 4];
        session.Run(truncated, c ?? [], 1, rgba);
        return rgba;
    }

    public static byte[] Expected(string model, PictureLatent latent) =>
        Expected(model, latent.Z ?? Latent.FromSeed(latent.Seed!.Value, ZDim(model)), latent.Truncation, latent.C);

    /// <summary>Waits until the page shows a picture that is nowhere more than so many levels from the expected one.</summary>
    public static void Becomes(BrowserPage page, byte[] expected, int levels = 1)
    {
        var watch = Stopwatch.StartNew();
        int largest;
        while ((largest = LargestDifference(expected, Of(page))) > levels)
        {
            Assert.True(watch.Elapsed.TotalSeconds < 30, $"the page's picture differs by up to {largest} levels, expected at most {levels}; {string.Join("; ", page.Complaints)}");
            Thread.Sleep(50);
        }
    }

    public static int LargestDifference(byte[] a, byte[] b) =>
        a.Length == b.Length ? a.Zip(b).Max(pair => Math.Abs(pair.First - pair.Second)) : throw new ArgumentException($"{a.Length} bytes and {b.Length}");

    /// <summary>Waits until nothing moves and the picture of the place is there.</summary>
    public static byte[] AtRest(BrowserPage page)
    {
        // What was done just now is seen by the next frame.
        page.Evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(0)))))");
        page.WaitFor("document.getElementById('picture').getAttribute('aria-busy') === 'false'", 40);
        return Of(page);
    }

    private static int ZDim(string model)
    {
        using var session = Sessions.Open(model);
        return session.Info.ZDim;
    }
}
