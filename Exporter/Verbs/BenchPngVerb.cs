using System.CommandLine;
using System.Text.Json.Nodes;
using LatentWalk.Core.Errors;
using LatentWalk.Exporter.Bench;
using Spectre.Console;

namespace LatentWalk.Exporter.Verbs;

/// <summary><c>bench png</c>: how fast pictures become PNG files.</summary>
internal static class BenchPngVerb
{
    public static Command Create()
    {
        var command = new Command("png", "Measure how many pictures a second become PNGs, on one thread: in memory, and written durably to disk. Example: lw bench png --size 64");
        var size = new Option<int>("--size") { Description = "Side of the pictures.", DefaultValueFactory = _ => 64 };
        var count = new Option<int>("--count") { Description = "Pictures of one round.", DefaultValueFactory = _ => 256 };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of a table." };
        command.Add(size);
        command.Add(count);
        command.Add(json);
        command.SetAction(parsed => Measure(parsed.GetValue(size), parsed.GetValue(count), parsed.GetValue(json)));
        return command;
    }

    private static int Measure(int size, int count, bool asJson)
    {
        if (size is < 1 or > 4096 || count is < 1 or > 100_000)
        {
            throw new UsageException($"--size is {size} and --count is {count}, expected sides of 1 to 4096 and 1 to 100000 pictures.");
        }

        var result = PngBench.Run(size, count);
        if (asJson)
        {
            Console.Out.WriteLine(new JsonObject
            {
                ["bench"] = "png",
                ["imagesPerSecond"] = Math.Round(result.EncodedPerSecond, 1),
                ["filesPerSecond"] = Math.Round(result.WrittenPerSecond, 1),
                ["bytesPerImage"] = Math.Round(result.BytesPerPicture),
                ["size"] = size,
                ["rounds"] = PngBench.Rounds,
            }.ToJsonString());
        }
        else
        {
            var table = new Table { Border = TableBorder.Simple };
            table.AddColumns("PNG", "pictures/s");
            table.AddRow($"encoded, {size}x{size}, {result.BytesPerPicture:f0} bytes each", $"{result.EncodedPerSecond:f0}");
            table.AddRow("written durably to the temporary folder", $"{result.WrittenPerSecond:f0}");
            AnsiConsole.Write(table);
        }

        return (int)ExitCode.Ok;
    }
}
