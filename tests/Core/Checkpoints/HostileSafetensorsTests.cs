using System.Diagnostics;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Randomness;

namespace LatentWalk.Core.Tests.Checkpoints;

public class HostileSafetensorsTests
{
    [Fact]
    public void Every_file_that_breaks_a_rule_is_refused_with_the_file_and_the_byte()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Inside("hostile.safetensors");
        var wrong = new List<string>();
        int count = 0;
        foreach (var (what, content) in HostileFiles.All())
        {
            count++;
            File.WriteAllBytes(path, content);
            string? problem = Refusal(path, content.Length);
            if (problem is not null)
            {
                wrong.Add($"{what}: {problem}");
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(count, 400, int.MaxValue);
    }

    [Fact]
    public void Refusing_costs_little_memory_and_time_whatever_the_file_claims()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Inside("hostile.safetensors");
        foreach (var (what, content) in HostileFiles.All().Where(f => f.What.StartsWith("header length", StringComparison.Ordinal) || f.What.StartsWith("shape", StringComparison.Ordinal)))
        {
            File.WriteAllBytes(path, content);
            long before = GC.GetAllocatedBytesForCurrentThread();
            var time = Stopwatch.StartNew();
            Refusal(path, content.Length);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4_000_000, what);
            Assert.True(time.Elapsed < TimeSpan.FromSeconds(5), what);
        }
    }

    // One minute of this is a fuzz run; here it is a smoke test with a fixed seed.
    [Fact]
    public void Random_changes_of_a_good_file_are_read_or_refused_and_nothing_else()
    {
        using var stream = new MemoryStream();
        SafetensorsWriter.Write(
            stream, new Dictionary<string, string> { ["latentwalk.step"] = "200" },
            [TensorEntry.OfFloats("generator.tconv1.weight", [2, 3], [1, 2, 3, 4, 5, 6]), TensorEntry.OfInt64s("n", [], [7]), TensorEntry.OfBytes("u", [0], [])]);
        byte[] good = stream.ToArray();
        int header = good.Length - 32 - 8;
        var random = new CounterRandom(2026, 0, Purpose.Probe);
        byte[] likely = [.. "{}[]\",:0123456789.-eE\\u /"u8, 0, 0xFF];
        for (int i = 0; i < 200_000; i++)
        {
            var json = new List<byte>(good[8..(8 + header)]);
            int edits = 1 + random.NextInt32(3);
            for (int edit = 0; edit < edits; edit++)
            {
                int at = random.NextInt32(json.Count);
                byte value = random.NextInt32(4) == 0 ? (byte)random.NextUInt32() : likely[random.NextInt32(likely.Length)];
                switch (random.NextInt32(3))
                {
                    case 0:
                        json[at] = value;
                        break;
                    case 1:
                        json.Insert(at, value);
                        break;
                    default:
                        json.RemoveAt(at);
                        break;
                }
            }

            try
            {
                SafetensorsHeader parsed = SafetensorsHeader.Parse("fuzz", json.ToArray(), 8 + json.Count + 32);
                Assert.Equal(32, parsed.Tensors.Values.Sum(t => t.ByteCount));
            }
            catch (BadModelException)
            {
                // Refused, as most should be.
            }
        }
    }

    private static string? Refusal(string path, long fileBytes)
    {
        try
        {
            using SafetensorsFile file = SafetensorsFile.Open(path);
            return "was read";
        }
        catch (BadModelException error)
        {
            bool isGood = error.Message.StartsWith($"'{path}' is not a usable safetensors file: ", StringComparison.Ordinal)
                && error.Message.Contains("(at byte ", StringComparison.Ordinal)
                && !error.Message.Any(char.IsControl) && error.Message.Length < 1000
                && At(error.Message) <= fileBytes;
            return isGood ? null : $"message '{error.Message}'";
        }
    }

    private static long At(string message)
    {
        int start = message.LastIndexOf("(at byte ", StringComparison.Ordinal) + 9;
        return long.Parse(message[start..message.IndexOf(')', start)]);
    }
}
