namespace SixLabors.ImageSharp.Formats.Gif;

/// <summary>The other way of <see cref="GifLzw"/>: indices to codes, in blocks of at most 255 bytes.</summary>
internal static class GifLzwWriter
{
    private const int MostCodes = 4096;
    private const int Slots = 16_384;

    public static void Write(Stream stream, ReadOnlySpan<byte> indices, int smallestCode)
    {
        stream.WriteByte((byte)smallestCode);
        BlockWriter blocks = new(stream);
        int clear = 1 << smallestCode;
        int next = clear + 2;
        int bits = smallestCode + 1;
        int[] keys = new int[Slots];
        ushort[] codes = new ushort[Slots];
        Array.Fill(keys, -1);
        blocks.Put(clear, bits);
        int prefix = indices[0];
        foreach (byte index in indices[1..])
        {
            int key = (prefix << 8) | index;
            int slot = (int)((uint)(key * 0x9E3779B1u) >> 18);
            while (keys[slot] != -1 && keys[slot] != key)
            {
                slot = (slot + 1) & (Slots - 1);
            }

            if (keys[slot] == key)
            {
                prefix = codes[slot];
                continue;
            }

            blocks.Put(prefix, bits);
            prefix = index;
            if (next == MostCodes)
            {
                blocks.Put(clear, bits);
                Array.Fill(keys, -1);
                (next, bits) = (clear + 2, smallestCode + 1);
                continue;
            }

            (keys[slot], codes[slot]) = (key, (ushort)next);
            bits += next == 1 << bits ? 1 : 0;
            next++;
        }

        blocks.Put(prefix, bits);
        blocks.Put(clear + 1, bits);
        blocks.End();
    }

    private sealed class BlockWriter(Stream stream)
    {
        private readonly byte[] block = new byte[256];
        private int filled;
        private uint window;
        private int held;

        public void Put(int code, int bits)
        {
            this.window |= (uint)code << this.held;
            for (this.held += bits; this.held >= 8; this.held -= 8)
            {
                this.Add((byte)this.window);
                this.window >>= 8;
            }
        }

        public void End()
        {
            if (this.held > 0)
            {
                this.Add((byte)this.window);
            }

            this.Flush();
            stream.WriteByte(0);
        }

        private void Add(byte value)
        {
            this.block[1 + this.filled++] = value;
            if (this.filled == 255)
            {
                this.Flush();
            }
        }

        private void Flush()
        {
            if (this.filled > 0)
            {
                this.block[0] = (byte)this.filled;
                stream.Write(this.block, 0, this.filled + 1);
                this.filled = 0;
            }
        }
    }
}
