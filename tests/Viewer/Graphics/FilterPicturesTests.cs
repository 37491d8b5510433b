using LatentWalk.Imaging;
using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.Tests.Graphics;

/// <summary>Every filter on a real generator's faces, at the sizes of real windows, for a person to look at; and what each must do.</summary>
public sealed class FilterPicturesTests : GlTest
{
    private const int Face = 64;

    [GlFact]
    public void Every_filter_at_the_size_of_a_window()
    {
        using var renderer = new PictureRenderer(Gl);
        using var picture = new PictureTexture(Gl, Face, Face);
        using var target = new OffscreenTarget(Gl, 960, 720);
        picture.Upload(Faces()[0]);
        Dictionary<PictureFilter, Rgba[]> drawn = [];
        foreach (PictureFilter filter in Enum.GetValues<PictureFilter>())
        {
            Clear(target, Rgba.Black);
            PictureScaling scaling = filter == PictureFilter.Nearest ? PictureScaling.Pixels : PictureScaling.Smooth;
            renderer.Draw(picture, GridLayout.Fit(Face, Face, new PixelRect(0, 0, 960, 720), scaling), 960, 720, filter);
            drawn[filter] = Read(target, $"{filter}");
        }

        // They differ, and none changes how bright the face is as a whole.
        double bright = Mean(drawn[PictureFilter.Bicubic]);
        foreach ((PictureFilter filter, Rgba[] pixels) in drawn)
        {
            double border = filter == PictureFilter.Nearest ? 704.0 * 704 / (720 * 720) : 1;
            Assert.InRange(Mean(pixels) / border, bright * 0.88, bright * 1.12);
            Assert.Equal(filter == PictureFilter.Bicubic, pixels.AsSpan().SequenceEqual(drawn[PictureFilter.Bicubic]));
        }
    }

    [GlFact]
    public void The_edge_filter_keeps_flat_areas_flat_and_a_slanted_outline_in_two_colours()
    {
        byte[] source = new byte[32 * 32 * 4];
        for (int i = 0; i < 32 * 32; i++)
        {
            byte level = (byte)(i % 32 + i / 32 < 32 ? 40 : 220);
            (source[4 * i], source[4 * i + 1], source[4 * i + 2], source[4 * i + 3]) = (level, level, level, 255);
        }

        double steps = Between(source, PictureFilter.Nearest);
        double edges = Between(source, PictureFilter.Edges);
        double bicubic = Between(source, PictureFilter.Bicubic);
        Assert.Equal(0, steps);
        Assert.True(edges < 0.62 * bicubic, $"{edges:P1} of the pixels are between the colours, {bicubic:P1} by bicubic");

        // The outline is straight: in every row it lies where the line through the corners of the steps lies.
        Rgba[] drawn = Draw(source, PictureFilter.Edges);
        for (int y = 40; y < 280; y++)
        {
            int x = Enumerable.Range(0, 320).First(column => drawn[y * 320 + column].R > 130);
            Assert.InRange(x + y, 310, 325);
        }
    }

    [GlFact]
    public void A_source_switch_fades_between_a_small_and_a_large_face()
    {
        using var renderer = new PictureRenderer(Gl);
        using var small = new PictureTexture(Gl, Face, Face);
        using var large = new PictureTexture(Gl, 2 * Face, 2 * Face);
        using var target = new OffscreenTarget(Gl, 400, 400);
        byte[][] faces = Faces();
        small.Upload(faces[1]);
        large.Upload(Doubled(faces[2]));
        Clear(target, Rgba.Black);
        GridLayout layout = GridLayout.Fit(Face, Face, new PixelRect(0, 0, 400, 400), PictureScaling.Smooth);
        renderer.Draw(small, layout, 400, 400);
        double from = Mean(Read(target, "from"));
        renderer.Draw(large, layout, 400, 400);
        double to = Mean(Read(target, "to"));
        renderer.Draw(small, layout, 400, 400, PictureFilter.Bicubic, large, 0.5f);
        Assert.Equal((from + to) / 2, Mean(Read(target, "half")), 1.0);
    }

    /// <summary>Share of pixels that are neither of the two colours.</summary>
    private double Between(byte[] source, PictureFilter filter) =>
        Draw(source, filter).Count(pixel => pixel.R is > 60 and < 200) / (320.0 * 320);

    private Rgba[] Draw(byte[] source, PictureFilter filter)
    {
        using var renderer = new PictureRenderer(Gl);
        using var picture = new PictureTexture(Gl, 32, 32);
        using var target = new OffscreenTarget(Gl, 320, 320);
        picture.Upload(source);
        Clear(target, Rgba.Black);
        renderer.Draw(picture, GridLayout.Fit(32, 32, new PixelRect(0, 0, 320, 320), PictureScaling.Smooth), 320, 320, filter);
        return Read(target, $"{filter}", "slanted");
    }

    private static double Mean(Rgba[] pixels) => pixels.Average(pixel => (pixel.R + pixel.G + pixel.B) / 3.0);

    private static byte[] Doubled(byte[] face)
    {
        byte[] doubled = new byte[face.Length * 4];
        for (int i = 0; i < 4 * Face * Face; i++)
        {
            int from = i / (2 * Face) / 2 * Face + i % (2 * Face) / 2;
            face.AsSpan(4 * from, 4).CopyTo(doubled.AsSpan(4 * i));
        }

        return doubled;
    }

    /// <summary>The first faces of the sheet that lies beside the repository's own generator.</summary>
    internal static byte[][] Faces()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Viewer.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        (byte[] sheet, int width, _) = PngFile.Read(Path.Combine(root, "models", "avatars-64.png"));
        int gap = (width - 8 * Face) / 9;
        int pitch = Face + gap;
        return [.. Enumerable.Range(0, 64).Select(face =>
        {
            byte[] rgba = new byte[Face * Face * 4];
            for (int y = 0; y < Face; y++)
            {
                int from = (face / 8 * pitch + gap + y) * width + face % 8 * pitch + gap;
                sheet.AsSpan(4 * from, 4 * Face).CopyTo(rgba.AsSpan(4 * y * Face));
            }

            return rgba;
        })];
    }
}
