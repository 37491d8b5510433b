using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using Xunit;

namespace LatentWalk.Core.Tests.Onnx;

public sealed class GeneratorMetadataTests
{
    private static GeneratorMetadata Full => new()
    {
        ZDim = 3,
        Resolution = 64,
        Range = PixelRange.Levels,
        Classes = 2,
        ClassNames = ["dark", "bright"],
        Generator = "{}",
        Weights = "ema",
        Preset = "modern-64",
        Step = 1200,
        ImagesSeen = 76800,
        Dataset = "d",
        Checkpoint = "c",
        Truncation = 0.7f,
        SheetSeeds = [0, 1, 2, 9],
        Directions = [new Direction("smile", [0, 0.6f, 0.8f], 0.25f)],
        Precision = Precision.Int8Weights,
        Upsample = Upsample.Resize,
        Parity = new ParityRecord(1e-6f, 1e-8f, 8) { Levels = 1, Changed = 0.001f },
        FullParity = new ParityRecord(0.02f, 0.004f, 64) { Levels = 5, Changed = 0.4f },
        Author = "Ada",
        License = "CC0-1.0",
    };

    [Fact]
    public void Everything_comes_back_from_the_entries()
    {
        var back = GeneratorMetadata.FromEntries(Full.ToEntries().ToDictionary(), "g.onnx")!;

        Assert.Equal(Full with { SheetSeeds = back.SheetSeeds, ClassNames = back.ClassNames, Directions = back.Directions }, back);
        Assert.Equal(Full.SheetSeeds, back.SheetSeeds);
        Assert.Equal(Full.ClassNames, back.ClassNames);
        Assert.Equal(("smile", 0.25f), (back.Directions[0].Name, back.Directions[0].ExplainedVariance));
        Assert.Equal(Full.Directions[0].Vector, back.Directions[0].Vector);
    }

    [Fact]
    public void Entries_come_in_the_order_of_their_keys()
    {
        var keys = Full.ToEntries().Select(entry => entry.Key).ToArray();

        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal("0-2,9", Full.ToEntries().ToDictionary()[MetadataKeys.SheetSeeds]);
    }

    [Fact]
    public void A_file_without_our_keys_has_no_metadata()
    {
        Assert.Null(GeneratorMetadata.FromEntries(new Dictionary<string, string> { ["model_author"] = "x", ["stylegan"] = "y" }, "g.onnx"));
    }

    [Theory]
    [InlineData("latentwalk.version", "2", "metadata 'latentwalk.version' is '2', expected 1; a newer Latent Walk wrote this file")]
    [InlineData("latentwalk.zdim", "-3", "metadata 'latentwalk.zdim' is '-3', expected a whole number from 1 to 65536")]
    [InlineData("latentwalk.zdim", null, "the metadata has no 'latentwalk.zdim'")]
    [InlineData("latentwalk.range", "0,2", "metadata 'latentwalk.range' is '0,2', expected '-1,1' or '0,1' or '0,255'")]
    [InlineData("latentwalk.truncation", "NaN", "expected a number")]
    [InlineData("latentwalk.step", "1.5", "expected a whole number")]
    [InlineData("latentwalk.sheet_seeds", "1,,2", "expected at most 4096 seeds such as 0-15,40")]
    [InlineData("latentwalk.sheet_seeds", "0-900000", "expected at most 4096 seeds")]
    [InlineData("latentwalk.directions", "{}", "metadata 'latentwalk.directions'")]
    [InlineData("latentwalk.directions", "[{\"name\":\"a\",\"vector\":\"AAAAAA==\",\"explainedVariance\":0}]", "direction 'a' has 1 components, expected 3")]
    [InlineData("latentwalk.directions", "[{\"name\":\"a\",\"vector\":\"AAAAAAAAAAAAAAAA\",\"explainedVariance\":0}]", "has length 0, expected a unit vector")]
    [InlineData("latentwalk.directions", "[{\"name\":\"a\",\"name\":\"b\",\"vector\":\"\",\"explainedVariance\":0}]", "latentwalk.directions")]
    [InlineData("latentwalk.directions", "[{\"name\":\"a\",\"vector\":\"\",\"explainedVariance\":0,\"more\":1}]", "unknown key 'more'")]
    public void A_wrong_value_is_named(string key, string? value, string message)
    {
        var entries = Full.ToEntries().ToDictionary();
        entries.Remove(key);
        if (value is not null)
        {
            entries[key] = value;
        }

        var error = Assert.Throws<BadModelException>(() => GeneratorMetadata.FromEntries(entries, "g.onnx"));

        Assert.StartsWith("g.onnx: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
