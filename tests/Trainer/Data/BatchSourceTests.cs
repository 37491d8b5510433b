using LatentWalk.Core.Errors;
using LatentWalk.Core.Pixels;
using LatentWalk.Data;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Data;

public sealed class BatchSourceTests
{
    [Fact]
    public void A_batch_holds_the_pictures_that_the_order_names()
    {
        var set = Tiny.Pictures();
        var options = Tiny.Options("modern-64");
        using var batches = new BatchSource(set, options, CPU);
        var indices = new int[4];
        new DataOrder(options.Seed, set.Count).Fill(8, indices);

        using var pictures = batches.Pictures(step: 3);

        Assert.Equal([4, 3, 16, 16], pictures.shape);
        var expected = new float[3 * 16 * 16];
        for (int i = 0; i < 4; i++)
        {
            PixelConversion.FromRgb8(set[indices[i]], 16, 16, expected);
            Assert.Equal(expected, pictures[i].data<float>().ToArray());
        }
    }

    [Fact]
    public void A_batch_tells_the_classes_of_its_pictures_and_of_its_latents()
    {
        var set = Tiny.ClassPictures();
        var options = RunConfig.WithClasses(Tiny.Options("acgan-64"), set);
        using var batches = new BatchSource(set, options, CPU);
        var asked = new List<long>();

        for (int step = 1; step <= 25; step++)
        {
            using var scope = NewDisposeScope();
            var pictures = batches.Pictures(step);
            float[] latents = batches.Latents(step).data<float>().ToArray();
            var classes = batches.Classes()!;

            Assert.Equal(Enumerable.Range(0, 4).Select(i => pictures[i].mean().ToDouble() < 0 ? 0L : 1L), classes.Real.data<long>().ToArray());
            Assert.Equal(4 * 14, latents.Length);
            foreach (var (i, of) in classes.Asked.data<long>().ToArray().Index())
            {
                Assert.Equal([of == 0 ? 1f : 0f, of == 1 ? 1f : 0f], latents[((14 * i) + 12)..(14 * (i + 1))]);
                asked.Add(of);
            }
        }

        Assert.InRange(asked.Average(), 0.35, 0.65);
    }

    [Fact]
    public void Mirroring_turns_about_half_of_the_pictures_left_to_right_and_nothing_else()
    {
        var set = Tiny.Pictures();
        using var plain = new BatchSource(set, Tiny.Options("modern-64"), CPU);
        using var mirroring = new BatchSource(set, Tiny.Options("modern-64", ("data.mirror", "true")), CPU);
        int mirrored = 0;
        const int steps = 50;
        for (int step = 1; step <= steps; step++)
        {
            using var scope = NewDisposeScope();
            var (straight, turned) = (plain.Pictures(step), mirroring.Pictures(step));
            for (int i = 0; i < 4; i++)
            {
                bool same = Same(straight[i], turned[i]);
                Assert.True(same || Same(straight[i].flip(2), turned[i]));
                mirrored += same ? 0 : 1;
            }
        }

        Assert.InRange(mirrored / (4.0 * steps), 0.4, 0.6);
    }

    [Fact]
    public void A_batch_is_the_same_whether_it_was_prepared_ahead_or_asked_for_out_of_turn()
    {
        var options = Tiny.Options("modern-64", ("data.mirror", "true"));
        using var inTurn = new BatchSource(Tiny.Pictures(), options, CPU);
        using var jumping = new BatchSource(Tiny.Pictures(), options, CPU);
        float[][] expected = [.. Enumerable.Range(1, 9).Select(step => Values(inTurn, step))];

        foreach (int step in new[] { 9, 1, 2, 7, 7, 3, 4, 5 })
        {
            Assert.Equal(expected[step - 1], Values(jumping, step));
        }
    }

    [Fact]
    public void A_batch_stays_as_it_is_until_the_next_is_asked_for()
    {
        using var batches = new BatchSource(Tiny.Pictures(), Tiny.Options("modern-64"), CPU);
        using var first = batches.Pictures(1);
        float[] before = first.data<float>().ToArray();
        batches.Rest();

        Assert.Equal(before, first.data<float>().ToArray());
    }

