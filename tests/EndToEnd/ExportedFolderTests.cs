using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LatentWalk.EndToEnd.Tests;

/// <summary>Folders that <c>export</c> writes, on a full disk and when it is killed: whole, or not there for who reads them.</summary>
public sealed class ExportedFolderTests : IDisposable
{
    private static readonly string s_model = Path.Combine(Checkout.Root, "models", "avatars-64.onnx");
    private readonly string _folder = Directory.CreateTempSubdirectory("latentwalk-export-").FullName;

    [FullDiskFact]
    public void A_full_disk_leaves_no_version_and_no_page()
    {
        using FullDisk disk = new(megabytes: (int)(new FileInfo(s_model).Length / 2 >> 20));
        string models = Path.Combine(disk.Folder, "models"), page = Path.Combine(disk.Folder, "page");

        ProgramRun.Of("Exporter", "export", s_model, "--triton", models).Failed(5, "the disk is full", models, "Free some space");
        ProgramRun.Of("Exporter", "export", s_model, "--web", page, "--runtime", Runtime()).Failed(5, "the disk is full", page);

        Assert.Equal(["config.pbtxt"], Directory.GetFileSystemEntries(Path.Combine(models, "avatars-64")).Select(Path.GetFileName));
        Assert.False(File.Exists(Path.Combine(page, "page.json")));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(disk.Folder, "*", SearchOption.AllDirectories), entry => entry.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Killed_at_any_moment_a_version_is_whole_or_not_there_and_the_next_export_completes_it()
    {
        string models = Path.Combine(_folder, "models");
        foreach (int milliseconds in new[] { 500, 700, 900, 1100 })
        {
            Kill(milliseconds, "export", s_model, "--triton", models);
            if (Directory.Exists(Path.Combine(models, "avatars-64")))
            {
                Assert.All(
                    Directory.GetDirectories(Path.Combine(models, "avatars-64")).Where(version => char.IsAsciiDigit(Path.GetFileName(version)[0])),
                    version => Assert.Equal(File.ReadAllBytes(s_model), File.ReadAllBytes(Path.Combine(version, "model.onnx"))));
            }
        }

        ProgramRun.Of("Exporter", "export", s_model, "--triton", models).Succeeded();
        Assert.Equal(File.ReadAllBytes(s_model), File.ReadAllBytes(Path.Combine(models, "avatars-64", "1", "model.onnx")));
        Assert.True(File.Exists(Path.Combine(models, "avatars-64", "config.pbtxt")));
    }

    [Fact]
    public void Killed_at_any_moment_a_page_names_only_what_is_there()
    {
        string page = Path.Combine(_folder, "page");
        foreach (int milliseconds in new[] { 600, 900, 1200 })
        {
            Kill(milliseconds, "export", s_model, "--web", page, "--runtime", Runtime());
            RequireWhole(page);
        }

        ProgramRun.Of("Exporter", "export", s_model, "--web", page, "--runtime", Runtime()).Succeeded();
        Assert.True(File.Exists(Path.Combine(page, "page.json")));
        RequireWhole(page);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void RequireWhole(string page)
    {
        string document = Path.Combine(page, "page.json");
        if (File.Exists(document))
        {
            var model = JsonNode.Parse(File.ReadAllText(document))!["model"]!;
            Assert.Equal(model["bytes"]!.GetValue<long>(), new FileInfo(Path.Combine(page, model["file"]!.GetValue<string>())).Length);
            Assert.True(File.Exists(Path.Combine(page, "index.html")));
        }
    }

    private static void Kill(int milliseconds, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Checkout.Program("Exporter"), .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        if (!process.WaitForExit(milliseconds))
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    // The package's names with a few bytes each: what is tested here is the folder.
    private string Runtime()
    {
        string folder = Path.Combine(_folder, "runtime");
        Directory.CreateDirectory(Path.Combine(folder, "dist"));
        File.WriteAllText(Path.Combine(folder, "package.json"), """{"name":"onnxruntime-web","version":"1.23.2"}""");
        foreach (string name in new[] { "ort.wasm.min.mjs", "ort.webgpu.min.mjs", "ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm", "ort-wasm-simd-threaded.asyncify.mjs", "ort-wasm-simd-threaded.asyncify.wasm" })
        {
            File.WriteAllText(Path.Combine(folder, "dist", name), "//");
        }

        return folder;
    }
}
