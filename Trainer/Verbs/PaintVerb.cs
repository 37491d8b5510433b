using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Painting;

namespace LatentWalk.Trainer.Verbs;

/// <summary><c>paint</c>: nothing → a folder of labelled faces.</summary>
internal static class PaintVerb
{
    public static Command Create()
    {
        var defaults = new FaceSetRequest();
        var command = new Command("paint", "Write the built-in anime-style faces with their labels, to train on or to try things out.");
        var folder = new Argument<string>("DIR") { Description = "The folder to write; new, empty or painted before." };
        var count = new Option<int>("--count") { Description = "Number of pictures.", DefaultValueFactory = _ => defaults.Count };
        var size = new Option<int>("--size") { Description = $"Side in pixels, {FaceSetRequest.SmallestSize} to {FaceSetRequest.LargestSize}.", DefaultValueFactory = _ => defaults.Size };
        var seed = new Option<ulong>("--seed") { Description = "Other faces for another number; the same for the same.", DefaultValueFactory = _ => defaults.Seed };
        command.Add(folder);
        command.Add(count);
        command.Add(size);
        command.Add(seed);
        command.SetAction(parsed =>
        {
            var request = new FaceSetRequest { Count = parsed.GetValue(count), Size = parsed.GetValue(size), Seed = parsed.GetValue(seed) };
            using var signal = new ShutdownSignal();
            Paint(parsed.GetValue(folder)!, request, signal);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static void Paint(string folder, FaceSetRequest request, ShutdownSignal signal)
    {
        try
        {
            using ProgressLine progress = Talk.Progress("painting", request.Count);
            FaceSet.Write(folder, request, done => progress.Report(done), signal.Token);
        }
        catch (OperationCanceledException)
        {
            signal.ThrowIfReceived($"stopped; nothing was written to '{folder}'.");
            throw;
        }

        Talk.Info($"{request.Count} faces of {request.Size} × {request.Size} pixels are in '{folder}', their labels in '{FaceLabels.FileName}' there.");
    }
}
