using LatentWalk.Exporter.Tests.Web.Browser;
using Xunit;

namespace LatentWalk.Exporter.Tests.Web;

/// <summary>Skips where there is no Chromium with SwiftShader, its graphics processor in software, which stands in for a real one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WebGpuFactAttribute : FactAttribute
{
    public WebGpuFactAttribute() => Skip =
        new ChromiumFactAttribute().Skip
        ?? (File.Exists("/usr/lib/chromium/libvk_swiftshader.so") ? null! : "needs Chromium's SwiftShader (Debian: apt-get install chromium)");
}
