using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Options;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Augment;

/// <summary>
/// DiffAugment (Zhao et al. 2020, section 3.2): colour, a shift by up to an eighth of the side, and a blank square of half the side.
/// Where the paper fills what a shift uncovers with zeros, here the edge is repeated: what the generator learns of shifts is then no frame.
/// </summary>
internal sealed class DiffAugment(AugmentOptions options, int side) : IAugmentation
{
    private readonly int _reach = (int)Math.Round(side * options.Translation);
    private readonly int _square = (int)Math.Round(side * options.Cutout);

    public int Columns => 10;

    public void Draw(ref CounterRandom random, Span<float> row)
    {
        // Chances of colour, shift and square; brightness, saturation, contrast; shift; corner of the square.
        for (int i = 0; i < 6; i++)
        {
            row[i] = random.NextSingle();
        }

        row[3] -= 0.5f;
        row[4] *= 2;
        row[5] += 0.5f;
        row[6] = random.NextInt32((2 * _reach) + 1) - _reach;
        row[7] = random.NextInt32((2 * _reach) + 1) - _reach;
        row[8] = random.NextInt32(side) - (_square / 2);
        row[9] = random.NextInt32(side) - (_square / 2);
    }

    public Tensor Of(Tensor pictures, Tensor draws, Tensor probability)
    {
        using var scope = NewDisposeScope();
        var made = draws.narrow(1, 0, 3).lt(probability).to(pictures.dtype);
        var seen = pictures;
        if (options.Colour)
        {
            var colour = made.narrow(1, 0, 1);
            seen = Coloured(seen, draws.narrow(1, 3, 1) * colour, 1 + ((draws.narrow(1, 4, 1) - 1) * colour), 1 + ((draws.narrow(1, 5, 1) - 1) * colour));
        }

        if (_reach > 0)
        {
            var shift = draws.narrow(1, 6, 2) * made.narrow(1, 1, 1);
            seen = Resample.Of(seen, Resample.Shift(shift.select(1, 0), side), Resample.Shift(shift.select(1, 1), side));
        }

        if (_square > 0)
        {
            var inside = Within(draws.select(1, 9)).unsqueeze(2) * Within(draws.select(1, 8)).unsqueeze(1);
            seen = seen * (1 - (inside * made.narrow(1, 2, 1).unsqueeze(2))).unsqueeze(1);
        }

        return seen.MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Brightness b is added, then a pixel's distance from its grey is multiplied by the saturation s, then every value's
    /// distance from the picture's mean by the contrast c: cs·x + c(1 − s)·grey + (1 − c)·mean + b.
    /// </summary>
    private static Tensor Coloured(Tensor pictures, Tensor brightness, Tensor saturation, Tensor contrast)
    {
        var grey = pictures.mean([1], keepdim: true);
        var mean = grey.mean([2, 3], keepdim: true);
        return (pictures * Spread(contrast * saturation)) + (grey * Spread(contrast * (1 - saturation))) + ((mean * Spread(1 - contrast)) + Spread(brightness));

        static Tensor Spread(Tensor column) => column.view(-1, 1, 1, 1);
    }

    /// <summary>[N] first pixels → [N, side], 1 where the square is.</summary>
    private Tensor Within(Tensor first)
    {
        var distance = arange(side, dtype: first.dtype, device: first.device) - first.unsqueeze(1);
        return distance.ge(0).to(first.dtype) * distance.lt(_square).to(first.dtype);
    }
}
