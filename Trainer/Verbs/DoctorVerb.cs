using System.CommandLine;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Machine;
using LatentWalk.Trainer.Prepare;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Verbs;

/// <summary><c>doctor</c>: what training would run on; <c>doctor DIR</c>: what would become of a folder or zip of pictures.</summary>
internal static class DoctorVerb
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output." };
        var source = new Argument<string?>("DIR|ZIP") { Description = "Pictures to examine, as prepare would; without it, the machine.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("doctor", "What this machine has for training, or what a folder of pictures is like.") { source, json };
        var fields = new PrepareFields(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(source) is { } pictures)
            {
                Examine(pictures, fields.Read(parsed), parsed.GetValue(json));
                return 0;
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(new JsonObject(Findings().Select(f => KeyValuePair.Create(f.Name, (JsonNode?)f.Value))).ToJsonString());
                return 0;
            }

            foreach (var (name, value) in Findings())
            {
                Console.WriteLine($"{name,-22}{value}");
            }

            return 0;
        });
        return command;
    }

    private static void Examine(string pictures, PrepareOptions options, bool json)
    {
        using var signal = new ShutdownSignal();
        ProgressLine? progress = null;
        SourceDiagnosis found;
        try
        {
            found = SourceDiagnosis.Of(pictures, options, (done, total) => (progress ??= Talk.Progress("examining", total)).Report(done), signal.Token);
        }
        catch (OperationCanceledException)
        {
            signal.ThrowIfReceived();
            throw;
        }
        finally
        {
            progress?.Dispose();
        }

        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(found, VerbJson.Default.SourceDiagnosis));
            return;
        }

        foreach ((string name, string value) in Lines(found))
        {
            Console.WriteLine($"{name,-22}{value}");
        }
    }

    private static IEnumerable<(string Name, string Value)> Lines(SourceDiagnosis found)
    {
        yield return ("Files", $"{found.Files}");
        yield return ("Kinds", string.Join(", ", found.Formats.Select(kind => $"{kind.Value} {kind.Key}")));
        yield return ("Would be kept", $"{found.WouldKeep} of {found.Candidates}");
        yield return ("Shorter side", $"smallest {found.SmallestSide}, median {found.MedianSide} pixels");
        foreach ((string step, int count) in found.Refused.Where(entry => entry.Value > 0))
        {
            yield return ($"Left out: {step}", $"{count}; first {found.Examples[step]}");
        }

        if (found.Backgrounds.Count > 0)
        {
            yield return ("Backgrounds", string.Join(", ", found.Backgrounds));
        }

        if (found.Classes.Count > 0)
        {
            yield return ("Classes", string.Join(", ", found.Classes.Take(20).Select(c => $"{c.Name} {c.Count}")) + (found.Classes.Count > 20 ? ", …" : string.Empty));
        }

        foreach (string advice in found.Advice)
        {
            yield return ("Advice", advice);
        }
    }

    private static IEnumerable<(string Name, string Value)> Findings()
    {
        string profile = typeof(DoctorVerb).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "Libraries")?.Value ?? "unknown";
        yield return ("Library profile", profile);
        yield return ("Torch", __version__);
        yield return ("Training devices", cuda.is_available() ? $"cpu, cuda ({cuda.device_count()})" : "cpu (no CUDA device found)");
        yield return ("Cores", $"{Cores.Physical()} physical, {Environment.ProcessorCount} logical; training takes {Cores.Physical()} threads");
        string? blas = Environment.GetEnvironmentVariable("OPENBLAS_NUM_THREADS");
        yield return ("OPENBLAS_NUM_THREADS", blas ?? "not set: its threads may fight the tensor library's; 'lw' sets it to 1");
        yield return ("Memory for pictures", $"{TrainingMachine.PictureMemoryBytes / 1e9:0.0} GB");
    }
}
