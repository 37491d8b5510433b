using LatentWalk.Core.Randomness;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Augment;

/// <summary>
/// The changes of ADA (Karras et al. 2020, "Training Generative Adversarial Networks with Limited Data", appendix B): mirroring,
/// quarter turns, shifts, scaling and stretching, brightness, contrast, flipped luma, hue and saturation, each with the same
/// chance. Left out are turns by any angle, which are no product of one matrix for each side; sampling is bilinear.
/// What comes in from outside is the picture mirrored, as there.
/// </summary>
internal sealed class AdaptiveAugment(int side) : IAugmentation
{
    // Which change a chance is for.
    private const int Mirror = 0, Turn = 1, Shift = 2, Zoom = 3, Stretch = 4, Slide = 5, Brightness = 6, Contrast = 7, Luma = 8, Hue = 9, Saturation = 10;
    private const int Chances = 11;

    // Grey of a colour, what is left of it, and a quarter turn of that about the grey axis (times √3).
    private static readonly float[] s_colourBasis =
    [
        1 / 3f, 1 / 3f, 1 / 3f, 1 / 3f, 1 / 3f, 1 / 3f, 1 / 3f, 1 / 3f, 1 / 3f,
        2 / 3f, -1 / 3f, -1 / 3f, -1 / 3f, 2 / 3f, -1 / 3f, -1 / 3f, -1 / 3f, 2 / 3f,
        0, -1, 1, 1, 0, -1, -1, 1, 0,
    ];

    public int Columns => Chances + 16;

    public void Draw(ref CounterRandom random, Span<float> row)
    {
        for (int i = 0; i < Chances; i++)
        {
            row[i] = random.NextSingle();
        }

        var values = row[Chances..];
        values[0] = Sign(ref random);
        int quarters = random.NextInt32(4);
        values[1] = quarters % 2;
        values[2] = quarters is 1 or 2 ? -1 : 1;
        values[3] = quarters is 2 or 3 ? -1 : 1;
        values[4] = MathF.Round(((2 * random.NextSingle()) - 1) * side / 8);
        values[5] = MathF.Round(((2 * random.NextSingle()) - 1) * side / 8);
        values[6] = MathF.Pow(2, 0.2f * random.NextNormal());
        values[7] = MathF.Pow(2, 0.2f * random.NextNormal());
        values[8] = random.NextNormal() * side / 8;
        values[9] = random.NextNormal() * side / 8;
        values[10] = 0.2f * random.NextNormal();
        values[11] = MathF.Pow(2, 0.5f * random.NextNormal());
        values[12] = Sign(ref random);
        (values[14], values[13]) = MathF.SinCos(2 * MathF.PI * random.NextSingle());
        values[15] = MathF.Pow(2, random.NextNormal());
    }

    public Tensor Of(Tensor pictures, Tensor draws, Tensor probability)
    {
        using var scope = NewDisposeScope();
        var made = draws.narrow(1, 0, Chances).lt(probability).to(pictures.dtype);
        return Coloured(Moved(pictures)).MoveToOuterDisposeScope();

        // [N], neutral where the change is not made.
        Tensor Value(int index, int change, double neutral) => neutral + ((draws.select(1, Chances + index) - neutral) * made.select(1, change));

        Tensor Moved(Tensor before)
        {
            var turned = Value(1, Turn, 0).view(-1, 1, 1, 1);
            var upright = (before * (1 - turned)) + (before.transpose(2, 3) * turned);
            var zoom = Value(6, Zoom, 1);
            var stretch = Value(7, Stretch, 1);
            var horizontal = Resample.Matrix(Value(4, Shift, 0) + Value(8, Slide, 0), Value(0, Mirror, 1) * Value(2, Turn, 1) * zoom * stretch, side);
            var vertical = Resample.Matrix(Value(5, Shift, 0) + Value(9, Slide, 0), Value(3, Turn, 1) * zoom / stretch, side);
            return Resample.Of(upright, horizontal, vertical);
        }

        Tensor Coloured(Tensor before)
        {
            var contrast = Value(11, Contrast, 1);
            var colourfulness = contrast * Value(15, Saturation, 1);
            var basis = tensor(s_colourBasis, [3, 3, 3]).to(pictures.dtype).to(pictures.device);
            var matrix = (Spread(contrast * Value(12, Luma, 1)) * basis[0]) + (Spread(colourfulness * Value(13, Hue, 1)) * basis[1])
                + (Spread(colourfulness * Value(14, Hue, 0)) * (basis[2] * (1 / Math.Sqrt(3))));
            return (matrix.matmul(before.flatten(2)) + Spread(Value(10, Brightness, 0))).view(-1, 3, side, side);
        }

        static Tensor Spread(Tensor column) => column.view(-1, 1, 1);
    }

    private static float Sign(ref CounterRandom random) => random.NextInt32(2) == 0 ? -1 : 1;
}
