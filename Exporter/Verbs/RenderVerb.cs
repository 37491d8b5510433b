using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Exporter.Render;

namespace LatentWalk.Exporter.Verbs;

/// <summary><c>render</c>: a generator file → PNGs, sheets, loops; no window.</summary>
internal static class RenderVerb
{
    public static Command Create()
    {
        var command = new Command("render", "Write a generator's pictures: single PNGs with their latents, a contact sheet, a loop. Example: lw render faces.onnx --seeds 0-15 -o pictures");
        var generator = new Argument<string>("generator") { Description = "An .onnx file, ours or another's." };
        var seeds = new Option<string>("--seeds") { Description = "Which latents: 7, 0-15, 0-15,40. With --loop, one seed flies a great circle, several are visited in turn.", Required = true };
        var output = new Option<string>("--output", "-o") { Description = "The folder to write to; made if it is not there.", Required = true };
        var sheet = new Option<bool>("--sheet") { Description = "One contact sheet (sheet.png) instead of single pictures." };
        var columns = new Option<int>("--columns") { Description = "Columns of the sheet; about as many as rows if not given." };
        var loop = new Option<double?>("--loop") { Description = "A loop of this many seconds (loop.webp, loop.apng) that ends exactly where it began." };
        var fps = new Option<double>("--fps") { Description = "Frames per second of the loop.", DefaultValueFactory = _ => 30 };
        var scale = new Option<int>("--scale") { Description = "Every pixel becomes a square of this many.", DefaultValueFactory = _ => 1 };
        var truncation = new Option<float?>("--truncation") { Description = "0 = the average picture, 1 = full variety; the generator's own if not given." };
        command.Add(generator);
        foreach (Option option in (Option[])[seeds, output, sheet, columns, loop, fps, scale, truncation])
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var request = new RenderRequest
            {
                Generator = parsed.GetValue(generator)!,
                Folder = parsed.GetValue(output)!,
                Seeds = SeedList.TryParse(parsed.GetValue(seeds)!, out string? problem) ?? throw new UsageException($"--seeds: {problem}."),
                Sheet = parsed.GetValue(sheet),
                Columns = parsed.GetValue(columns),
                LoopSeconds = parsed.GetValue(loop),
                FramesPerSecond = parsed.GetValue(fps),
                Scale = parsed.GetValue(scale),
                Truncation = parsed.GetValue(truncation),
            };
            return Render(request);
        });
        return command;
    }

    private static int Render(RenderRequest request)
    {
        using var signal = new ShutdownSignal();
        try
        {
            foreach (string path in Renderer.Render(request, signal.Token))
            {
                Console.Out.WriteLine(path);
            }
        }
        catch (OperationCanceledException)
        {
            signal.ThrowIfReceived("stopped; the pictures written so far are whole.");
            throw;
        }

        return (int)ExitCode.Ok;
    }
}
