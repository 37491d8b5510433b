using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Exporter.Render;

namespace LatentWalk.Exporter.Verbs;

/// <summary><c>render</c>: a generator file → PNGs, sheets, sprite sheets, loops, films of walks; no window.</summary>
internal static class RenderVerb
{
    private const string Help = """
        Write a generator's pictures: single PNGs with their latents, contact sheets, sprite sheets, loops, films of walks. No window.

        Examples:
          lw render faces.onnx --seeds 0-15 -o pictures
          lw render faces.onnx --seeds 0-63 --sheet -o sheet.png
          lw render faces.onnx --seeds 7 --loop 6 --size 512 --filter lanczos -o loop.mp4
          lw render faces.onnx --from a.png b.png c.png --loop 9 --easing flowing -o loop.webp
          lw render faces.onnx --seeds 3 --loop 2 --fps 12 --sprites --extrude 1 --pot -o hero.png
          lw render faces.onnx --walk flight.walk.json -o flight.mp4

        Pictures and frames in a folder that are whole and the same are not made again: a command that was stopped goes on.
        """;

    public static Command Create()
    {
        var command = new Command("render", Help);
        var options = new RenderOptions();
        command.Add((Argument<string>)options.Generator);
        foreach (Option option in options.All)
        {
            command.Add(option);
        }

        command.SetAction(parsed => Render(options.Read(parsed), options.AsJson(parsed)));
        return command;
    }

    private static int Render(RenderRequest request, bool asJson)
    {
        using var signal = new ShutdownSignal();
        try
        {
            var result = Renderer.Render(request, signal.Token);
            foreach (string line in asJson ? [result.ToJson()] : result.Files)
            {
                Console.Out.WriteLine(line);
            }
        }
        catch (OperationCanceledException)
        {
            signal.ThrowIfReceived("stopped; pictures and frames in a folder are whole, and the same command goes on with them. A film or sheet that was not finished is not there.");
            throw;
        }

        return (int)ExitCode.Ok;
    }
}
