using System.Text.Json.Nodes;
using LatentWalk.Exporter.Render.Sprites;
using LatentWalk.Imaging;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Render.Sprites;

public sealed class SpriteSheetTests : TempFolder
{
    [Theory]
    [InlineData("hash")]
    [InlineData("array")]
    public void Every_sprite_lies_where_the_atlas_says_with_its_edge_around_it(string form)
    {
        string generator = SmallGenerator.Write(At("g.onnx"));
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0-6", "-o", At("single")).Code);
        var run = ExporterRun.Of("render", generator, "--seeds", "0-6", "--sprites", "--extrude", "2", "--padding", "3", "--atlas", form, "-o", At("pack/hero.png"));
        Assert.True(run.Code == 0, run.Output);
        Assert.Contains(At("pack/hero.json"), run.Output, StringComparison.Ordinal);

        var (sheet, width, height) = PngFile.Read(At("pack/hero.png"));
        var atlas = JsonNode.Parse(File.ReadAllText(At("pack/hero.json")))!;
        Assert.Equal(("hero.png", "RGBA8888", "1"), ((string)atlas["meta"]!["image"]!, (string)atlas["meta"]!["format"]!, (string)atlas["meta"]!["scale"]!));
        Assert.Equal((width, height), ((int)atlas["meta"]!["size"]!["w"]!, (int)atlas["meta"]!["size"]!["h"]!));
        var frames = FramesOf(atlas);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"seed-{i:d6}"), frames.Select(frame => frame.Name));
        foreach (var (name, frame) in frames)
        {
            byte[] alone = PngFile.Read(At($"single/{name}.png")).Rgba;
            Assert.False((bool)frame["rotated"]!);
            Assert.False((bool)frame["trimmed"]!);
            Assert.Equal((16, 16), ((int)frame["sourceSize"]!["w"]!, (int)frame["frame"]!["h"]!));
            int left = (int)frame["frame"]!["x"]!, top = (int)frame["frame"]!["y"]!;
            for (int y = -2; y < 18; y++)
            {
                for (int x = -2; x < 18; x++)
                {
                    int at = 4 * ((top + y) * width + left + x);
                    int from = 4 * (Math.Clamp(y, 0, 15) * 16 + Math.Clamp(x, 0, 15));
                    Assert.Equal(alone[from..(from + 4)], sheet[at..(at + 4)]);
                }
            }

            Assert.Equal(0, sheet[4 * ((top - 3) * width + left) + 3]);    // padding is clear
        }
    }

    [Fact]
    public void A_loop_is_an_animation_whose_times_add_up()
    {
        string generator = SmallGenerator.Write(At("g.onnx"));
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "3", "--loop", "1", "--fps", "12", "--sprites", "--pot", "-o", At("run.json")).Code);
        var (_, width, height) = PngFile.Read(At("run.png"));
        Assert.True(int.IsPow2(width) && int.IsPow2(height));
        var atlas = JsonNode.Parse(File.ReadAllText(At("run.json")))!;
        var frames = FramesOf(atlas);
        Assert.Equal(12, frames.Count);
        Assert.Equal(1000, frames.Sum(frame => (int)frame.Frame["duration"]!));
        Assert.Equal(frames.Select(frame => frame.Name), atlas["animations"]!["loop"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(("loop", 0, 11), ((string)atlas["meta"]!["frameTags"]![0]!["name"]!, (int)atlas["meta"]!["frameTags"]![0]!["from"]!, (int)atlas["meta"]!["frameTags"]![0]!["to"]!));
    }

    [Fact]
    public void More_sprites_than_a_sheet_holds_make_sheets_that_know_of_one_another()
    {
        string generator = SmallGenerator.Write(At("g.onnx"));
        var run = ExporterRun.Of("render", generator, "--seeds", "0-99", "--sprites", "--max-size", "128", "-o", At("out"));
        Assert.True(run.Code == 0, run.Output);
        Assert.Equal(
            ["sprites-0.json", "sprites-0.png", "sprites-1.json", "sprites-1.png", "sprites-2.json", "sprites-2.png"],
            Directory.GetFiles(At("out")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        var names = new List<string>();
        for (int page = 0; page < 3; page++)
        {
            var atlas = JsonNode.Parse(File.ReadAllText(At($"out/sprites-{page}.json")))!;
            names.AddRange(FramesOf(atlas).Select(frame => frame.Name));
            Assert.Equal(
                Enumerable.Range(0, 3).Where(other => other != page).Select(other => $"sprites-{other}.json"),
                atlas["meta"]!["related_multi_packs"]!.AsArray().Select(name => (string)name!));
            var (_, width, height) = PngFile.Read(At($"out/sprites-{page}.png"));
            Assert.InRange(Math.Max(width, height), 1, 128);
        }

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"seed-{i:d6}"), names);
    }

    [Theory]
    [InlineData(1, 64, 64, false)]
    [InlineData(21, 64, 64, true)]
    [InlineData(36, 64, 64, false)]
    [InlineData(37, 64, 40, true)]
    [InlineData(4000, 64, 64, false)]
    [InlineData(5000, 64, 64, true)]
    [InlineData(9, 1000, 900, false)]
    public void Sprites_never_overlap_and_stay_inside(int count, int width, int height, bool powerOfTwo)
    {
        var options = new SpriteOptions { Padding = 1, Extrude = 1, PowerOfTwo = powerOfTwo };
        var layout = new SpriteLayout(count, width, height, null, options);
        var taken = new HashSet<(int, int, int)>();
        for (int i = 0; i < count; i++)
        {
            var (x, y) = layout.PlaceOf(i);
            var (sheetWidth, sheetHeight) = layout.SizeOf(layout.PageOf(i));
            Assert.InRange(x, 2, sheetWidth - width - 2);
            Assert.InRange(y, 2, sheetHeight - height - 2);
            Assert.InRange(Math.Max(sheetWidth, sheetHeight), 1, SpriteOptions.DefaultMostSide);
            Assert.True(taken.Add((layout.PageOf(i), (x - 2) / (width + 3), (y - 2) / (height + 3))));
            Assert.Equal((0, 0), ((x - 2) % (width + 3), (y - 2) % (height + 3)));
        }

        Assert.Equal(count, Enumerable.Range(0, layout.Pages).Sum(layout.CountOf));
    }

    [Fact]
    public void A_sheet_is_about_square()
    {
        var layout = new SpriteLayout(36, 64, 64, null, new SpriteOptions());
        Assert.Equal((2 + 6 * 66, 2 + 6 * 66), layout.SizeOf(0));
    }

    private static List<(string Name, JsonNode Frame)> FramesOf(JsonNode atlas) => atlas["frames"] is JsonArray list
        ? [.. list.Select(frame => ((string)frame!["filename"]!, frame))]
        : [.. atlas["frames"]!.AsObject().Select(pair => (pair.Key, pair.Value!))];
}
