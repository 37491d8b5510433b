using System.IO.Compression;
using System.Text;
using SixLabors.ImageSharp.Formats.Png.Chunks;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>tEXt, zTXt and iTXt. A chunk that cannot be read is left out, as all of them are ancillary.</summary>
internal static class PngText
{
    private const int LongestInflated = 8 * 1024 * 1024;
    private const int LongestKeyword = 79;

    public static void ReadText(ReadOnlySpan<byte> data, IList<PngTextData> texts)
    {
        if (TryCut(ref data, out ReadOnlySpan<byte> keyword) && TryKeyword(keyword, out string name))
        {
            texts.Add(new PngTextData(name, Encoding.Latin1.GetString(data), string.Empty, string.Empty));
        }
    }

    public static void ReadCompressedText(ReadOnlySpan<byte> data, IList<PngTextData> texts)
    {
        if (TryCut(ref data, out ReadOnlySpan<byte> keyword) && TryKeyword(keyword, out string name)
            && data.Length > 1 && data[0] == 0 && Inflate(data[1..]) is { } text)
        {
            texts.Add(new PngTextData(name, Encoding.Latin1.GetString(text), string.Empty, string.Empty));
        }
    }

    public static void ReadInternationalText(ReadOnlySpan<byte> data, IList<PngTextData> texts)
    {
        if (!TryCut(ref data, out ReadOnlySpan<byte> keyword) || !TryKeyword(keyword, out string name) || data.Length < 2)
        {
            return;
        }

        (byte compressed, byte method) = (data[0], data[1]);
        data = data[2..];
        if (compressed > 1 || method != 0 || !TryCut(ref data, out ReadOnlySpan<byte> language) || !TryCut(ref data, out ReadOnlySpan<byte> translated))
        {
            return;
        }

        byte[]? text = compressed == 1 ? Inflate(data) : data.ToArray();
        if (text is not null)
        {
            texts.Add(new PngTextData(
                name, Encoding.UTF8.GetString(text), Encoding.ASCII.GetString(language), Encoding.UTF8.GetString(translated)));
        }
    }

    /// <summary>The chunk that the real encoder would choose for <paramref name="text"/>.</summary>
    public static (string Type, byte[] Data) Write(PngTextData text, int compressAbove)
    {
        using MemoryStream data = new();
        data.Write(Encoding.Latin1.GetBytes(text.Keyword));
        data.WriteByte(0);
        bool compressed = text.Value.Length > compressAbove;
        bool international = text.Value.Any(letter => letter > byte.MaxValue)
            || !string.IsNullOrWhiteSpace(text.LanguageTag) || !string.IsNullOrWhiteSpace(text.TranslatedKeyword);
        if (international)
        {
            data.Write([compressed ? (byte)1 : (byte)0, 0]);
            data.Write(Encoding.ASCII.GetBytes(text.LanguageTag ?? string.Empty));
            data.WriteByte(0);
            data.Write(Encoding.UTF8.GetBytes(text.TranslatedKeyword ?? string.Empty));
            data.WriteByte(0);
        }
        else if (compressed)
        {
            data.WriteByte(0);
        }

        byte[] value = (international ? Encoding.UTF8 : Encoding.Latin1).GetBytes(text.Value);
        data.Write(compressed ? Deflate(value) : value);
        return (international ? "iTXt" : compressed ? "zTXt" : "tEXt", data.ToArray());
    }

    private static bool TryCut(ref ReadOnlySpan<byte> data, out ReadOnlySpan<byte> head)
    {
        int zero = data.IndexOf((byte)0);
        head = zero < 0 ? default : data[..zero];
        data = zero < 0 ? data : data[(zero + 1)..];
        return zero >= 0;
    }

    private static bool TryKeyword(ReadOnlySpan<byte> bytes, out string keyword)
    {
        keyword = Encoding.Latin1.GetString(bytes);
        return bytes.Length is > 0 and <= LongestKeyword && keyword.Trim() == keyword;
    }

    private static byte[] Deflate(byte[] value)
    {
        using MemoryStream result = new();
        using (ZLibStream stream = new(result, CompressionLevel.Optimal))
        {
            stream.Write(value);
        }

        return result.ToArray();
    }

    private static byte[]? Inflate(ReadOnlySpan<byte> data)
    {
        try
        {
            using ZLibStream stream = new(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
            using MemoryStream result = new();
            byte[] buffer = new byte[16 * 1024];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                if (result.Length + read > LongestInflated)
                {
                    return null;
                }

                result.Write(buffer, 0, read);
            }

            return result.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
