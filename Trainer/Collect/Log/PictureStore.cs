using System.Security.Cryptography;
using System.Text;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Imaging;

namespace LatentWalk.Trainer.Collect.Log;

/// <summary>
/// The pictures of a collection, in one folder, each content once, under names made of their addresses that are safe on every system. A picture is on
/// the disk before its record; one that a kill left without a record is found again by its name.
/// </summary>
internal sealed class PictureStore(string folder)
{
    private const int LongestStem = 60;

    private static readonly string[] s_endings = [".png", ".jpg", ".webp", ".gif"];

    private readonly Dictionary<string, string> _byHash = new(StringComparer.Ordinal);

    /// <summary>Pictures in the folder.</summary>
    public int Count => _byHash.Count;

    /// <summary>Takes note of a record of an earlier run.</summary>
    public void See(SourceRecord record)
    {
        if (record is { Kind: SourceKind.Picture, Outcome: SourceOutcome.Kept, Sha256: { } hash, File: { } file })
        {
            _byHash[hash] = file;
        }
    }

    /// <summary>The content that an earlier run fetched and did not live to record; null when there is none.</summary>
    public byte[]? FindUnrecorded(Uri address)
    {
        string stem = StemOf(address);
        foreach (string ending in s_endings)
        {
            string path = Path.Combine(folder, stem + ending);
            if (File.Exists(path) && !_byHash.ContainsValue(stem + ending))
            {
                return File.ReadAllBytes(path);
            }
        }

        return null;
    }

    /// <summary>Looks at a body and keeps it when it is a picture that is not here yet.</summary>
    /// <param name="draft">What is known so far.</param>
    /// <returns>The whole record.</returns>
    /// <exception cref="DiskException">The disk refused; nothing half-written is left.</exception>
    public SourceRecord Keep(SourceRecord draft, Uri address, byte[] body)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(body));
        SourceRecord seen = draft with { Bytes = body.Length, Sha256 = hash };
        if (_byHash.TryGetValue(hash, out string? twin))
        {
            return seen with { Outcome = SourceOutcome.Refused, Why = Why.Duplicate, Reason = $"it is the same as {twin}.", File = twin };
        }

        if (EncodedPicture.TryCheck(body, address.AbsoluteUri, out string? problem) is not { } picture)
        {
            return seen with { Outcome = SourceOutcome.Refused, Why = Why.Content, Reason = $"{problem}." };
        }

        string name = StemOf(address) + Ending(picture.Format);
        AtomicFile.Write(Path.Combine(folder, name), stream => stream.Write(body));
        _byHash[hash] = name;
        return seen with { Outcome = SourceOutcome.Kept, File = name, Width = picture.Width, Height = picture.Height };
    }

    /// <summary>Letters of the address's last part, and a hash of all of it.</summary>
    internal static string StemOf(Uri address)
    {
        string last = Uri.UnescapeDataString(address.AbsolutePath[(address.AbsolutePath.LastIndexOf('/') + 1)..]);
        var stem = new StringBuilder();
        foreach (char letter in Path.GetFileNameWithoutExtension(last.Replace('\\', '-')))
        {
            if (stem.Length < LongestStem)
            {
                _ = char.IsAsciiLetterOrDigit(letter) ? stem.Append(char.ToLowerInvariant(letter)) : stem.Length > 0 && stem[^1] != '-' ? stem.Append('-') : stem;
            }
        }

        string words = stem.ToString().TrimEnd('-');
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)).AsSpan(0, 6));
        return words.Length == 0 ? hash : $"{words}-{hash}";
    }

    private static string Ending(string format) => format == "JPEG" ? ".jpg" : "." + format.ToLowerInvariant();
}
