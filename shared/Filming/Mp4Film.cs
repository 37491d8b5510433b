using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Imaging;

namespace LatentWalk.Filming;

/// <summary>H.264 through ffmpeg, which reads raw pixels from its standard input. It knows no alpha: what is clear is black.</summary>
internal sealed class Mp4Film : IFilm
{
    private const int KeptLines = 5;

    private readonly string path;
    private readonly string temporary;
    private readonly Process process;
    private readonly Queue<string> said = new();
    private readonly FrameTurns<byte[]> turns;
    private readonly int rgbBytes;
    private bool finished;

    public Mp4Film(string path, int width, int height, double framesPerSecond, string ffmpeg)
    {
        this.path = path;
        temporary = FilmFiles.TemporaryBeside(path);
        rgbBytes = 3 * width * height;
        turns = new FrameTurns<byte[]>(Send);
        string rate = framesPerSecond.ToString("R", CultureInfo.InvariantCulture);
        ProcessStartInfo start = new(ffmpeg) { RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true };
        string[] arguments =
        [
            "-hide_banner", "-loglevel", "error", "-y",
            "-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", $"{width}x{height}", "-framerate", rate, "-i", "pipe:0",
            // Players want even sides and 4:2:0.
            "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-c:v", "libx264", "-crf", "14", "-pix_fmt", "yuv420p", "-movflags", "+faststart",
            "-f", "mp4", temporary,
        ];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new UsageException($"'{ffmpeg}' cannot be started: {error.Message.TrimEnd('.')}. Install ffmpeg again, or write a .webp or a folder of frames.", error);
        }

        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
    }

    public bool Has(int frame, PictureLatent? latent) => false;

    public void Add(int frame, ReadOnlySpan<byte> rgba, PictureLatent? latent)
    {
        byte[] rgb = ArrayPool<byte>.Shared.Rent(rgbBytes);
        for (int from = 0, to = 0; to < rgbBytes; from += 4, to += 3)
        {
            int alpha = rgba[from + 3];
            rgb[to] = OverBlack(rgba[from], alpha);
            rgb[to + 1] = OverBlack(rgba[from + 1], alpha);
            rgb[to + 2] = OverBlack(rgba[from + 2], alpha);
        }

        turns.Add(frame, rgb);
    }

    public void Finish()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            throw Failure();
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw Failure();
        }

        FilmFiles.OnDisk("write", path, () =>
        {
            using (FileStream written = new(temporary, FileMode.Open, FileAccess.ReadWrite))
            {
                Fsync.File(written.SafeFileHandle);
            }

            File.Move(temporary, path, overwrite: true);
            Fsync.Directory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        });
        finished = true;
    }

    public void Dispose()
    {
        if (!finished)
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit();
            }

            FilmFiles.TryDelete(temporary);
        }

        process.Dispose();
    }

    private static byte OverBlack(byte level, int alpha) => alpha == 255 ? level : (byte)(((level * alpha) + 127) / 255);

    private void Send(byte[] rgb)
    {
        try
        {
            process.StandardInput.BaseStream.Write(rgb, 0, rgbBytes);
        }
        catch (IOException)
        {
            throw Failure();    // it has ended; its own words say why
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rgb);
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (said)
            {
                said.Enqueue(line.Trim());
                while (said.Count > KeptLines)
                {
                    said.Dequeue();
                }
            }
        }
    }

    private DiskException Failure()
    {
        process.WaitForExit();
        lock (said)
        {
            string words = said.Count == 0 ? $"it ended with code {process.ExitCode}" : string.Join("; ", said);
            return new DiskException($"ffmpeg could not write '{path}': {words.Replace(temporary, path, StringComparison.Ordinal).TrimEnd('.')}. Check the disk and that this ffmpeg has libx264, or write a .webp or a folder of frames.");
        }
    }
}
