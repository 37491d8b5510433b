using System.Reflection;
using SixLabors.ImageSharp;
using Xunit.Abstractions;

using LatentWalk.StandIns.Tests.Surface;

namespace LatentWalk.StandIns.Tests;

/// <summary>Nothing stands in for the real libraries that they do not have.</summary>
public sealed class SurfaceTests(ITestOutputHelper output)
{
    [FactsFact]
    public void ImageSharp_has_every_member_of_its_stand_in() => this.Check(typeof(Image).Assembly, "imagesharp-api.md");

    [FactsFact]
    public void TorchSharp_has_every_member_of_its_stand_in() => this.Check(Assembly.Load("TorchSharp"), "torchsharp-api.md");

    [FactsFact]
    public void Silk_NET_has_every_member_of_its_stand_in() => this.Check(Assembly.Load("Silk.NET"), "silknet-api.md");

    /// <summary>That assembly is the library's own published sources, so there is nothing to compare: it must only stay that way.</summary>
    [Fact]
    public void ONNX_Runtime_is_compiled_from_its_own_sources_alone()
    {
        string folder = Path.Combine(Facts.Checkout, "shared", "system", "Microsoft.ML.OnnxRuntime");
        string project = File.ReadAllText(Path.Combine(folder, "Microsoft.ML.OnnxRuntime.csproj"));

        Assert.Contains("<EnableDefaultCompileItems>false</EnableDefaultCompileItems>", project, StringComparison.Ordinal);
        Assert.Single(project.Split("<Compile ").Skip(1), item => item.StartsWith("Include=\"$(OnnxRuntimeFolder)Runtime/**/*.cs\"", StringComparison.Ordinal));
        Assert.Equal(2, project.Split("<Compile ").Length);
    }

    private void Check(Assembly standIn, string facts)
    {
        SignatureList real = Facts.Read(facts);
        Assert.True(real.Count > 500, $"only {real.Count} signatures were found in {facts}");
        IReadOnlyList<string> invented = SurfaceComparison.Invented(standIn.GetExportedTypes(), real);
        foreach (string line in invented)
        {
            output.WriteLine(line);
        }

        Assert.True(invented.Count == 0, $"{standIn.GetName().Name}: {invented.Count} members that the real library lacks:\n{string.Join('\n', invented)}");
    }
}
