using System.Text.Json;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Randomness;
using LatentWalk.Data;
using LatentWalk.Imaging;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Evaluation;

public sealed class EvalVerbTests : TempFolder
{
    private const int Size = 16;

    [Fact]
    public void A_generator_is_measured_beside_real_pictures_that_were_held_back_and_gives_the_same_numbers_again()
    {
        string generator = SmallGenerator.Write(At("g.onnx")), data = WriteSet("data.lwset", 80);

        var json = Json("eval", generator, "--data", data, "--samples", "20", "--json");
        var again = Json("eval", generator, "--data", data, "--samples", "20", "--json");

        Assert.Equal(json.GetRawText(), again.GetRawText());
        Assert.Equal(("generator", Size, "random 512 at 16"), (json.GetProperty("kind").GetString(), json.GetProperty("resolution").GetInt32(), json.GetProperty("features").GetString()));
        var (values, floor) = (json.GetProperty("values"), json.GetProperty("floor"));
        Assert.Equal((20, 60), (values.GetProperty("samples").GetInt32(), values.GetProperty("pictures").GetInt32()));
        Assert.Equal((20, 60), (floor.GetProperty("samples").GetInt32(), floor.GetProperty("pictures").GetInt32()));
        // Random weights make nothing like plain colours.
        Assert.True(values.GetProperty("kid").GetDouble() > 5 * Math.Abs(floor.GetProperty("kid").GetDouble()));
        Assert.True(values.GetProperty("swd").GetDouble() > floor.GetProperty("swd").GetDouble());
        Assert.True(values.GetProperty("noise").GetDouble() > 0.05);
        Assert.Equal(0, floor.GetProperty("noise").GetDouble());
    }

    [Fact]
    public void A_run_a_checkpoint_and_its_exported_file_have_the_same_numbers()
    {
        string run = TestCheckpoint.WriteRun(At("run")), data = WriteSet("data.lwset", 40);
        Assert.Equal(0, ExporterRun.Of("export", run, "-o", At("g.onnx")).Code);
        string[] options = ["--data", data, "--samples", "12", "--json"];

        string ofRun = Json(["eval", run, .. options]).GetProperty("values").GetRawText();
        string ofCheckpoint = Json(["eval", Directory.GetFiles(Path.Combine(run, "checkpoints"), "*.safetensors").Single(), .. options]).GetProperty("values").GetRawText();
        string ofFile = Json(["eval", At("g.onnx"), .. options]).GetProperty("values").GetRawText();
        string ofRaw = Json(["eval", run, "--weights", "raw", .. options]).GetProperty("values").GetRawText();

        Assert.Equal(ofFile, ofRun);
        Assert.Equal(ofFile, ofCheckpoint);
        Assert.NotEqual(ofFile, ofRaw);
    }

    [Fact]
    public void A_generator_with_classes_is_asked_for_each_in_turn()
    {
        string generator = SmallGenerator.Write(At("g.onnx"), SmallGenerator.Spec with { Classes = 3 });

        Assert.Equal(9, Json("eval", generator, "--data", WriteSet("data.lwset", 40), "--samples", "9", "--json").GetProperty("values").GetProperty("samples").GetInt32());
    }

    [Fact]
    public void A_set_a_folder_and_a_zip_of_the_same_pictures_are_the_same_data()
    {
        string set = WriteSet("data.lwset", 40), folder = WriteFolder("data", 40), zip = At("data.zip");
        System.IO.Compression.ZipFile.CreateFromDirectory(folder, zip);
        string others = WriteSet("others.lwset", 24, from: 1000);

        string[] values = [.. new[] { set, folder, zip }.Select(data => Json("eval", others, "--data", data, "--json", "--size", $"{Size}").GetProperty("values").GetRawText())];

        Assert.Equal(values[0], values[1]);
        Assert.Equal(values[0], values[2]);
        using var real = JsonDocument.Parse(values[0]);
        Assert.InRange(real.RootElement.GetProperty("nearest").GetDouble(), 0.5, 2);
        Assert.InRange(real.RootElement.GetProperty("diversity").GetDouble(), 0.8, 1.2);
    }

    [Fact]
    public void The_sheet_shows_pictures_beside_their_nearest_and_copies_first()
    {
        string data = WriteSet("data.lwset", 40), copies = WriteSet("copies.lwset", 12, from: 0);

        var run = ExporterRun.Of("eval", copies, "--data", data, "--sheet", At("sheet.png"), "--quick");

        Assert.True(run.Code == 0, run.Output);
        Assert.Contains("nearest real", run.Output, StringComparison.Ordinal);
        byte[] sheet = PictureFile.Load(At("sheet.png"), (13 * (Size + 2)) + 2, Fit.Pad);
        int width = (13 * (Size + 2)) + 2, top = (width - ((8 * (Size + 2)) + 2)) / 2;
        int generated = 3 * (((top + 2 + 4) * width) + 2 + 4), nearest = generated + (3 * 2 * (Size + 2)), gap = generated + (3 * (Size + 2));
        Assert.Equal(sheet[generated..(generated + 3)], sheet[nearest..(nearest + 3)]);
        Assert.Equal([0x12, 0x13, 0x17], sheet[gap..(gap + 3)]);
    }

