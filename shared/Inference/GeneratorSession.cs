using System.Numerics.Tensors;
using System.Security.Cryptography;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Inference;

/// <summary>A generator file, opened: latents in, pictures out. One thread at a time; whoever opened it disposes it.</summary>
public sealed class GeneratorSession : IDisposable
{
    private const int RandomDirections = 16;

    private readonly GeneratorRunner _runner;
    private readonly ImageForm _form;
    private readonly Func<GeneratorRunner>? _openOnCpu;

    private GeneratorSession(
        GeneratorRunner runner, ImageForm form, GeneratorInfo info, IReadOnlyList<ProviderAttempt> attempts, Func<GeneratorRunner>? openOnCpu)
    {
        (_runner, _form, Info, Attempts) = (runner, form, info, attempts);
        Provider = attempts.Last(attempt => attempt.Accepted).Name;
        _openOnCpu = openOnCpu;
    }

    public GeneratorInfo Info { get; }

    /// <summary>DirectML, CUDA, CoreML or CPU.</summary>
    public string Provider { get; }

    /// <summary>Whether the pictures are bytes; floats otherwise.</summary>
    public bool MakesBytes => _form.IsBytes;

    /// <summary>What the numbers of a picture mean: said by the file or found out by running it.</summary>
    public PixelRange Range => _form.Range switch
    {
        null => PixelRange.Levels,
        Core.Pixels.ValueRange.Unit => PixelRange.Unit,
        _ => PixelRange.SignedUnit,
    };

    /// <summary>What was tried, in order, and why each was refused or taken.</summary>
    public IReadOnlyList<ProviderAttempt> Attempts { get; }

    /// <summary>The most pictures that one run of the model makes; <see cref="Run(ReadOnlySpan{float}, int, Span{byte})"/> splits more.</summary>
    public int BatchSize => _runner.BatchSize;

    /// <summary>Whether there is a CPU to go on upon when the provider fails: false when it is the CPU.</summary>
    public bool CanFallBack => _openOnCpu is not null;

    /// <summary>The same generator on the CPU, from memory: the file may be gone. For a provider that failed after it was accepted.</summary>
    /// <returns>A session of its own; this one still has to be disposed.</returns>
    public GeneratorSession OpenOnCpu() => _openOnCpu is null
        ? throw new InvalidOperationException($"{Info.Path} runs on the CPU already.")
        : new GeneratorSession(
            _openOnCpu(), _form, Info,
            [.. Attempts.Select(attempt => attempt with { Accepted = false }), new ProviderAttempt(ExecutionProvider.Cpu.Name, true, $"after {Provider} failed")], null);

    /// <summary>Opens this project's generators and those of others, recognising their conventions.</summary>
    /// <exception cref="BadModelException">Damaged, hostile, or not a generator; says what it has and what was expected.</exception>
    /// <exception cref="DeviceException">A provider was asked for by name and is not to be had.</exception>
    public static GeneratorSession Open(string path, InferenceSettings? settings = null)
    {
        var (bytes, summary) = OnnxGuard.Read(path);
        return Open(bytes, summary, path, settings ?? new InferenceSettings());
    }

    /// <summary>Opens a generator that is in memory, as <see cref="Open(string, InferenceSettings?)"/> does a file.</summary>
    /// <param name="bytes">A whole file.</param>
    /// <param name="path">For names and messages.</param>
    /// <param name="settings">Null for the defaults.</param>
    public static GeneratorSession Open(byte[] bytes, string path, InferenceSettings? settings = null) =>
        Open(bytes, OnnxGuard.Check(bytes, path), path, settings ?? new InferenceSettings());

    /// <summary>Generates and converts.</summary>
    /// <param name="z">float32 [count, zdim].</param>
    /// <param name="count">At least 1.</param>
    /// <param name="rgba">uint8 [count, H, W, 4], filled.</param>
    public void Run(ReadOnlySpan<float> z, int count, Span<byte> rgba) => Run(z, [], count, rgba);

    /// <inheritdoc cref="Run(ReadOnlySpan{float}, int, Span{byte})"/>
    /// <param name="c">float32 [count, classes]; empty for the first class.</param>
    public void Run(ReadOnlySpan<float> z, ReadOnlySpan<float> c, int count, Span<byte> rgba)
    {
        RequireLength(z.Length, count * Info.ZDim, nameof(z));
        RequireLength(rgba.Length, count * _form.Width * _form.Height * 4, nameof(rgba));
        if (c.Length > 0)
        {
            RequireLength(c.Length, count * Info.Classes, nameof(c));
        }

        int pictureBytes = _form.Width * _form.Height * 4;
        for (int done = 0; done < count;)
        {
            int batch = Math.Min(count - done, _runner.BatchSize);
            var binding = _runner.Run(Rows(z, done, batch, Info.ZDim), c.Length > 0 ? Rows(c, done, batch, Info.Classes) : [], batch);
            RequireFinite(binding, batch);
            for (int i = 0; i < batch; i++, done++)
            {
                Convert(binding, _form, i, rgba.Slice(done * pictureBytes, pictureBytes));
            }
        }
    }

    /// <summary>Runs the model alone, without making pixels: what <see cref="Run(ReadOnlySpan{float}, int, Span{byte})"/> is measured against.</summary>
    public void RunRaw(ReadOnlySpan<float> z, int count)
    {
        RequireLength(z.Length, count * Info.ZDim, nameof(z));
        for (int done = 0; done < count;)
        {
            int batch = Math.Min(count - done, _runner.BatchSize);
            _runner.Run(Rows(z, done, batch, Info.ZDim), [], batch);
            done += batch;
        }
    }

