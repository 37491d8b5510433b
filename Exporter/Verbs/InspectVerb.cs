using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Exporter.Inspect;
using LatentWalk.Imaging;

namespace LatentWalk.Exporter.Verbs;

/// <summary><c>inspect</c>: what a file or folder is.</summary>
internal static class InspectVerb
{
    private const int SheetColumns = 10;

    public static Command Create()
    {
        var command = new Command("inspect", "Say what a run, checkpoint, generator, PNG, picture set or folder of pictures is. Example: lw inspect faces.onnx");
        var path = new Argument<string>("file") { Description = "A run folder, .safetensors, .onnx, .png, .lwset, dataset.json, or a folder or zip of pictures." };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of text." };
        var sheet = new Option<string>("--sheet") { Description = "Of a packed set (.lwset): also write this PNG with pictures from all over it." };
        command.Add(path);
        command.Add(json);
        command.Add(sheet);
        command.SetAction(parsed => Inspect(parsed.GetValue(path)!, parsed.GetValue(json), parsed.GetValue(sheet)));
        return command;
    }

    private static int Inspect(string path, bool asJson, string? sheet)
    {
        var inspection = Inspector.Inspect(path);
        if (sheet is not null)
        {
            WriteSheet(path, sheet);
        }

        Console.Out.WriteLine(asJson ? inspection.ToJson() : inspection.ToText());
        return (int)ExitCode.Ok;
    }

    private static void WriteSheet(string path, string sheet)
    {
        var (pictures, side) = SetInspector.Sample(path, SheetColumns * SheetColumns);
        var (rgba, width, height) = SampleSheet.Compose(pictures, side, side, SheetColumns);
        PngFile.Write(sheet, rgba, width, height);
        Talk.Info($"{pictures.Count} of its pictures are in '{sheet}'.");
    }
}
