using System.Security.Cryptography;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Painting;
using LatentWalk.Trainer.Painting.Faces;
using Xunit;

namespace LatentWalk.Trainer.Tests.Painting.Faces;

public sealed class FacePainterTests
{
    // Painted with additions, multiplications, divisions and square roots alone: these bytes on every machine.
    [Fact]
    public void The_first_sixteen_faces_of_seed_1_are_these_bytes()
    {
        byte[][] faces = Paint(1, 16, 64);
        var (sheet, width, height) = SampleSheet.Compose(faces, 64, 64, 8);
        string artifacts = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "artifacts")).FullName;
        PngFile.Write(Path.Combine(artifacts, "painted-faces.png"), sheet, width, height);

        Assert.Equal("9d1e966c926178ddd7ea602d3785819d160d88a6492c491e977ee164723bd1a5", Convert.ToHexStringLower(SHA256.HashData(faces.SelectMany(f => f).ToArray())));
    }

    [Fact]
    public void A_canvas_that_was_used_before_paints_the_same_bytes()
    {
        byte[][] faces = Paint(1, 16, 64);
        for (int i = 0; i < 16; i++)
        {
            Assert.Equal(faces[i], FacePainter.Paint(TraitDraw.Draw(1, i), new Canvas(64)));
        }
    }

    [Fact]
    public void Other_numbers_and_other_seeds_are_other_faces()
    {
        string[] hashes = [.. Paint(1, 40, 64).Concat(Paint(2, 40, 64)).Select(f => Convert.ToHexString(SHA256.HashData(f)))];
        Assert.Equal(80, hashes.Distinct().Count());
    }

    [Theory]
    [InlineData(65)]
    [InlineData(100)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(512)]
    public void A_larger_picture_shows_the_same_face(int size)
    {
        for (int i = 0; i < 3; i++)
        {
            FaceTraits traits = TraitDraw.Draw(3, i);
            byte[] small = FacePainter.Paint(traits, new Canvas(64));
            byte[] large = FacePainter.Paint(traits, new Canvas(size));
            Assert.Equal(size * size * 4, large.Length);
            double difference = 0;
            for (int cell = 0; cell < 256; cell++)
            {
                for (int channel = 0; channel < 3; channel++)
                {
                    difference += Math.Abs(Mean(small, 64, cell, channel) - Mean(large, size, cell, channel)) / (256 * 3);
                }
            }


            // The cells of a side that 16 does not divide are not quite the same; another face is 19 and more away.
            Assert.InRange(difference, 0, size % 16 == 0 ? 3 : 8);
        }
    }

    [Fact]
    public void The_crown_has_the_colour_of_the_label()
    {
        int right = 0;
        int seen = 0;
        var canvas = new Canvas(64);
        for (int i = 0; seen < 200; i++)
        {
            FaceTraits traits = TraitDraw.Draw(4, i);
            if (traits.Accessory is Accessory.None or Accessory.Clip)
            {
                seen++;
                right += Nearest(FacePainter.Paint(traits, canvas)) == traits.HairColour ? 1 : 0;
            }
        }

        Assert.InRange(right, 195, 200);
    }

    [Fact]
    public void Every_value_of_every_label_occurs()
    {
        FaceTraits[] faces = [.. Enumerable.Range(0, 1000).Select(i => TraitDraw.Draw(5, i))];
        Assert.Equal(Enum.GetValues<HairColour>(), faces.Select(f => f.HairColour).Distinct().Order());
        Assert.Equal(Enum.GetValues<Expression>(), faces.Select(f => f.Expression).Distinct().Order());
        Assert.Equal(Enum.GetValues<FrontHairStyle>(), faces.Select(f => f.FrontHair).Distinct().Order());
        Assert.Equal(Enum.GetValues<BackHairStyle>(), faces.Select(f => f.BackHair).Distinct().Order());
        Assert.Equal(Enum.GetValues<Accessory>(), faces.Select(f => f.Accessory).Distinct().Order());
        Assert.Equal(Enum.GetValues<Clothing>(), faces.Select(f => f.Clothing).Distinct().Order());
    }

    private static byte[][] Paint(ulong seed, int count, int size)
    {
        var canvas = new Canvas(size);
        return [.. Enumerable.Range(0, count).Select(i => FacePainter.Paint(TraitDraw.Draw(seed, i), canvas))];
    }

    // One of 16 × 16 cells.
    private static double Mean(byte[] rgba, int size, int cell, int channel)
    {
        int left = cell % 16 * size / 16;
        int top = cell / 16 * size / 16;
        int right = ((cell % 16) + 1) * size / 16;
        int bottom = ((cell / 16) + 1) * size / 16;
        double sum = 0;
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                sum += rgba[(((y * size) + x) * 4) + channel];
            }
        }

        return sum / ((right - left) * (bottom - top));
    }

    // Above the shine: the hair's plain colour, in any style.
    private static HairColour Nearest(byte[] rgba)
    {
        var votes = new int[Enum.GetValues<HairColour>().Length];
        for (int y = 10; y < 13; y++)
        {
            for (int x = 24; x < 40; x++)
            {
                int at = ((y * 64) + x) * 4;
                votes[(int)Enum.GetValues<HairColour>().MinBy(c => Distance(Palette.HairOf(c).Base, rgba, at))]++;
            }
        }

        return (HairColour)Array.IndexOf(votes, votes.Max());
    }

    private static double Distance(Colour colour, byte[] rgba, int at) =>
        Math.Pow((colour.R * 255) - rgba[at], 2) + Math.Pow((colour.G * 255) - rgba[at + 1], 2) + Math.Pow((colour.B * 255) - rgba[at + 2], 2);
}
