using System.Security.Cryptography;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Pixels;
using LatentWalk.Quality;
using Microsoft.ML.OnnxRuntime;

namespace LatentWalk.Inference.Features;

/// <summary>A feature network in ONNX Runtime, on the CPU: pictures in, features out. One thread at a time; whoever opened it disposes it.</summary>
public sealed class FeatureSession : IFeatureNetwork, IDisposable
{
    // Pictures of one run: fixed, for a picture may depend on its company in the last bit.
    private const int LargestBatch = 32;
    private const int LargestBatchValues = 8 << 20;

    private static readonly float[] s_imageNetMeans = [0.485f, 0.456f, 0.406f];
    private static readonly float[] s_imageNetDeviations = [0.229f, 0.224f, 0.225f];

    private readonly InferenceSession _session;
    private readonly FeatureForm _form;
    private readonly string _path;
    private readonly int _batch;
    private readonly float[] _scales;
    private readonly float[] _offsets;
    private readonly ParallelOptions _threads;
    private readonly RunOptions _options = new();
    private PictureScaler? _scaler;
    private int _scaledFrom;

    private FeatureSession(InferenceSession session, FeatureForm form, FeatureRange range, string name, string path, int threads)
    {
        (_session, _form, _path, Name) = (session, form, path, name);
        _batch = form.FixedBatch ?? Math.Clamp(LargestBatchValues / (3 * form.Side * form.Side), 1, LargestBatch);
        (_scales, _offsets) = Affine(form.IsBytes ? FeatureRange.Levels : range);
        _threads = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : PhysicalCores.Count };
    }

    public string Name { get; }

    public int Length => _form.Length;

    /// <summary>Of the pictures that the network sees, in pixels.</summary>
    public int Side => _form.Side;

    /// <summary>The built-in network; see <see cref="EmbeddingGraph"/>.</summary>
    /// <param name="size">Side of the pictures to come.</param>
    /// <param name="threads">0 for the physical cores.</param>
    public static FeatureSession BuiltIn(int size, int threads = 0)
    {
        int side = EmbeddingGraph.SideFor(size);
        return Open(EmbeddingGraph.Write(side), $"random {EmbeddingGraph.Features} at {side}", "the built-in feature network", null, FeatureRange.Centred, threads);
    }

    /// <param name="path">An .onnx file with square pictures of a fixed size as its input.</param>
    /// <param name="output">Which output to take; null for the first that is a vector.</param>
    /// <param name="range">What the numbers of its input mean; not asked where it takes bytes.</param>
    /// <param name="threads">0 for the physical cores.</param>
    /// <exception cref="BadModelException">Damaged, hostile, or no feature network.</exception>
    public static FeatureSession Open(string path, string? output = null, FeatureRange range = FeatureRange.Centred, int threads = 0)
    {
        var (bytes, _) = OnnxGuard.Read(path);
        string name = $"{Path.GetFileName(path)} {Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]} {(output is null ? "" : output + " ")}{range.ToString().ToLowerInvariant()}";
        return Open(bytes, name, path, output, range, threads);
    }

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<byte> rgb, int count, int size, Span<float> features)
    {
        int bytes = 3 * size * size;
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgb.Length, count * bytes);
        ArgumentOutOfRangeException.ThrowIfNotEqual(features.Length, count * Length);
        for (int done = 0; done < count; done += _batch)
        {
            int part = Math.Min(_batch, count - done);
            Run(rgb.Slice(done * bytes, part * bytes).ToArray(), part, size, features.Slice(done * Length, part * Length));
        }
    }

    public void Dispose()
    {
        _options.Dispose();
        _session.Dispose();
    }

    private static FeatureSession Open(byte[] bytes, string name, string path, string? output, FeatureRange range, int threads)
    {
        var form = FeatureForm.Find(OnnxGuard.Check(bytes, path), path, output);
        var settings = new InferenceSettings { Provider = ProviderChoice.Cpu, Threads = threads, BusyWait = false };
        return new FeatureSession(ExecutionProvider.Cpu.TryOpen(bytes, path, settings, out _)!, form, range, name, path, threads);
    }

    // Of levels of 255, for each channel.
    private static (float[] Scales, float[] Offsets) Affine(FeatureRange range) => range switch
    {
        FeatureRange.Centred => ([1 / 127.5f, 1 / 127.5f, 1 / 127.5f], [-1, -1, -1]),
        FeatureRange.Unit => ([1 / 255f, 1 / 255f, 1 / 255f], [0, 0, 0]),
        FeatureRange.Levels => ([1, 1, 1], [0, 0, 0]),
        _ => ([.. s_imageNetDeviations.Select(deviation => 1 / (255 * deviation))], [.. s_imageNetMeans.Zip(s_imageNetDeviations, (mean, deviation) => -mean / deviation)]),
    };

    private void Run(byte[] rgb, int count, int size, Span<float> features)
    {
        int batch = _form.FixedBatch ?? count;
        var values = new float[batch * 3 * _form.Side * _form.Side];
        var scaler = ScalerFrom(size);
        Parallel.For(0, count, _threads, k => Place(scaler, rgb.AsSpan(k * 3 * size * size, 3 * size * size), values.AsSpan(k * 3 * _form.Side * _form.Side, 3 * _form.Side * _form.Side)));
        byte[]? levels = _form.IsBytes ? [.. values.Select(value => (byte)Math.Clamp(MathF.Round(value), 0, 255))] : null;
        using var input = levels is null
            ? OrtValue.CreateTensorValueFromMemory(values, _form.Shape(batch))
            : OrtValue.CreateTensorValueFromMemory(levels, _form.Shape(batch));
        try
        {
            using var outputs = _session.Run(_options, [_form.Input], [input], [_form.Output]);
            var made = outputs[0].GetTensorDataAsSpan<float>();
            if (made.Length != batch * Length)
            {
                throw new BadModelException($"{_path} made {made.Length} features of {batch} pictures, expected {Length} of each; export it with a free batch.");
            }

            made[..features.Length].CopyTo(features);
        }
        catch (OnnxRuntimeException error)
        {
            throw new BadModelException($"{_path}: ONNX Runtime failed on {batch} pictures of {_form.Side}×{_form.Side}: {SessionFactory.FirstLine(error.Message)}. Export it with a free batch.", error);
        }

        foreach (float value in features)
        {
            if (!float.IsFinite(value))
            {
                throw new BadModelException($"{_path} made {value} of a picture, expected finite features; is --features-range the one that it was trained with?");
            }
        }
    }

    private void Place(PictureScaler scaler, ReadOnlySpan<byte> rgb, Span<float> values)
    {
        int pixels = _form.Side * _form.Side;
        var levels = new float[3 * pixels];
        scaler.Scale(rgb, levels);
        for (int at = 0; at < pixels; at++)
        {
            for (int c = 0; c < 3; c++)
            {
                values[_form.Order == ChannelOrder.Planar ? (c * pixels) + at : (3 * at) + c] = (levels[(3 * at) + c] * _scales[c]) + _offsets[c];
            }
        }
    }

    private PictureScaler ScalerFrom(int size)
    {
        if (_scaler is null || _scaledFrom != size)
        {
            (_scaler, _scaledFrom) = (new PictureScaler(size, _form.Side), size);
        }

        return _scaler;
    }
}
