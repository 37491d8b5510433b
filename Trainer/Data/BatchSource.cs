using System.Runtime.InteropServices;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Pixels;
using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Data;

/// <summary>
/// The real and the latent half of each step, both functions of (seed, step). While a step is trained, the pictures of the
/// next one are prepared on a background thread. Owns two tensors of pictures and one of latents and fills them anew: what
/// <see cref="Pictures"/> and <see cref="Latents"/> return is valid until the next call.
/// </summary>
internal sealed class BatchSource : IDisposable
{
    private readonly IPictureSet _set;
    private readonly ulong _seed;
    private readonly bool _mirror;
    private readonly Device _device;
    private readonly Action<string>? _warn;
    private readonly DataOrder _order;
    private readonly int[] _indices;
    private readonly byte[] _picture;
    private readonly SortedSet<int> _bad = [];
    private readonly Tensor[] _pictures;
    private readonly Tensor _latents;
    private readonly int _zdim;
    private readonly int _classCount;
    private readonly long[][] _realClasses;
    private readonly long[] _askedClasses;
    private int _front;
    private Task? _ahead;
    private long _aheadStep;

    /// <param name="set">Not disposed here.</param>
    /// <param name="warn">Told once, from any thread, when a picture has gone bad.</param>
    public BatchSource(IPictureSet set, TrainingOptions options, Device device, Action<string>? warn = null)
    {
        _set = set;
        _seed = options.Seed;
        _mirror = options.Data.Mirror;
        _device = device;
        _warn = warn;
        _order = new DataOrder(_seed, _set.Count);
        _indices = new int[options.Batch];
        _picture = new byte[_set.Size * _set.Size * 4];
        _pictures = [NewBatch(options.Batch), NewBatch(options.Batch)];
        _zdim = options.Generator.ZDim;
        _classCount = options.Generator.Classes;
        _latents = empty(options.Batch, options.Generator.Inputs, dtype: float32).DetachFromDisposeScope();
        _realClasses = [new long[options.Batch], new long[options.Batch]];
        _askedClasses = new long[options.Batch];
    }

    /// <summary>Where the pictures come from.</summary>
    public IPictureSet Set => _set;

    /// <summary>Pictures that went bad since the start, in order. Read it when no batch is being prepared: after <see cref="Rest"/>.</summary>
    public IReadOnlyCollection<int> BadPictures => _bad;

    /// <summary>How many times a bad picture was due and another one took its place.</summary>
    public long Replaced { get; private set; }

    /// <summary>
    /// [N, 3, size, size] float32 in [-1, 1] on the device, of step 1 and on. In the place of a picture that has gone bad
    /// stands the next good one of the set.
    /// </summary>
    /// <exception cref="BadDataException">Not one picture of the set can be read any more.</exception>
    public Tensor Pictures(long step)
    {
        if (_ahead is not null && _aheadStep == step)
        {
            _ahead.GetAwaiter().GetResult();
        }
        else
        {
            Rest();
            Fill(step, 1 - _front);
        }

        _front = 1 - _front;
        int back = 1 - _front;
        _aheadStep = step + 1;
        _ahead = Task.Run(() => Fill(step + 1, back));
        return _pictures[_front].to(_device);
    }

    /// <summary>
    /// [N, zdim + classes] float32 on the device, of step 1 and on: z from N(0, 1), and the class asked for as a 1 among
    /// zeros. Classes are asked for as often as the pictures show them.
    /// </summary>
    public Tensor Latents(long step)
    {
        var random = new CounterRandom(_seed, (ulong)step, Purpose.Latent);
        var values = MemoryMarshal.Cast<byte, float>(_latents.bytes);
        if (_classCount == 0)
        {
            random.FillNormal(values);
            return _latents.to(_device);
        }

        values.Clear();
        var pick = new CounterRandom(_seed, (ulong)step, Purpose.Class);
        for (int i = 0; i < _askedClasses.Length; i++)
        {
            var row = values.Slice(i * (_zdim + _classCount), _zdim + _classCount);
            random.FillNormal(row[.._zdim]);
            _askedClasses[i] = _set.ClassOf(pick.NextInt32(_set.Count));
            row[_zdim + (int)_askedClasses[i]] = 1;
        }

        return _latents.to(_device);
    }

    /// <summary>What <see cref="Pictures"/> showed and <see cref="Latents"/> asked for last; null without classes.</summary>
    public BatchClasses? Classes() => _classCount == 0
        ? null
        : new BatchClasses(tensor(_realClasses[_front]).to(_device), tensor(_askedClasses).to(_device));

    /// <summary>Pictures, latents and classes of a step, valid until the next are asked for.</summary>
    public StepBatch Of(long step) => new(Pictures(step), Latents(step), Classes());

    /// <summary>Waits until no batch is being prepared.</summary>
    public void Rest()
    {
        if (_ahead is not null)
        {
            // Its failure belongs to a step that nobody asked for.
            Task.WaitAny(_ahead);
            _ahead = null;
        }
    }

    public void Dispose()
    {
        Rest();
        _pictures[0].Dispose();
        _pictures[1].Dispose();
        _latents.Dispose();
    }

    private Tensor NewBatch(int count) => empty(count, 3, _set.Size, _set.Size, dtype: float32).DetachFromDisposeScope();

    private void Fill(long step, int side)
    {
        _order.Fill((step - 1) * _indices.Length, _indices);
        var coin = new CounterRandom(_seed, (ulong)step, Purpose.Mirror);
        var values = MemoryMarshal.Cast<byte, float>(_pictures[side].bytes);
        int pictureFloats = values.Length / _indices.Length;
        for (int i = 0; i < _indices.Length; i++)
        {
            bool mirror = _mirror && (coin.NextUInt32() & 1) == 1;
            PixelConversion.FromRgb8(ReadOrNext(_indices[i], out int shown), _set.Size, _set.Size, values.Slice(i * pictureFloats, pictureFloats), mirror);
            _realClasses[side][i] = _set.ClassOf(shown);
        }
    }

    private ReadOnlySpan<byte> ReadOrNext(int index, out int shown)
    {
        for (int tried = 0; tried < _set.Count; tried++)
        {
            int at = (int)(((long)index + tried) % _set.Count);
            var picture = _set.Read(at, _picture);
            if (!picture.IsEmpty)
            {
                Replaced += tried > 0 ? 1 : 0;
                shown = at;
                return picture;
            }

            if (_bad.Add(at) && _bad.Count == 1)
            {
                _warn?.Invoke($"{_set.NameOf(at)} is damaged or cannot be read any more. The next one takes its place, here and wherever this happens; it is said only once.");
            }
        }

        throw new BadDataException($"none of the {_set.Count} pictures can be read any more, {_set.NameOf(index)} and all the others. Check the disk they are on, then continue with --resume.");
    }
}