    [Fact]
    public void In_the_place_of_a_picture_gone_bad_stands_the_next_good_one_and_it_is_said_once()
    {
        using var folder = new TemporaryFolder();
        var options = Tiny.Options("modern-64", ("data.mirror", "true"));
        using var set = PackedCopy(folder["a.lwset"], options);
        using var damaged = PackedCopy(folder["b.lwset"], options);
        Damage(folder["b.lwset"], 3, 4, 9);
        var said = new List<string>();
        using var good = new BatchSource(set, options, CPU);
        using var bad = new BatchSource(damaged, options, CPU, said.Add);
        var order = new DataOrder(options.Seed, Tiny.PictureCount);
        var indices = new int[4];
        var pictures = new float[Tiny.PictureCount][];
        int replaced = 0;
        for (int step = 1; step <= 20; step++)
        {
            order.Fill((step - 1) * 4, indices);
            float[] whole = Values(good, step);
            float[] mended = Values(bad, step);
            for (int i = 0; i < 4; i++)
            {
                var (expected, actual) = (whole.AsSpan(i * 768, 768).ToArray(), mended.AsSpan(i * 768, 768).ToArray());
                int shown = indices[i] switch { 3 or 4 => 5, 9 => 0, var other => other };
                replaced += shown == indices[i] ? 0 : 1;
                var plain = new float[768];
                PixelConversion.FromRgb8(Tiny.Pictures()[shown], 16, 16, plain);
                var flipped = new float[768];
                PixelConversion.FromRgb8(Tiny.Pictures()[shown], 16, 16, flipped, mirror: true);
                Assert.True(actual.SequenceEqual(plain) || actual.SequenceEqual(flipped));
                Assert.Equal(shown == indices[i], actual.SequenceEqual(expected));
            }
        }

        bad.Rest();
        Assert.InRange(bad.Replaced, replaced, replaced + 4);
        Assert.Equal([3, 4, 9], bad.BadPictures);
        Assert.EndsWith($" of '{folder["b.lwset"]}' is damaged or cannot be read any more. The next one takes its place, here and wherever this happens; it is said only once.", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_whose_device_goes_away_is_an_error_and_no_crash()
    {
        using var folder = new TemporaryFolder();
        var options = Tiny.Options("modern-64");
        using var set = PackedCopy(folder["a.lwset"], options);
        using var batches = new BatchSource(set, options, CPU);
        Values(batches, 1);
        using (var file = new FileStream(folder["a.lwset"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            file.SetLength(0);
        }

        batches.Rest();
        var error = Assert.Throws<BadDataException>(() => Values(batches, 2));

        Assert.StartsWith("none of the 10 pictures can be read any more, picture ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Batches_from_a_set_allocate_nothing_for_each_picture()
    {
        using var folder = new TemporaryFolder();
        var few = Tiny.Options("modern-64", ("batch", "4"));
        var many = Tiny.Options("modern-64", ("batch", "400"));
        using var set = PackedCopy(folder["a.lwset"], few);

        long ofFew = Allocated(new BatchSource(set, few, CPU));
        long ofMany = Allocated(new BatchSource(set, many, CPU));

        Assert.InRange(ofMany - ofFew, -10_000, 10_000);
    }

    [Fact]
    public void Latents_are_those_of_the_step()
    {
        var options = Tiny.Options("modern-64");
        using var batches = new BatchSource(Tiny.Pictures(), options, CPU);
        using var other = new BatchSource(Tiny.Pictures(), options, CPU);

        float[] third = batches.Latents(3).data<float>().ToArray();
        float[] fourth = batches.Latents(4).data<float>().ToArray();

        Assert.Equal(third, other.Latents(3).data<float>().ToArray());
        Assert.NotEqual(third, fourth);
        Assert.Equal(48, third.Length);
    }

    private static float[] Values(BatchSource batches, int step)
    {
        using var pictures = batches.Pictures(step);
        return pictures.data<float>().ToArray();
    }

    private static PackedPictures PackedCopy(string path, TrainingOptions options)
    {
        using (var writer = new PackedSetWriter(path, options.Generator.Resolution, 3, []))
        {
            var pictures = Tiny.Pictures();
            for (int i = 0; i < pictures.Count; i++)
            {
                writer.Add(pictures[i], new PictureEntry($"{i}.png", new string('0', 64), -1, false));
            }

            writer.Commit();
        }

        return new PackedPictures(PackedSet.Open(path), []);
    }

    private static void Damage(string path, params int[] pictures)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        foreach (int picture in pictures)
        {
            file.Position = 4096 + (picture * 768) + 100;
            int value = file.ReadByte();
            file.Position--;
            file.WriteByte((byte)(value ^ 1));
        }
    }

    // Of all threads, for the next batch is made on another; the least of several tries, for other tests run meanwhile.
    private static long Allocated(BatchSource batches)
    {
        using (batches)
        {
            long least = long.MaxValue;
            for (int step = 1; step <= 30; step++)
            {
                long before = GC.GetTotalAllocatedBytes();
                batches.Pictures(step).Dispose();
                batches.Rest();
                least = Math.Min(least, GC.GetTotalAllocatedBytes() - before);
            }

            return least;
        }
    }

    private static bool Same(Tensor a, Tensor b) => a.equal(b).all().ToBoolean();
}
