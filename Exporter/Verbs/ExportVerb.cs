using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Core.Onnx;
using LatentWalk.Exporter.Export;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Verbs;

/// <summary><c>export</c>: a run or checkpoint → a generator file.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var command = new Command("export", "Turn a run or a checkpoint into a generator file (.onnx), verified against the trainer's own pictures. Example: lw export runs/faces -o faces.onnx");
        var source = new Argument<string>("source") { Description = "A run folder (its newest checkpoint) or a .safetensors file." };
        var output = new Option<string>("--output", "-o") { Description = "The file to write.", Required = true };
        var weights = new Option<string?>("--weights") { Description = "ema (the average over training: better pictures) or raw (the last step's). Default: ema where the run kept an average." };
        weights.AcceptOnlyFromAmong([.. WeightSet.All.Select(set => set.Name)]);
        var pixels = new Option<string>("--pixels") { Description = "float ([batch, 3, H, W] in [-1, 1]) or rgba8 (bytes [batch, H, W, 4], ready to upload).", DefaultValueFactory = _ => "float" };
        pixels.AcceptOnlyFromAmong("float", "rgba8");
        var author = new Option<string?>("--author") { Description = "Stored as model_author." };
        var license = new Option<string?>("--license") { Description = "Stored as model_license." };
        command.Add(source);
        foreach (Option option in (Option[])[output, weights, pixels, author, license])
        {
            command.Add(option);
        }

        command.SetAction(parsed => Export(new ExportRequest
        {
            Source = parsed.GetValue(source)!,
            Output = parsed.GetValue(output)!,
            Weights = WeightSet.All.FirstOrDefault(set => set.Name == parsed.GetValue(weights)),
            Options = new ExportOptions
            {
                Pixels = parsed.GetValue(pixels) == "rgba8" ? PixelOutput.Rgba8 : PixelOutput.Floats,
                Author = parsed.GetValue(author),
                License = parsed.GetValue(license),
            },
        }));
        return command;
    }

    private static int Export(ExportRequest request)
    {
        if (Directory.Exists(request.Output))
        {
            throw new UsageException($"'{request.Output}' is a folder, expected the name of the file to write: -o {Path.Combine(request.Output, "generator.onnx")}");
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(request.Output))!;
        if (!Directory.Exists(folder))
        {
            throw new DiskException($"The folder '{folder}' of '{request.Output}' does not exist; make it, or choose another place with -o.");
        }

        var checkpoint = CheckpointLocator.Resolve(request.Source, out var warnings);
        foreach (string warning in warnings)
        {
            Talk.Warn(warning);
        }

        var generator = CheckpointGenerator.Read(checkpoint, request.Weights);
        var (file, parity) = GeneratorExport.Build(generator, request.Options);
        AtomicFile.Write(request.Output, stream => stream.Write(file));
        Talk.Info($"Step {checkpoint.Step} ({generator.Set.Name}), {generator.Spec.Resolution}x{generator.Spec.Resolution}, zdim {generator.Spec.ZDim}, {file.Length / 1e6:f1} MB. "
            + $"ONNX Runtime against the trainer on {parity.Images} latents: largest difference {parity.Maximum:g2}, mean {parity.Mean:g2}.");
        Console.Out.WriteLine(request.Output);
        return (int)ExitCode.Ok;
    }
}