    [Fact]
    public void A_picture_that_cannot_be_read_is_replaced_and_told()
    {
        string folder = WriteFolder("data", 40);
        File.WriteAllText(Path.Combine(folder, "007.png"), "no picture");

        var run = ExporterRun.Of("eval", SmallGenerator.Write(At("g.onnx")), "--data", folder, "--samples", "10", "--quick");

        Assert.True(run.Code == 0, run.Output);
        Assert.Contains($"a picture of '{folder}' could not be read, and the next one took its place. The first: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_of_which_none_can_be_read_are_bad_data()
    {
        string folder = WriteFolder("data", 20);
        foreach (string path in Directory.GetFiles(folder))
        {
            File.WriteAllText(path, "no picture");
        }

        Refused(3, $"none of the 20 pictures of '{folder}' can be read. The first: ", "eval", SmallGenerator.Write(At("g.onnx")), "--data", folder, "--quick");
    }

    [Fact]
    public void What_cannot_be_measured_is_refused_with_what_to_do()
    {
        string generator = SmallGenerator.Write(At("g.onnx")), set = WriteSet("data.lwset", 20), few = WriteSet("few.lwset", 7);
        string large = SmallGenerator.Write(At("large.onnx"), new GeneratorSpec { ZDim = 12, Resolution = 32, Width = 3 });
        Directory.CreateDirectory(At("empty"));

        Refused(2, $"there is nothing to measure '{generator}' against: name real pictures with --data (a folder, a zip or a set).", "eval", generator);
        Refused(2, "--samples is 3, expected 8 to 1000000; --sheet is 'a.jpg', expected a .png file.", "eval", generator, "--data", set, "--samples", "3", "--sheet", "a.jpg");
        Refused(2, "--features-output names an output of the network given by --features, and none is given.", "eval", generator, "--data", set, "--features-output", "x");
        Refused(3, $"the pictures in '{set}' are 16×16, and those to compare are 32×32. Pack them with lw prepare --size 32, or name a folder or zip, whose pictures are resized.", "eval", large, "--data", set);
        Refused(3, $"'{few}' has 7 pictures, expected at least 8: fewer say nothing about how pictures are spread.", "eval", generator, "--data", few);
        Refused(3, $"'{At("empty")}' holds no picture. Expected PNG, JPEG, WebP or GIF files there or in its subfolders.", "eval", generator, "--data", At("empty"));
        Refused(3, $"'{At("nowhere")}' does not exist. Name a generator (.onnx), a run, a checkpoint, or pictures to compare with --data.", "eval", At("nowhere"), "--data", set);
        Refused(4, $"{generator} is no feature network", "eval", generator, "--data", set, "--features", generator);
        Refused(4, "makes pictures of 10×8, expected square ones", "eval", ForeignGraph.Write(At("wide.onnx"), new ForeignGraph()), "--data", set);
    }

    private static void Refused(int code, string message, params string[] arguments)
    {
        var run = ExporterRun.Of(arguments);
        Assert.True(run.Code == code, run.Output);
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
    }

    private static JsonElement Json(params string[] arguments)
    {
        var run = ExporterRun.Of([.. arguments, "--quick"]);
        Assert.True(run.Code == 0, run.Output);
        return JsonDocument.Parse(run.Output.Split('\n').Single(line => line.StartsWith('{'))).RootElement.Clone();
    }

    private string WriteSet(string name, int count, int from = 0)
    {
        using var writer = new PackedSetWriter(At(name), Size, 3, []);
        for (int i = 0; i < count; i++)
        {
            writer.Add(Rgb(from + i), new PictureEntry($"{i:000}.png", new string('0', 64), -1, Mirrored: false));
        }

        writer.Commit();
        return At(name);
    }

    private string WriteFolder(string name, int count)
    {
        Directory.CreateDirectory(At(name));
        for (int i = 0; i < count; i++)
        {
            byte[] rgb = Rgb(i);
            PngFile.Write(Path.Combine(At(name), $"{i:000}.png"), [.. Enumerable.Range(0, Size * Size).SelectMany(at => (byte[])[rgb[3 * at], rgb[(3 * at) + 1], rgb[(3 * at) + 2], 255])], Size, Size);
        }

        return At(name);
    }

    // Two plain colours.
    private static byte[] Rgb(int index)
    {
        var random = new CounterRandom(6, (ulong)index, Purpose.Sample);
        byte[] left = [(byte)random.NextUInt32(), (byte)random.NextUInt32(), (byte)random.NextUInt32()], right = [(byte)random.NextUInt32(), (byte)random.NextUInt32(), (byte)random.NextUInt32()];
        return [.. Enumerable.Range(0, Size * Size).SelectMany(at => at % Size < 9 ? left : right)];
    }
}
