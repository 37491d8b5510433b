using System.Runtime.InteropServices;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Pixels;
using LatentWalk.Inference.Features;
using LatentWalk.Quality;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Training;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Runs;

/// <summary>
/// Measures the generator on the ticks of <see cref="QualityOptions"/>, as <c>lw eval</c> does with fewer pictures. Changes nothing in
/// the state and draws no number of the run's. What is worked out about the real pictures is kept from the first tick on.
/// </summary>
internal sealed class QualityMeter : IDisposable
{
    private readonly IPictureSet _set;
    private readonly QualityOptions _options;
    private readonly QualitySettings _settings;
    private readonly int _pictures;
    private FeatureSession? _network;
    private QualityReference? _reference;

    /// <param name="set">Not disposed here.</param>
    /// <exception cref="BadModelException">The options name a feature network that cannot be used.</exception>
    public QualityMeter(IPictureSet set, TrainingOptions options)
    {
        (_set, _options) = (set, options.Quality);

        // Not the run's seed: values of two runs on the same pictures are to compare.
        _settings = QualitySettings.Quick with { Threads = Math.Max(1, options.Machine.Threads) };
        _pictures = Math.Min(set.Count, _options.Pictures);
        if (_options.Every > 0 && _options.Features.Length > 0)
        {
            _network = FeatureSession.Open(_options.Features, threads: _settings.Threads);
        }
    }

    /// <summary>Null between its ticks, and where there are too few pictures to compare with.</summary>
    public QualityValues? At(TrainingState state)
    {
        if (!_options.At(state.Step) || _pictures < PictureSampler.FewestPictures)
        {
            return null;
        }

        _network ??= FeatureSession.BuiltIn(_set.Size, _settings.Threads);
        _reference ??= new QualityReference(Real(), _settings);
        return _reference.Measure(Generated(state));
    }

    public void Dispose() => _network?.Dispose();

    private PictureSample Real()
    {
        var order = PictureOrder.Of(_set.Count, _settings.Seed);
        var buffer = new byte[4 * _set.Size * _set.Size];
        return Sample(_pictures, (first, count, rgb) =>
        {
            for (int k = 0; k < count; k++)
            {
                ReadOrNext(order, first + k, buffer).CopyTo(rgb[(k * PictureBytes)..]);
            }
        });
    }

    private PictureSample Generated(TrainingState state) => Sample(_options.Samples, (first, count, rgb) =>
    {
        using var scope = NewDisposeScope();
        var latents = SampleSheetWriter.Latents([.. Enumerable.Range(first, count).Select(seed => (ulong)seed)], state.Options.Generator);

        // A sync point: the pictures come from the device.
        var images = SampleSheetWriter.Draw(state.Best, latents, state.Device);
        var values = MemoryMarshal.Cast<byte, float>(images.bytes);
        for (int k = 0; k < count; k++)
        {
            PixelConversion.ToRgb8(values.Slice(k * PictureBytes, PictureBytes), _set.Size, _set.Size, rgb.Slice(k * PictureBytes, PictureBytes));
        }
    });

    private int PictureBytes => 3 * _set.Size * _set.Size;

    private PictureSample Sample(int count, FillPictures fill) => PictureSampler.Take(_set.Size, count, _network!, _settings, fill);

    private ReadOnlySpan<byte> ReadOrNext(int[] order, int place, byte[] buffer)
    {
        for (int tried = 0; tried < order.Length; tried++)
        {
            var picture = _set.Read(order[(place + tried) % order.Length], buffer);
            if (!picture.IsEmpty)
            {
                return picture;
            }
        }

        throw new BadDataException($"none of the {order.Length} pictures can be read any more. Check the disk they are on, then continue with --resume.");
    }
}
