using System.Diagnostics;
using System.Globalization;
using LatentWalk.Core.Tests.Onnx;
using Microsoft.ML.OnnxRuntime;
using Xunit;

namespace LatentWalk.Inference.Tests.Safety;

/// <summary>Hundreds of hostile and broken files opened by a process of its own, which is watched from outside.</summary>
public sealed class HostileFilesTests : TempFolder
{
    private const double Seconds = 1;
    private const long Bytes = 256L << 20;

    private static readonly string[] Expected =
        [AppContext.BaseDirectory, Path.GetDirectoryName(typeof(object).Assembly.Location)!, "/proc/", "/sys/devices/system/cpu", "/usr/lib/", "/lib/"];

    [LinuxFact]
    public void None_of_the_hostile_files_reaches_ONNX_Runtime_or_costs_much()
    {
        int count = Write();

        var (files, runtime, peak) = Open(Start(Environment.ProcessPath!));

        Assert.True(count >= 500 && files.Count == count, $"{files.Count} of {count} files");
        Assert.All(files, file => Assert.True(file.Verdict.StartsWith("refused: ", StringComparison.Ordinal), $"{file.Name}: {file.Verdict}"));
        Assert.All(files, file => Assert.True(file.Seconds < Seconds, $"{file.Name} took {file.Seconds} s"));
        Assert.True(peak < Bytes, $"{peak >> 20} MB");

        // Its library is not even in the process. With one file that is a generator it would be: that the test can tell.
        Assert.Equal("absent", runtime);
        SmallGenerator.Write(At("files/zz a generator.onnx"));
        (files, runtime, _) = Open(Start(Environment.ProcessPath!));
        Assert.Equal(("opened", "loaded"), (files[^1].Verdict, runtime));
    }

    [StraceFact]
    public void No_hostile_file_makes_the_program_open_another_file()
    {
        int count = Write();
        foreach (string canary in new[] { "weights.bin", "files/weights.bin", "files/b", "files/x", "b" })
        {
            File.WriteAllText(At(canary), "canary");
        }

        string trace = At("trace");
        Open(Start("/usr/bin/strace", "-f", "-qq", "-o", trace, "-e", "trace=open,openat,openat2", Environment.ProcessPath!));

        // From the first of them on: what the runtime opens to start is over, what is loaded for the first time is code.
        string[] calls = [.. File.ReadLines(trace).SkipWhile(line => !line.Contains("/files/", StringComparison.Ordinal))];
        string[] named = [.. calls.Select(Named).OfType<string>().Distinct(StringComparer.Ordinal)];
        string folder = At("files");
        Assert.True(named.Count(path => path.StartsWith(folder + "/", StringComparison.Ordinal) && path.EndsWith(".onnx", StringComparison.Ordinal)) >= count);
        Assert.All(named, path => Assert.True(IsExpected(path, folder), path));
    }

    [LinuxFact]
    public void A_file_of_200_MB_is_refused_without_taking_its_size_in_memory()
    {
        Directory.CreateDirectory(At("files"));
        BigFiles.Write(At("files"));

        var (files, _, peak) = Open(Start(Environment.ProcessPath!));

        Assert.Equal(BigFiles.Count, files.Count);
        Assert.All(files, file => Assert.True(file.Verdict.StartsWith("refused: ", StringComparison.Ordinal) && file.Seconds < Seconds, $"{file.Name}: {file.Verdict}, {file.Seconds} s"));
        Assert.True(peak < Bytes, $"{peak >> 20} MB");
    }

    [Fact]
    public void A_file_that_is_two_formats_at_once_is_the_one_that_was_checked()
    {
        byte[] file = HostileModels.All().Single(model => model.Name == "a protobuf that is also ONNX Runtime's own format").File;
        var guessing = Assert.Throws<OnnxRuntimeException>(() => new InferenceSession(file).Dispose());
        Assert.Contains("ORT", guessing.Message, StringComparison.Ordinal);

        using var options = SessionFactory.Options(Sessions.OneThread);
        using var session = new InferenceSession(file, options);

        Assert.Equal("image", session.OutputMetadata.Keys.Single());
    }

    // Its own files, and what the runtime looks at by itself: code, the processor, memory.
    private static bool IsExpected(string path, string folder) =>
        path == folder
        || (Path.GetDirectoryName(path) == folder && Path.GetFileName(path) is var name && (name.EndsWith(".onnx", StringComparison.Ordinal) || name == "nothing"))
        || Expected.Any(start => path.StartsWith(start, StringComparison.Ordinal));

    // The first text between quotes.
    private static string? Named(string call)
    {
        int from = call.IndexOf('"', StringComparison.Ordinal);
        int end = from < 0 ? -1 : call.IndexOf('"', from + 1);
        return end < 0 ? null : call[(from + 1)..end];
    }

    private int Write()
    {
        Directory.CreateDirectory(At("files"));
        int count = 0;
        foreach (var (_, file, _) in HostileModels.All())
        {
            File.WriteAllBytes(At($"files/{count++:d4}.onnx"), file);
        }

        return count;
    }

    private ProcessStartInfo Start(string program, params string[] before) =>
        new(program, [.. before, "exec", typeof(HostileFilesTests).Assembly.Location, "open", At("files")]) { RedirectStandardOutput = true };

    private static (List<(string Name, string Verdict, double Seconds)> Files, string Runtime, long PeakBytes) Open(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        string[][] lines = [.. process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return (
            [.. lines[..^1].Select(line => (line[0], line[1], double.Parse(line[2], CultureInfo.InvariantCulture)))],
            lines[^1][1],
            1024 * long.Parse(lines[^1][2], CultureInfo.InvariantCulture));
    }
}
