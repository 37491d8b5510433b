using System.Runtime.InteropServices;
using LatentWalk.Core.Pixels;
using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Options;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Data;

/// <summary>
/// The real and the latent half of each step, both functions of (seed, step). Owns one tensor for each half and fills it
/// anew: what <see cref="Pictures"/> and <see cref="Latents"/> return is valid until the next call.
/// </summary>
internal sealed class BatchSource : IDisposable
{
    private readonly PictureSet _set;
    private readonly ulong _seed;
    private readonly bool _mirror;
    private readonly Device _device;
    private readonly DataOrder _order;
    private readonly int[] _indices;
    private readonly byte[] _mirrored;
    private readonly Tensor _pictures;
    private readonly Tensor _latents;

    public BatchSource(PictureSet set, TrainingOptions options, Device device)
    {
        _set = set;
        _seed = options.Seed;
        _mirror = options.Data.Mirror;
        _device = device;
        _order = new DataOrder(_seed, _set.Count);
        _indices = new int[options.Batch];
        _mirrored = new byte[_set.Size * _set.Size * 3];
        _pictures = empty(options.Batch, 3, _set.Size, _set.Size, dtype: float32).DetachFromDisposeScope();
        _latents = empty(options.Batch, options.Generator.ZDim, dtype: float32).DetachFromDisposeScope();
    }

    /// <summary>[N, 3, size, size] float32 in [-1, 1] on the device, of step 1 and on.</summary>
    public Tensor Pictures(long step)
    {
        _order.Fill((step - 1) * _indices.Length, _indices);
        var coin = new CounterRandom(_seed, (ulong)step, Purpose.Mirror);
        var values = MemoryMarshal.Cast<byte, float>(_pictures.bytes);
        int pictureFloats = _mirrored.Length;
        for (int i = 0; i < _indices.Length; i++)
        {
            var picture = _set[_indices[i]];
            if (_mirror && (coin.NextUInt32() & 1) == 1)
            {
                MirrorRows(picture, _set.Size, _mirrored);
                picture = _mirrored;
            }

            PixelConversion.FromRgb8(picture, _set.Size, _set.Size, values.Slice(i * pictureFloats, pictureFloats));
        }

        return _pictures.to(_device);
    }

    /// <summary>[N, zdim] float32 from N(0, 1) on the device, of step 1 and on.</summary>
    public Tensor Latents(long step)
    {
        var random = new CounterRandom(_seed, (ulong)step, Purpose.Latent);
        random.FillNormal(MemoryMarshal.Cast<byte, float>(_latents.bytes));
        return _latents.to(_device);
    }

    public void Dispose()
    {
        _pictures.Dispose();
        _latents.Dispose();
    }

    private static void MirrorRows(ReadOnlySpan<byte> source, int size, Span<byte> destination)
    {
        var from = MemoryMarshal.Cast<byte, Rgb>(source);
        var to = MemoryMarshal.Cast<byte, Rgb>(destination);
        for (int y = 0; y < size; y++)
        {
            from.Slice(y * size, size).CopyTo(to[(y * size)..]);
            to.Slice(y * size, size).Reverse();
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Rgb(byte R, byte G, byte B);
}
