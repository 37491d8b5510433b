using System.Diagnostics;
using LatentWalk.Core.Latents;
using LatentWalk.Imaging;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Render;

/// <summary>Many pictures: whole by another program's judgement, true to their latents, and gone on with after anything.</summary>
public sealed class ManyPicturesTests : TempFolder
{
    private const int Count = 1000;

    [PngToolFact]
    public void A_thousand_pictures_pass_pngcheck_and_reproduce_themselves_from_their_own_latents()
    {
        var spec = SmallGenerator.Spec with { Resolution = 64, Width = 4, ZDim = 20 };
        string generator = SmallGenerator.Write(At("g.onnx"), spec);
        string[] styles = ["normal", "sphere", "truncated", "orthogonal"];
        for (int i = 0; i < styles.Length; i++)
        {
            int first = i * Count / styles.Length;
            var run = ExporterRun.Of(
                "render", generator, "--seeds", $"{first}-{first + Count / styles.Length - 1}", "--sampling", styles[i], "--truncation", "0.8", "-o", At("out"));
            Assert.True(run.Code == 0, run.Output);
        }

        string[] files = [.. Directory.GetFiles(At("out")).Order(StringComparer.Ordinal)];
        Assert.Equal(Count, files.Length);
        string[] said = Check(files);
        Assert.Equal(Count, said.Count(line => line.StartsWith("OK: ", StringComparison.Ordinal)));

        using var session = Sessions.Open(generator);
        byte[] again = new byte[64 * 64 * 4];
        float[] z = new float[20];
        foreach (string file in files)
        {
            var latent = PngFile.ReadLatent(file)!;
            Assert.Equal(session.Info.Sha256, latent.Model);
            Assert.Equal(Path.GetFileName(file).StartsWith("seed-", StringComparison.Ordinal), latent.Seed is not null);
            Latent.Truncate(latent.Z ?? Latent.FromSeed(latent.Seed!.Value, 20), latent.Truncation, z);
            session.Run(z, 1, again);
            byte[] rgba = PngFile.Read(file).Rgba;
            for (int i = 0; i < again.Length; i++)
            {
                // One level: a picture may depend on its company in the last bit.
                if (Math.Abs(rgba[i] - again[i]) > 1)
                {
                    Assert.Fail($"{file}: byte {i} is {rgba[i]}, and its latent gives {again[i]}");
                }
            }
        }
    }

    [Fact]
    public void Pictures_that_are_whole_and_the_same_are_not_made_again_and_the_others_are()
    {
        string generator = SmallGenerator.Write(At("g.onnx"));
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0-79", "-o", At("a")).Code);
        var whole = Directory.GetFiles(At("a")).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
        File.Delete(At("a/seed-000003.png"));
        File.WriteAllBytes(At("a/seed-000005.png"), whole["seed-000005.png"][..^20]);                 // cut
        File.WriteAllBytes(At("a/seed-000006.png"), whole["seed-000007.png"]);                         // another's
        byte[] flipped = [.. whole["seed-000008.png"]];
        flipped[^30] ^= 1;                                                                             // one bit of the pixels
        File.WriteAllBytes(At("a/seed-000008.png"), flipped);
        File.WriteAllText(At("a/.lw-film-1-x.tmp"), "left by a crash");
        DateTime old = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (string file in Directory.GetFiles(At("a")))
        {
            File.SetLastWriteTimeUtc(file, old);
        }

        var run = ExporterRun.Of("render", generator, "--seeds", "0-79,90", "-o", At("a"), "--json");

        Assert.True(run.Code == 0, run.Output);
        Assert.Contains("76 of 81 were there already, whole and the same; 5 made.", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"made\":5,\"found\":76", run.Output, StringComparison.Ordinal);
        Assert.Equal(81, Directory.GetFiles(At("a")).Length);
        Assert.All(whole, pair => Assert.Equal(pair.Value, File.ReadAllBytes(At($"a/{pair.Key}"))));
        string[] made = ["seed-000003.png", "seed-000005.png", "seed-000006.png", "seed-000008.png", "seed-000090.png"];
        Assert.Equal(made, Directory.GetFiles(At("a")).Where(file => File.GetLastWriteTimeUtc(file) != old).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--truncation", "0.5")]
    [InlineData("--scale", "2")]
    [InlineData("--size", "32", "--filter", "lanczos")]
    [InlineData("--size", "16", "--background", "#102030")]
    public void Pictures_that_should_look_different_are_made_again(params string[] options)
    {
        string generator = SmallGenerator.Write(At("g.onnx"));
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0-3", "-o", At("a")).Code);
        Assert.Contains("\"found\":0", ExporterRun.Of(["render", generator, "--seeds", "0-3", "-o", At("a"), "--json", .. options]).Output, StringComparison.Ordinal);
        Assert.Contains("\"found\":4", ExporterRun.Of(["render", generator, "--seeds", "0-3", "-o", At("a"), "--json", .. options]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nearest_and_lanczos_of_one_size_are_not_taken_for_each_other()
    {
        string generator = SmallGenerator.Write(At("g.onnx"));
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0-3", "-o", At("a"), "--scale", "2").Code);
        Assert.Contains("\"made\":4", ExporterRun.Of("render", generator, "--seeds", "0-3", "-o", At("a"), "--size", "32", "--filter", "lanczos", "--json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_killed_run_goes_on_and_ends_with_the_same_bytes()
    {
        string generator = SmallGenerator.Write(At("g.onnx"), SmallGenerator.Spec with { Resolution = 64, Width = 4 });
        const int Pictures = 600;
        string[] arguments = ["render", generator, "--seeds", $"0-{Pictures - 1}", "-o", At("killed")];
        using (var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LatentWalk.Exporter.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!)
        {
            // As soon as some pictures are there, and long before all are.
            while (!process.HasExited && (!Directory.Exists(At("killed")) || Directory.GetFiles(At("killed"), "*.png").Length < 20))
            {
                Thread.Sleep(5);
            }

            process.Kill();
            process.WaitForExit();
        }

        int there = Directory.GetFiles(At("killed"), "*.png").Length;
        Assert.InRange(there, 20, Pictures - 1);
        Assert.All(Directory.GetFiles(At("killed"), "*.png"), file => Assert.NotNull(PngFile.ReadLatent(file)));
        var run = ExporterRun.Of([.. arguments, "--json"]);
        Assert.True(run.Code == 0, run.Output);
        Assert.Contains($"\"made\":{Pictures - there},\"found\":{there}", run.Output, StringComparison.Ordinal);

        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", $"0-{Pictures - 1}", "-o", At("whole")).Code);
        string[] names = [.. Directory.GetFiles(At("whole")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(names, Directory.GetFiles(At("killed")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.Equal(File.ReadAllBytes(At($"whole/{name}")), File.ReadAllBytes(At($"killed/{name}"))));
    }

    private static string[] Check(string[] files)
    {
        using var process = Process.Start(new ProcessStartInfo(PngToolFactAttribute.Tool, files) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, string.Join('\n', output.Split('\n').Where(line => !line.StartsWith("OK", StringComparison.Ordinal)).Take(10)));
        return output.Split('\n');
    }
}
