using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Data;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Prepare;

namespace LatentWalk.Trainer.Tests.Prepare;

public sealed class PreparePipelineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_set_is_the_same_whatever_the_number_of_threads()
    {
        MessyFolder.Write(_folder["in"], 60);
        File.WriteAllText(_folder["in/broken.png"], "no");
        PrepareSummary one = Run("one.lwset", new PrepareOptions { Threads = 1, Mirror = true });
        PrepareSummary many = Run("many.lwset", new PrepareOptions { Threads = 7, Mirror = true });
        Assert.Equal(File.ReadAllBytes(one.Set), File.ReadAllBytes(many.Set));
        Assert.Equal(File.ReadAllText(one.List), File.ReadAllText(many.List));
        Assert.Equal((60, 120, 1), (one.Kept, one.Count, one.Refused["decode"]));
    }

    [Fact]
    public void Each_filter_takes_what_it_is_for_and_nothing_else()
    {
        MessyFolder.Write(_folder["in"], 40);
        Add("blur", i => MessyFolder.Blurred(Painted.Rgba(500 + i), 64, 12), 64);
        Add("grey", i => MessyFolder.Grey(Painted.Rgba(510 + i)), 64);
        Add("photo", i => MessyFolder.Photograph(i, 64), 64);
        Add("small", i => Painted.Rgba(520 + i, 64), 64, shrinkTo: 30);
        Add("duplicate", i => Painted.Rgba(i, 128), 128);
        for (int i = 0; i < 5; i++)
        {
            MessyFolder.WriteRgba(_folder[$"in/aspect-{i}.png"], Painted.Rgba(530 + i, 100).AsSpan(0, 4 * 100 * 48).ToArray(), 100, 48);
        }

        PrepareSummary summary = Run("set.lwset", new PrepareOptions { MaxAspect = 1.9 });
        Dictionary<string, string?> steps = Steps(summary.List);
        Assert.All(steps.Where(entry => entry.Key.StartsWith("face", StringComparison.Ordinal) && string.CompareOrdinal(entry.Key, "face-005") >= 0), entry => Assert.True(entry.Value is null, $"{entry.Key}: {entry.Value}"));
        foreach (string step in (string[])["blur", "grey", "photo", "small", "aspect"])
        {
            Assert.All(steps.Where(entry => entry.Key.StartsWith(step, StringComparison.Ordinal)), entry => Assert.True(entry.Value == step, $"{entry.Key} was {entry.Value ?? "kept"}"));
            Assert.True(summary.Refused[step] == 5, $"{step}: {string.Join("; ", steps.Where(entry => entry.Value == step))}");
        }

        // The larger of two stays.
        Assert.True(summary.Refused["duplicate"] == 5, string.Join("; ", steps.Where(entry => entry.Value == "duplicate")));
        Assert.All(Enumerable.Range(0, 5), i => Assert.Equal(("duplicate", null), (steps[$"face-{i:D3}.png"], steps[$"duplicate-{i}.png"])));
    }

    [Fact]
    public void Any_filter_can_be_left_out_and_its_threshold_moved()
    {
        MessyFolder.Write(_folder["in"], 3);
        Add("grey", i => MessyFolder.Grey(Painted.Rgba(510 + i)), 64);
        Assert.Equal(3, Run("a.lwset", new PrepareOptions()).Kept);
        Assert.Equal(8, Run("b.lwset", new PrepareOptions { Skip = [PrepareStep.Grey] }).Kept);
        Assert.Equal(8, Run("c.lwset", new PrepareOptions { MinColour = 0 }).Kept);
    }

    [Fact]
    public void Pictures_on_another_background_than_most_are_left_out_and_a_set_of_many_backgrounds_is_left_alone()
    {
        for (int i = 0; i < 30; i++)
        {
            MessyFolder.WriteRgba(_folder[$"in/{i:D2}.png"], OnGround(i, i < 25 ? (150, 150, 155) : (200, 60, 40 + i)), 64, 64);
        }

        PrepareSummary summary = Run("a.lwset", new PrepareOptions());
        Assert.Equal((25, 5), (summary.Kept, summary.Refused["background"]));
        Assert.Single(summary.Backgrounds);

        for (int i = 0; i < 25; i++)
        {
            MessyFolder.WriteRgba(_folder[$"in/{i:D2}.png"], OnGround(i, (40 * (i % 6), 255 - (30 * (i % 8)), 50 * (i % 5))), 64, 64);
        }

        Assert.Equal(0, Run("b.lwset", new PrepareOptions()).Refused["background"]);
    }

    [Fact]
    public void Padding_takes_the_border_colour_or_a_given_one_and_never_stretches()
    {
        // A red square on blue, twice as wide as high.
        byte[] wide = new byte[4 * 128 * 64];
        for (int i = 0; i < 128 * 64; i++)
        {
            bool inside = Math.Abs((i % 128) - 63.5) < 16 && Math.Abs((i / 128) - 31.5) < 16;
            (wide[4 * i], wide[(4 * i) + 2], wide[(4 * i) + 3]) = inside ? ((byte)255, (byte)0, (byte)255) : ((byte)0, (byte)255, (byte)255);
        }

        MessyFolder.WriteRgba(_folder["in/wide.png"], wide, 128, 64);
        var plain = new PrepareOptions { Size = 64, MinSide = 16 };
        using PackedSet bordered = PackedSet.Open(Run("a.lwset", plain).Set);
        Assert.Equal((byte[])[0, 0, 255], bordered[0][..3].ToArray());
        using PackedSet given = PackedSet.Open(Run("b.lwset", plain with { PadColour = (9, 8, 7) }).Set);
        Assert.Equal((byte[])[9, 8, 7], given[0][..3].ToArray());
        using PackedSet cropped = PackedSet.Open(Run("c.lwset", plain with { Fit = Fit.Crop }).Set);
        Assert.Equal((16, 16), (RedSide(bordered[0], 64, across: true), RedSide(bordered[0], 64, across: false)));
        Assert.Equal((32, 32), (RedSide(cropped[0], 64, across: true), RedSide(cropped[0], 64, across: false)));
    }

    [Fact]
    public void Transparent_pictures_go_over_white_or_grey_or_stay()
    {
        byte[] rgba = Painted.Rgba(1);
        for (int i = 0; i < 64 * 8; i++)
        {
            rgba[(4 * i) + 3] = 0;
        }

        MessyFolder.WriteRgba(_folder["in/a.png"], rgba, 64, 64);
        using PackedSet white = PackedSet.Open(Run("w.lwset", new PrepareOptions()).Set);
        using PackedSet grey = PackedSet.Open(Run("g.lwset", new PrepareOptions { Alpha = AlphaPolicy.Grey }).Set);
        using PackedSet kept = PackedSet.Open(Run("k.lwset", new PrepareOptions { Alpha = AlphaPolicy.Keep }).Set);
        Assert.Equal((byte[])[255, 255, 255], white[0][..3].ToArray());
        Assert.Equal((byte[])[128, 128, 128], grey[0][..3].ToArray());
        Assert.Equal((4, 0), (kept.Channels, kept[0][3]));
    }

    [Fact]
    public void Mirrored_pictures_follow_their_originals_and_labels_come_along()
    {
        MessyFolder.Write(_folder["in/cats"], 2);
        MessyFolder.Write(_folder["in/dogs"], 1, first: 50);
        using PackedSet set = PackedSet.Open(Run("set.lwset", new PrepareOptions { Mirror = true }).Set);
        Assert.Equal(["cats", "dogs"], set.Classes.Select(c => c.Name));
        Assert.Equal([(0, false), (0, true), (0, false), (0, true), (1, false), (1, true)], Enumerable.Range(0, 6).Select(i => (set.Entry(i).Class, set.Entry(i).Mirrored)));
        Assert.Equal(set[0][..3], set[1][(3 * 63)..(3 * 64)]);
    }

    [Fact]
    public void A_folder_and_a_zip_of_it_make_the_same_set()
    {
        MessyFolder.Write(_folder["in"], 8);
        PrepareSummary folder = Run("a.lwset", new PrepareOptions());
        System.IO.Compression.ZipFile.CreateFromDirectory(_folder["in"], _folder["in.zip"]);
        PrepareSummary zip = PreparePipeline.Run(_folder["in.zip"], _folder["b.lwset"], new PrepareOptions(), (_, _) => { }, default);
        Assert.Equal(folder.Fingerprint, zip.Fingerprint);
    }

    [Fact]
    public void Files_that_vanish_on_the_way_are_refused_and_the_others_kept()
    {
        MessyFolder.Write(_folder["in"], 80);
        bool gone = false;
        PrepareSummary summary = PreparePipeline.Run(_folder["in"], _folder["set.lwset"], new PrepareOptions { Threads = 2 }, (_, _) =>
        {
            for (int i = 60; i < 80 && !gone; i++)
            {
                File.Delete(_folder[$"in/face-{i:D3}.png"]);
            }

            gone = true;
        }, default);
        Assert.Equal((60, 20), (summary.Kept, summary.Refused["decode"]));
        Assert.Contains("not there any more", File.ReadAllText(summary.List), StringComparison.Ordinal);
    }

    [Fact]
    public void Stopping_leaves_nothing_behind_and_an_older_set_as_it_was()
    {
        MessyFolder.Write(_folder["in"], 30);
        File.WriteAllText(_folder["set.lwset"], "older");
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            PreparePipeline.Run(_folder["in"], _folder["set.lwset"], new PrepareOptions(), (done, _) => { if (done == 10) { stop.Cancel(); } }, stop.Token));
        Assert.Equal("older", File.ReadAllText(_folder["set.lwset"]));
        Assert.Equal([_folder["in"], _folder["set.lwset"]], Directory.GetFileSystemEntries(_folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void When_nothing_is_left_it_says_why_and_writes_nothing()
    {
        Directory.CreateDirectory(_folder["in"]);
        File.WriteAllText(_folder["in/page.png"], "<html>");
        var error = Assert.Throws<BadDataException>(() => Run("set.lwset", new PrepareOptions()));
        Assert.StartsWith($"nothing is left of the 1 files of '{_folder["in"]}': 1 cannot be read as a picture. The first: cannot use the picture 'page.png'", error.Message, StringComparison.Ordinal);
        Assert.Equal([_folder["in"]], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Sheets_show_the_steps_and_the_set_is_made_all_the_same()
    {
        MessyFolder.Write(_folder["in"], 12);
        Add("grey", i => MessyFolder.Grey(Painted.Rgba(510 + i)), 64);
        PrepareSummary summary = Run("set.lwset", new PrepareOptions { Preview = 8, Mirror = true, FaceLeft = true });
        string[] sheets = [.. Directory.GetFiles(summary.Preview!).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        Assert.Equal(["01-decode.png", "03-small.png", "04-aspect.png", "05-blur.png", "06-grey.png", "07-photo.png", "10-turn.png", "11-square.png", "12-mirror.png"], sheets.Where(name => name != "08-background.png"));
        Assert.True(File.Exists(summary.Set));
    }

    [Fact]
    public void Facing_left_flips_what_looks_right()
    {
        byte[] right = new byte[4 * 64 * 64];
        for (int i = 0; i < 64 * 64; i++)
        {
            int x = i % 64, y = i / 64;
            bool body = Math.Abs(x - 32) < 20 && Math.Abs(y - 32) < 20;
            bool eye = Math.Abs(x - 46) < 3 && Math.Abs(y - 24) < 4;
            (byte, byte, byte) colour = eye ? ((byte)0, (byte)0, (byte)60) : body ? ((byte)200, (byte)120, (byte)30) : ((byte)220, (byte)220, (byte)220);
            (right[4 * i], right[(4 * i) + 1], right[(4 * i) + 2], right[(4 * i) + 3]) = (colour.Item1, colour.Item2, colour.Item3, 255);
        }

        MessyFolder.WriteRgba(_folder["in/right.png"], right, 64, 64);
        LatentWalk.Trainer.Prepare.Resampling.Square.Flip(right, 64, 4);
        MessyFolder.WriteRgba(_folder["in/zleft.png"], right, 64, 64);
        PrepareSummary summary = Run("set.lwset", new PrepareOptions { FaceLeft = true, Skip = [PrepareStep.Duplicate, PrepareStep.Photo] });
        using PackedSet set = PackedSet.Open(summary.Set);
        Assert.Equal(1, summary.Turned);
        Assert.Equal((true, false), (set.Entry(0).Mirrored, set.Entry(1).Mirrored));
        Assert.Equal(set[0], set[1]);
    }

    [Fact]
    public void Options_that_make_no_sense_are_all_named()
    {
        IReadOnlyList<string> problems = new PrepareOptions { Size = 4, MaxAspect = 0.5, MaxBlur = 2, Preview = -1, Skip = [PrepareStep.Decode] }.Validate();
        Assert.Equal(5, problems.Count);
        Assert.Contains("--size is 4; expected 8 to 1024 pixels", problems);
    }

    private static byte[] OnGround(int face, (int R, int G, int B) ground)
    {
        byte[] rgba = Painted.Rgba(face);
        for (int i = 0; i < 64 * 64; i++)
        {
            if (Math.Min(Math.Min(i % 64, i / 64), Math.Min(63 - (i % 64), 63 - (i / 64))) < 12)
            {
                (rgba[4 * i], rgba[(4 * i) + 1], rgba[(4 * i) + 2]) = ((byte)ground.R, (byte)ground.G, (byte)ground.B);
            }
        }

        return rgba;
    }

    private static int RedSide(ReadOnlySpan<byte> rgb, int size, bool across)
    {
        int count = 0;
        for (int i = 0; i < size; i++)
        {
            int at = across ? (size / 2 * size) + i : (i * size) + (size / 2);
            count += rgb[3 * at] > 127 ? 1 : 0;
        }

        return count;
    }

    private static Dictionary<string, string?> Steps(string list) => File.ReadLines(list).Select(line => JsonDocument.Parse(line).RootElement)
        .ToDictionary(entry => entry.GetProperty("file").GetString()!, entry => entry.TryGetProperty("step", out JsonElement step) ? step.GetString() : null);

    private PrepareSummary Run(string set, PrepareOptions options) => PreparePipeline.Run(_folder["in"], _folder[set], options, (_, _) => { }, default);

    private void Add(string name, Func<int, byte[]> rgba, int size, int? shrinkTo = null)
    {
        for (int i = 0; i < 5; i++)
        {
            byte[] picture = rgba(i);
            if (shrinkTo is { } small)
            {
                picture = LatentWalk.Trainer.Prepare.Resampling.Square.Make(picture, size, new(0, 0, size, size), small, Fit.Pad, default);
            }

            MessyFolder.WriteRgba(_folder[$"in/{name}-{i}.png"], picture, shrinkTo ?? size, shrinkTo ?? size);
        }
    }
}
