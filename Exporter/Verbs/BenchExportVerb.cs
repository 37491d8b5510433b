using System.CommandLine;
using System.Text.Json.Nodes;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx;
using LatentWalk.Exporter.Bench;
using LatentWalk.Exporter.Export;
using LatentWalk.Inference;
using Spectre.Console;

namespace LatentWalk.Exporter.Verbs;

/// <summary><c>bench export</c>: how long a checkpoint takes to become a verified generator file, and how much memory.</summary>
internal static class BenchExportVerb
{
    public static Command Create()
    {
        var command = new Command("export", "Measure how long an export takes, from the checkpoint to the verified file on the disk, and how much memory. Example: lw bench export runs/faces");
        var source = new Argument<string>("source") { Description = "A run folder (its newest checkpoint) or a .safetensors file." };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of a table." };
        var variant = new VariantOptions();
        command.Add(source);
        foreach (Option option in (Option[])[.. variant.All, json])
        {
            command.Add(option);
        }

        command.SetAction(parsed => Measure(parsed.GetValue(source)!, variant.Read(parsed), parsed.GetValue(json)));
        return command;
    }

    private static int Measure(string source, GraphOptions variant, bool asJson)
    {
        var result = ExportBench.Run(source, new ExportOptions { Graph = variant });
        if (asJson)
        {
            Console.Out.WriteLine(new JsonObject
            {
                ["bench"] = "export",
                ["variant"] = variant.ToString(),
                ["seconds"] = Math.Round(result.Seconds, 4),
                ["firstSeconds"] = Math.Round(result.FirstSeconds, 4),
                ["addedBytes"] = result.AddedBytes,
                ["peakBytes"] = result.PeakBytes,
                ["fileBytes"] = result.FileBytes,
                ["addedPerFile"] = Math.Round((double)result.AddedBytes / result.FileBytes, 3),
                ["rounds"] = ExportBench.Rounds,
            }.ToJsonString());
            return (int)ExitCode.Ok;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns($"export ({variant})", "");
        table.AddRow("one, the median", $"{result.Seconds:f3} s");
        table.AddRow("the first after start-up", $"{result.FirstSeconds:f3} s");
        table.AddRow("the file", $"{result.FileBytes / 1e6:f1} MB");
        table.AddRow("memory added at the peak", $"{result.AddedBytes / 1e6:f1} MB, {(double)result.AddedBytes / result.FileBytes:f2} times the file");
        table.AddRow("memory of the process at the peak", $"{result.PeakBytes / 1e6:f0} MB");
        AnsiConsole.Write(table);
        return (int)ExitCode.Ok;
    }
}
