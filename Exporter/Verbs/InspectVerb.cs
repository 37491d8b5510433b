using System.CommandLine;
using LatentWalk.Core.Errors;
using LatentWalk.Exporter.Inspect;

namespace LatentWalk.Exporter.Verbs;

/// <summary><c>inspect</c>: what a file or folder is.</summary>
internal static class InspectVerb
{
    public static Command Create()
    {
        var command = new Command("inspect", "Say what a run, checkpoint, generator, PNG or folder of pictures is. Example: lw inspect faces.onnx");
        var path = new Argument<string>("file") { Description = "A run folder, .safetensors, .onnx, .png, dataset.json, or a folder of pictures." };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of text." };
        command.Add(path);
        command.Add(json);
        command.SetAction(parsed => Inspect(parsed.GetValue(path)!, parsed.GetValue(json)));
        return command;
    }

    private static int Inspect(string path, bool asJson)
    {
        var inspection = Inspector.Inspect(path);
        Console.Out.WriteLine(asJson ? inspection.ToJson() : inspection.ToText());
        return (int)ExitCode.Ok;
    }
}
