using System.CommandLine;
using System.Reflection;
using System.Text.Json.Nodes;
using LatentWalk.Trainer.Machine;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Verbs;

/// <summary><c>doctor</c>: what training would run on.</summary>
internal static class DoctorVerb
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output." };
        var command = new Command("doctor", "What this machine has for training.") { json };
        command.SetAction(parsed =>
        {
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
