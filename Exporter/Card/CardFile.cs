using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Exporter.Card;

/// <summary>
/// A card on the disk. Its last line holds a fingerprint of the lines above, so that a card which somebody has gone on writing is
/// known from one that is only to be brought up to date.
/// </summary>
internal static partial class CardFile
{
    public static string PathOf(string generator) => Path.ChangeExtension(generator, ".md");

    public static string SheetOf(string generator) => Path.ChangeExtension(generator, ".png");

    /// <param name="generator">The file that is to get a card.</param>
    /// <exception cref="UsageException">There is a card that was not written by this program, or was changed since; or a picture without one.</exception>
    public static void RequireReplaceable(string generator)
    {
        string path = PathOf(generator), sheet = SheetOf(generator);
        string text;
        try
        {
            text = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("read", path, error);
        }

        var mark = Mark().Match(text);
        bool ours = mark.Success && mark.Groups[1].Value == Fingerprint(text[..mark.Index]);
        if (Directory.Exists(sheet) || (text.Length == 0 && File.Exists(sheet)))
        {
            throw new UsageException($"'{sheet}' is there already, and no card that it belongs to; --card would replace it. Move it away, or export without --card.");
        }

        if (Directory.Exists(path) || (text.Length > 0 && !ours))
        {
            throw new UsageException($"'{path}' is there already, and is not as --card left it: somebody wrote in it. Move it away, or export without --card.");
        }
    }

    public static void Write(string path, string text) =>
        AtomicFile.WriteText(path, $"{text}\n<!-- Written by lw export --card; it replaces this file as long as nobody changes it. {Fingerprint(text + "\n")} -->\n");

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    [GeneratedRegex(@"<!-- Written by lw export --card; [^\n]* ([0-9a-f]{16}) -->\n\z")]
    private static partial Regex Mark();
}
