using System.Diagnostics;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Inference;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.Bench;

/// <summary>
/// Bare ONNX Runtime against the window's way of making pictures: worker thread, conversion to pixels, upload through a
/// pixel buffer. The same session, the same process, rounds alternated, so that whatever slows the machine slows both.
/// </summary>
internal sealed class InferBench(GeneratorSession session, GeneratorSource source, PictureTexture texture, int pictures) : IDisposable
{
    private readonly PictureWorker worker = new();
    private long lastNumber;
    private readonly float[] z = Latent.FromSeed(1, session.Info.ZDim);

    public InferResult Measure(int rounds)
    {
        Bare();
        Pipeline();
        double[] bare = new double[rounds];
        double[] pipeline = new double[rounds];
        double[] latency = new double[rounds];
        for (int round = 0; round < rounds; round++)
        {
            // Who goes first alternates too: clocks and caches drift within a round.
            if (round % 2 == 0)
            {
                bare[round] = Bare();
                pipeline[round] = Pipeline();
            }
            else
            {
                pipeline[round] = Pipeline();
                bare[round] = Bare();
            }

            latency[round] = Alone();
        }

        double runMs = Median(bare) * 1000;
        double pipelineMs = Median(pipeline) * 1000;
        return new InferResult
        {
            Generator = session.Info.Path,
            Provider = session.Provider,
            Width = session.Info.Width,
            Height = session.Info.Height,
            RunMs = Math.Round(runMs, 4),
            PipelineMs = Math.Round(pipelineMs, 4),
            LatencyMs = Math.Round(Median(latency) * 1000, 4),
            Ratio = Math.Round(runMs / pipelineMs, 4),
            Rounds = rounds,
            Pictures = pictures,
        };
    }

    public void Dispose() => worker.Dispose();

    // Seconds a picture.
    private double Bare()
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < pictures; i++)
        {
            z[0] = i * 0.001f;
            session.RunRaw(z, 1);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / pictures;
    }

    // The next latent waits in the slot while the worker makes this one, as it does in a flight.
    private double Pipeline()
    {
        long start = Stopwatch.GetTimestamp();
        int asked = 0;
        int newest = -1;
        for (int uploaded = 0; uploaded < pictures;)
        {
            if (asked <= newest + 2 && !worker.Requests.IsFull)
            {
                Post(asked++);
                continue;
            }

            newest = Take();
            uploaded++;
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Drain(asked - 1, newest);
        return seconds / pictures;
    }

    // The one asked for ahead of the last upload is not counted, and must not run into the next round.
    private void Drain(int last, int newest)
    {
        while (newest < last)
        {
            newest = Take();
        }
    }

    private double Alone()
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < pictures; i++)
        {
            Post(i);
            Take();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / pictures;
    }

    private void Post(int number)
    {
        PictureRequest request = worker.Requests.Draft;
        PicturePart face = request[PictureSlot.Face];
        z[0] = number * 0.001f;
        face.SetLatents(1, z, []);
        face.Number = ++lastNumber;
        face.Version = number;
        face.Source = source;
        face.Truncation = 1;
        worker.Requests.Post();
    }

    private int Take()
    {
        if (!worker.Results(PictureSlot.Face).Take(out PictureResult result, 60_000))
        {
            throw new DeviceException($"{session.Info.Path}: no picture came for a minute; try another --provider.");
        }

        if (result.Error is not null)
        {
            throw new DeviceException(result.Error);
        }

        texture.Upload(result.Rgba);
        return (int)result.Version;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