    /// <summary>The model's own output for comparisons, before any conversion.</summary>
    /// <param name="z">float32 [count, zdim].</param>
    /// <param name="count">At least 1.</param>
    /// <param name="values">float32 [count, ...], in the file's own layout and range.</param>
    public void RunFloats(ReadOnlySpan<float> z, int count, Span<float> values) => RunFloats(z, [], count, values);

    /// <inheritdoc cref="RunFloats(ReadOnlySpan{float}, int, Span{float})"/>
    /// <param name="c">float32 [count, classes]; empty for the first class.</param>
    public void RunFloats(ReadOnlySpan<float> z, ReadOnlySpan<float> c, int count, Span<float> values)
    {
        if (_form.IsBytes)
        {
            throw new BadModelException($"{Info.Path} makes bytes, expected a file with float pictures; export it with --pixels float.");
        }

        RequireLength(z.Length, count * Info.ZDim, nameof(z));
        RequireLength(values.Length, count * _form.Values, nameof(values));
        if (c.Length > 0)
        {
            RequireLength(c.Length, count * Info.Classes, nameof(c));
        }

        for (int done = 0; done < count;)
        {
            int batch = Math.Min(count - done, _runner.BatchSize);
            var binding = _runner.Run(Rows(z, done, batch, Info.ZDim), c.Length > 0 ? Rows(c, done, batch, Info.Classes) : [], batch);
            binding.Floats[..(batch * _form.Values)].CopyTo(values[(done * _form.Values)..]);
            done += batch;
        }
    }

    public void Dispose() => _runner.Dispose();

    internal static void Convert(BatchBinding binding, ImageForm form, int picture, Span<byte> rgba)
    {
        if (form.IsBytes)
        {
            form.ToRgba8(binding.Bytes.Slice(picture * form.Values, form.Values), rgba);
        }
        else
        {
            form.ToRgba8(binding.Floats.Slice(picture * form.Values, form.Values), rgba);
        }
    }

    private static GeneratorSession Open(byte[] bytes, OnnxSummary summary, string path, InferenceSettings settings)
    {
        var metadata = GeneratorMetadata.FromEntries(summary.Metadata, path);
        settings = settings with { UnpackWeights = summary.Operators.ContainsKey("DequantizeLinear") && !summary.Operators.ContainsKey("QuantizeLinear") };
        var attempts = new List<ProviderAttempt>();
        var (runner, signature, form, fixedBatch) = ProviderSelection.Choose(bytes, summary, metadata, path, settings, attempts);
        var info = Describe(bytes, path, signature, form, fixedBatch, metadata);
        if (metadata is not null && metadata.ZDim != info.ZDim)
        {
            runner.Dispose();
            throw new BadModelException($"{path}: metadata says the latent has {metadata.ZDim} components, the model takes {info.ZDim}; export it again.");
        }

        // The model stays in memory where it may have to be loaded again.
        Func<GeneratorRunner>? openOnCpu = attempts[^1].Name == ExecutionProvider.Cpu.Name
            ? null
            : () => new GeneratorRunner(
                ExecutionProvider.Cpu.TryOpen(bytes, path, settings, out _)!, signature, form, fixedBatch, hasOwnMemory: false, path);
        return new GeneratorSession(runner, form, info, attempts, openOnCpu);
    }

    private static GeneratorInfo Describe(byte[] bytes, string path, GeneratorSignature signature, ImageForm form, int? fixedBatch, GeneratorMetadata? metadata)
    {
        bool ownDirections = metadata?.Directions.Count > 0;
        string latent = signature.LatentRank == 2 ? $"[n, {signature.ZDim}]" : $"[n, {signature.ZDim}, 1, 1]";
        return new GeneratorInfo
        {
            Name = Path.GetFileNameWithoutExtension(path),
            Path = path,
            Sha256 = System.Convert.ToHexStringLower(SHA256.HashData(bytes)),
            ZDim = signature.ZDim,
            Classes = signature.Classes,
            Width = form.Width,
            Height = form.Height,
            Channels = form.Channels,
            MaxBatch = fixedBatch,
            Step = metadata?.Step,
            Preset = metadata?.Preset,
            Truncation = metadata?.Truncation ?? 1,
            SheetSeeds = metadata?.SheetSeeds ?? [],
            Directions = ownDirections ? metadata!.Directions : DirectionBasis.Random(0, signature.ZDim, Math.Min(RandomDirections, signature.ZDim)),
            HasOwnDirections = ownDirections,
            Metadata = metadata,
            Ports = new GeneratorPorts(signature.LatentName, signature.LatentRank, signature.ConditionName, signature.ImageName, form.Order, form.Range),
            Convention = $"{signature.LatentName} {latent} -> {signature.ImageName} {form}",
        };
    }

    // A sum is finite exactly when all of some thousand moderate numbers are. Bytes cannot show it: they are checked at load only.
    private void RequireFinite(BatchBinding binding, int count)
    {
        if (!_form.IsBytes && !float.IsFinite(TensorPrimitives.Sum(binding.Floats[..(count * _form.Values)])))
        {
            throw new DeviceException(
                $"{Info.Path}: {Provider} made a picture with NaN or infinity in it, expected numbers in {_form.Range switch { Core.Pixels.ValueRange.Unit => "[0, 1]", _ => "[-1, 1]" }}"
                + (CanFallBack ? "." : "; its weights are damaged or its training diverged."));
        }
    }

    private static ReadOnlySpan<float> Rows(ReadOnlySpan<float> values, int first, int count, int width) => values.Slice(first * width, count * width);

    private static void RequireLength(int length, int expected, string name)
    {
        if (length != expected || expected == 0)
        {
            throw new ArgumentException($"{name} has {length} elements, expected {expected} (more than 0).", name);
        }
    }
}
