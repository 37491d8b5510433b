using LatentWalk.Exporter.Tests.Web.Browser;
using Xunit;

namespace LatentWalk.Exporter.Tests.Web;

/// <summary>Skips where there is no Chromium, or ONNX Runtime Web was not fetched.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip =
        Chromium.Program is null ? "needs Chromium (Debian: apt-get install chromium; ./lw test does)"
        : WebRuntimeFolder.Path is null ? "needs ONNX Runtime Web in .lw/onnxruntime-web (./lw test fetches it)"
        : null!;
}
