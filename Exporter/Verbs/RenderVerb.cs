using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Exporter.Render;

namespace LatentWalk.Exporter.Verbs;

/// <summary><c>render</c>: a generator file → PNGs, sheets, loops, films of walks; no window.</summary>
internal static class RenderVerb
{
    public static Command Create()
    {
        var command = new Command("render", "Write a generator's pictures: single PNGs with their latents, a contact sheet, a loop, a film of a walk. Examples: lw render faces.onnx --seeds 0-15 -o pictures; lw render faces.onnx --walk flight.walk.json -o flight.mp4");
        var generator = new Argument<string>("generator") { Description = "An .onnx file, ours or another's." };
        var seeds = new Option<string?>("--seeds") { Description = "Which latents: 7, 0-15, 0-15,40. With --loop, one seed flies a great circle, several are visited in turn." };
        var walk = new Option<string?>("--walk") { Description = "A walk that lw view recorded (.walk.json), as a film: -o names an .mp4 (needs ffmpeg), a .webp, an .apng or a folder of frames, which is gone on with if it is there." };
        var output = new Option<string>("--output", "-o") { Description = "The folder to write to, made if it is not there; with --walk, the film.", Required = true };
        var sheet = new Option<bool>("--sheet") { Description = "One contact sheet (sheet.png) instead of single pictures." };
        var columns = new Option<int>("--columns") { Description = "Columns of the sheet; about as many as rows if not given." };
        var loop = new Option<double?>("--loop") { Description = "A loop of this many seconds (loop.webp, loop.apng) that ends exactly where it began." };
        var fps = new Option<double>("--fps") { Description = "Frames per second of the loop or film.", DefaultValueFactory = _ => 30 };
        var scale = new Option<int>("--scale") { Description = "Every pixel becomes a square of this many.", DefaultValueFactory = _ => 1 };
        var truncation = new Option<float?>("--truncation") { Description = "0 = the average picture, 1 = full variety; the generator's own if not given." };
        command.Add(generator);
        foreach (Option option in (Option[])[seeds, walk, output, sheet, columns, loop, fps, scale, truncation])
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            if (parsed.GetValue(walk) is { } recording)
            {
                Option? useless = Array.Find<Option>([seeds, sheet, columns, loop, truncation], option => parsed.GetResult(option) is { Implicit: false });
                if (useless is not null)
                {
                    throw new UsageException($"{useless.Name} does not go with --walk, which says itself what is seen when; leave one of them out.");
                }

                return Render(stop => WalkFilm.Render(
                    new WalkFilmRequest(parsed.GetValue(generator)!, recording, parsed.GetValue(output)!)
                    {
                        FramesPerSecond = parsed.GetValue(fps),
                        Scale = parsed.GetValue(scale),
                    },
                    stop));
            }

            string list = parsed.GetValue(seeds) ?? throw new UsageException("nothing says what to draw; give --seeds LIST or --walk FILE.walk.json.");
            var request = new RenderRequest
            {
                Generator = parsed.GetValue(generator)!,
                Folder = parsed.GetValue(output)!,
                Seeds = SeedList.TryParse(list, out string? problem) ?? throw new UsageException($"--seeds: {problem}."),
                Sheet = parsed.GetValue(sheet),
                Columns = parsed.GetValue(columns),
                LoopSeconds = parsed.GetValue(loop),
                FramesPerSecond = parsed.GetValue(fps),
                Scale = parsed.GetValue(scale),
                Truncation = parsed.GetValue(truncation),
            };
            return Render(stop => Renderer.Render(request, stop));
        });
        return command;
    }

    private static int Render(Func<CancellationToken, IReadOnlyList<string>> render)
    {
        using var signal = new ShutdownSignal();
        try
        {
            foreach (string path in render(signal.Token))
            {
                Console.Out.WriteLine(path);
            }
        }
        catch (OperationCanceledException)
        {
            signal.ThrowIfReceived("stopped; the pictures written so far are whole, and the same command goes on with a folder of frames.");
            throw;
        }

        return (int)ExitCode.Ok;
    }
}
