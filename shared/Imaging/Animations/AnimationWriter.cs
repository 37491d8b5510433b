using LatentWalk.Core.Files;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.PixelFormats;

namespace LatentWalk.Imaging.Animations;

/// <summary>
/// An animation that plays for ever, written as its frames come: ImageSharp makes a still picture of each, whose data goes into
/// the animation's own frame. So memory holds one frame and not the film. Until <see cref="Finish"/> there is only a
/// temporary file; disposed before that, nothing is left. Frames that repeat become one that stays longer.
/// </summary>
public abstract class AnimationWriter : IDisposable
{
    // Lets a picture that stands still for hours fit the 16 bits that formats have for a frame's time.
    private const int MostSecondsOfFrame = 60;

    private readonly AtomicOutput _file;
    private readonly FrameClock _clock;
    private readonly int _mostFrames;
    private byte[]? _pending;
    private int _pendingFirst;
    private int _count;

    private protected AnimationWriter(string path, AnimationSettings settings, int ticksPerSecond)
    {
        if (settings.Validate() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join("; ", problems), nameof(settings));
        }

        Settings = settings;
        _clock = new FrameClock(settings.FramesPerSecond, ticksPerSecond);
        _mostFrames = Math.Max(1, (int)(MostSecondsOfFrame * settings.FramesPerSecond));
        _file = new AtomicOutput(path);
    }

    /// <summary>Frames that the file has: fewer than came where some repeat.</summary>
    public int Written { get; private set; }

    private protected AnimationSettings Settings { get; }

    private protected Stream Stream => _file.Stream;

    /// <param name="path">The file; what was there before is replaced at the end.</param>
    public static AnimationWriter Create(AnimationFormat format, string path, AnimationSettings settings) => format switch
    {
        AnimationFormat.Apng => new ApngWriter(path, settings),
        AnimationFormat.Gif => new GifWriter(path, settings),
        _ => new WebpWriter(path, settings),
    };

    /// <summary>One frame's data: the part of the work that takes long. Any thread, any order.</summary>
    /// <param name="rgba">uint8 [height, width, 4], straight alpha.</param>
    public byte[] Encode(ReadOnlySpan<byte> rgba)
    {
        RgbaPicture.RequireLength(rgba, Settings.Width, Settings.Height, nameof(rgba));
        return EncodeFrame(rgba);
    }

    /// <summary>The next frame. One thread at a time.</summary>
    /// <param name="encoded">Of <see cref="Encode"/>.</param>
    /// <exception cref="Core.Errors.DiskException">The disk refused.</exception>
    public void Append(byte[] encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        if (_pending is not null && (_count - _pendingFirst >= _mostFrames || !_pending.AsSpan().SequenceEqual(encoded)))
        {
            Flush();
        }

        if (_pending is null)
        {
            (_pending, _pendingFirst) = (encoded, _count);
        }

        _count++;
    }

    /// <summary>All frames have come: the file is whole and on the disk.</summary>
    public void Finish()
    {
        if (_count == 0)
        {
            throw new InvalidOperationException("an animation without frames cannot be finished.");
        }

        Flush();
        _file.Guard(() => End(Written));
        _file.Commit();
    }

    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract byte[] EncodeFrame(ReadOnlySpan<byte> rgba);

    /// <summary>What comes before the frames; counts and lengths may be put right in <see cref="End"/>.</summary>
    private protected abstract void Begin();

    private protected abstract void Write(int index, byte[] encoded, long ticks);

    private protected abstract void End(int frames);

    private protected byte[] Still(ReadOnlySpan<byte> rgba, IImageEncoder encoder)
    {
        using Image<Rgba32> image = Image.LoadPixelData<Rgba32>(ImageLibrary.Configuration, rgba, Settings.Width, Settings.Height);
        using MemoryStream encoded = new();
        image.Save(encoded, encoder);
        return encoded.ToArray();
    }

    private void Flush()
    {
        byte[] encoded = _pending!;
        long ticks = _clock.Ticks(_pendingFirst, _count);
        _file.Guard(() =>
        {
            if (Written == 0)
            {
                Begin();
            }

            Write(Written, encoded, ticks);
        });
        Written++;
        _pending = null;
    }
}
