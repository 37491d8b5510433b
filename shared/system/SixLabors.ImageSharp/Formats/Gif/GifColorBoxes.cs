using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Gif;

/// <summary>Colours by halving boxes of colour space at their mean, along the channel that varies most.</summary>
internal static class GifColorBoxes
{
    private const int Bits = 5;

    public static Rgba32[] Split(Rgba32[] pixels, int most)
    {
        Cell[] cells = Gather(pixels);
        List<Box> boxes = [Box.Of(cells, 0, cells.Length)];
        while (boxes.Count < most)
        {
            int worst = 0;
            for (int i = 1; i < boxes.Count; i++)
            {
                worst = boxes[i].Strays > boxes[worst].Strays ? i : worst;
            }

            Box box = boxes[worst];
            if (box.Strays <= 0 || box.End - box.First < 2)
            {
                break;
            }

            // Cells at and below the mean to the front; both halves have some, for the channel varies.
            int channel = box.Channel;
            Array.Sort(cells, box.First, box.End - box.First, Comparer<Cell>.Create((a, b) => a.Mean(channel).CompareTo(b.Mean(channel)) is var order and not 0 ? order : a.Index.CompareTo(b.Index)));
            int middle = box.First + 1;
            while (middle < box.End - 1 && cells[middle].Mean(channel) <= box.Mean(channel))
            {
                middle++;
            }

            boxes[worst] = Box.Of(cells, box.First, middle);
            boxes.Add(Box.Of(cells, middle, box.End));
        }

        return [.. boxes.Select(box => new Rgba32(Level(box.Mean(0)), Level(box.Mean(1)), Level(box.Mean(2))))];
    }

    private static byte Level(double mean) => (byte)Math.Clamp(mean + 0.5, 0, 255);

    private static Cell[] Gather(Rgba32[] pixels)
    {
        Cell[] cells = new Cell[1 << (3 * Bits)];
        foreach (Rgba32 pixel in pixels)
        {
            if (pixel.A > 0)
            {
                int index = ((pixel.R >> (8 - Bits)) << (2 * Bits)) | ((pixel.G >> (8 - Bits)) << Bits) | (pixel.B >> (8 - Bits));
                cells[index].Add(index, pixel);
            }
        }

        return Array.FindAll(cells, cell => cell.Count > 0);
    }

    private struct Cell
    {
        private long red;
        private long green;
        private long blue;

        public int Index { get; private set; }

        public long Count { get; private set; }

        public void Add(int index, Rgba32 pixel)
        {
            this.Index = index;
            this.Count++;
            this.red += pixel.R;
            this.green += pixel.G;
            this.blue += pixel.B;
        }

        public readonly double Mean(int channel) => (double)(channel switch { 0 => this.red, 1 => this.green, _ => this.blue }) / this.Count;
    }

    private sealed record Box(int First, int End, int Channel, double Strays, double Red, double Green, double Blue)
    {
        public double Mean(int channel) => channel switch { 0 => this.Red, 1 => this.Green, _ => this.Blue };

        public static Box Of(Cell[] cells, int first, int end)
        {
            double[] mean = new double[3];
            double[] strays = new double[3];
            double count = 0;
            for (int i = first; i < end; i++)
            {
                count += cells[i].Count;
                for (int c = 0; c < 3; c++)
                {
                    mean[c] += cells[i].Mean(c) * cells[i].Count;
                }
            }

            for (int c = 0; c < 3; c++)
            {
                mean[c] /= count;
                for (int i = first; i < end; i++)
                {
                    double off = cells[i].Mean(c) - mean[c];
                    strays[c] += off * off * cells[i].Count;
                }
            }

            int channel = strays[0] >= strays[1] && strays[0] >= strays[2] ? 0 : strays[1] >= strays[2] ? 1 : 2;
            return new Box(first, end, channel, strays[channel], mean[0], mean[1], mean[2]);
        }
    }
}
