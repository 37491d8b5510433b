using System.Runtime.ExceptionServices;
using LatentWalk.Core.Errors;
using LatentWalk.Data;
using LatentWalk.Imaging;
using LatentWalk.Quality;

namespace LatentWalk.Exporter.Evaluation;

/// <summary>
/// The pictures of a packed set, a folder or a zip, in an order by the seed. In the place of one that cannot be read stands the next one
/// that can, as in training.
/// </summary>
internal sealed class RealPictures : IPictureSeries
{
    private const int DefaultSize = 64;

    private readonly PackedSet? _packed;
    private readonly IPictureFiles? _files;
    private readonly IReadOnlyList<PictureFileName> _names;
    private readonly Fit _fit;
    private readonly string _path;
    private readonly int[] _order;
    private int _bad;
    private string? _firstBad;

    private RealPictures(string path, PackedSet? packed, IPictureFiles? files, IReadOnlyList<PictureFileName> names, int size, Fit fit, ulong seed)
    {
        (_path, _packed, _files, _names, Size, _fit) = (path, packed, files, names, size, fit);
        _order = PictureOrder.Of(packed?.Count ?? names.Count, seed);
    }

    public string Kind => "pictures";

    public int Count => _order.Length;

    public int Size { get; }

    /// <summary>What could not be read so far, as one sentence; null when all could.</summary>
    public string? Trouble => _bad == 0 ? null : $"{_bad} times a picture of '{_path}' could not be read, and the next one took its place. The first: {_firstBad}";

    /// <param name="size">That they are brought to; null for a set's own, and 64 for files. A set that has another one is refused.</param>
    /// <exception cref="BadDataException">No pictures there, or of another size.</exception>
    public static RealPictures Open(string path, int? size, Fit fit, ulong seed)
    {
        if (!Directory.Exists(path) && (IsPacked(path) || path.EndsWith(PackedSet.Ending, StringComparison.OrdinalIgnoreCase)))
        {
            var packed = PackedSet.Open(path);
            if (packed.Size == (size ?? packed.Size) && packed.Count > 0)
            {
                return new RealPictures(path, packed, null, [], packed.Size, fit, seed);
            }

            using (packed)
            {
                throw new BadDataException(packed.Count == 0
                    ? $"the set '{path}' is empty; expected pictures to measure against."
                    : $"the pictures in '{path}' are {packed.Size}×{packed.Size}, and those to compare are {size}×{size}. Pack them with lw prepare --size {size}, or name a folder or zip, whose pictures are resized.");
            }
        }

        var files = PictureFiles.Open(path);
        IReadOnlyList<PictureFileName> names = [.. files.Enumerate().Where(name => name.HasPictureEnding && name.Problem is null)];
        if (names.Count > 0)
        {
            return new RealPictures(path, null, files, names, size ?? DefaultSize, fit, seed);
        }

        files.Dispose();
        throw new BadDataException($"'{path}' holds no picture. Expected PNG, JPEG, WebP or GIF files there or in its subfolders.");
    }

    public static bool IsPacked(string path)
    {
        Span<byte> head = stackalloc byte[FileHead.Bytes];
        return File.Exists(path) && PackedSet.Recognises(FileHead.Read(path, head));
    }

    /// <inheritdoc/>
    public void Read(int first, int count, Span<byte> rgb)
    {
        var pictures = new byte[count][];
        try
        {
            Parallel.For(0, count, k => pictures[k] = ReadOrNext(first + k));
        }
        catch (AggregateException error) when (error.InnerExceptions.OfType<BadDataException>().FirstOrDefault() is { } unreadable)
        {
            ExceptionDispatchInfo.Throw(unreadable);
        }

        for (int k = 0; k < count; k++)
        {
            pictures[k].CopyTo(rgb[(k * pictures[k].Length)..]);
        }
    }

    public void Dispose()
    {
        _packed?.Dispose();
        _files?.Dispose();
    }

    private byte[] ReadOrNext(int place)
    {
        for (int tried = 0; tried < Count; tried++)
        {
            int index = _order[(place + tried) % Count];
            if ((_packed is null ? ReadFile(index) : ReadPacked(index)) is { } rgb)
            {
                return rgb;
            }
        }

        throw new BadDataException($"none of the {Count} pictures of '{_path}' can be read. The first: {_firstBad}");
    }

    private byte[]? ReadPacked(int index)
    {
        var rgb = _packed!.ReadRgb(index, new byte[_packed.PictureBytes]);
        return rgb.IsEmpty ? Bad($"picture {index} is damaged.") : rgb.ToArray();
    }

    private byte[]? ReadFile(int index)
    {
        try
        {
            return PictureFile.Decode(_files!.Read(_names[index], PictureLimits.FileBytes), Path.Combine(_path, _names[index].Name), Size, _fit);
        }
        catch (Exception error) when (error is BadDataException or IOException or UnauthorizedAccessException)
        {
            return Bad(error.Message);
        }
    }

    private byte[]? Bad(string reason)
    {
        Interlocked.Increment(ref _bad);
        Interlocked.CompareExchange(ref _firstBad, reason, null);
        return null;
    }
}
