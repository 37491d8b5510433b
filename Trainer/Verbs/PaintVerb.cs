using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Painting;

namespace LatentWalk.Trainer.Verbs;

/// <summary><c>paint</c>: nothing → a folder of labelled pictures.</summary>
internal static class PaintVerb
{
    public static Command Create()
    {
        var defaults = new PaintRequest();
        var command = new Command("paint", "Write the built-in pictures with their labels, to train on or to try things out: anime-style faces, or robots of eight factions.");
        var folder = new Argument<string>("DIR") { Description = "The folder to write; new, empty or painted before." };
        var kind = new Option<string>("--kind") { Description = "What to paint: faces (labelled by hair colour) or mecha (by faction).", DefaultValueFactory = _ => defaults.Kind.Name };
        kind.AcceptOnlyFromAmong([.. PaintedKind.All.Select(known => known.Name)]);
        var count = new Option<int>("--count") { Description = "Number of pictures.", DefaultValueFactory = _ => defaults.Count };
        var size = new Option<int?>("--size")
        {
            Description = $"Side in pixels, {PaintRequest.SmallestSize} to {PaintRequest.LargestSize}; {string.Join(", ", PaintedKind.All.Select(known => $"{known.UsualSize} for {known.Name}"))} if not given.",
        };
        var seed = new Option<ulong>("--seed") { Description = "Other pictures for another number; the same for the same.", DefaultValueFactory = _ => defaults.Seed };
        command.Add(folder);
        command.Add(kind);
        command.Add(count);
        command.Add(size);
        command.Add(seed);
        command.SetAction(parsed =>
        {
            PaintedKind wanted = PaintedKind.All.First(known => known.Name == parsed.GetValue(kind));
            var request = new PaintRequest { Kind = wanted, Count = parsed.GetValue(count), Size = parsed.GetValue(size) ?? wanted.UsualSize, Seed = parsed.GetValue(seed) };
            using var signal = new ShutdownSignal();
            Paint(parsed.GetValue(folder)!, request, signal);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static void Paint(string folder, PaintRequest request, ShutdownSignal signal)
    {
        try
        {
            using ProgressLine progress = Talk.Progress("painting", request.Count);
            PaintedSet.Write(folder, request, done => progress.Report(done), signal.Token);
        }
        catch (OperationCanceledException)
        {
            signal.ThrowIfReceived($"stopped; nothing was written to '{folder}'.");
            throw;
        }

        Talk.Info($"{request.Count} {request.Kind.Name} of {request.Size} × {request.Size} pixels are in '{folder}', their labels in '{PaintedLabels.FileName}' there.");
    }
}
