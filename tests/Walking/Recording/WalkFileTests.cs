using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Walking.Tests.Recording;

public sealed class WalkFileTests : IDisposable
{
    private static readonly Lazy<string> Json = new(() => WalkFile.Serialize(RecordedWalk.Play(8, [])));

    private readonly string folder = Directory.CreateTempSubdirectory("lw-walk-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_gives_back_the_same_text()
    {
        string path = Path.Combine(folder, "a.walk.json");
        WalkFile.Save(path, RecordedWalk.Play(8, []));
        Assert.Equal(Json.Value, File.ReadAllText(path));
        Assert.Equal(Json.Value, WalkFile.Serialize(WalkFile.Load(path).Recording!));
    }

    [Fact]
    public void A_file_from_before_classes_changed_on_the_way_keeps_its_class()
    {
        JsonNode document = JsonNode.Parse(WalkFile.Serialize(RecordedWalk.Play(8, [], simulation => simulation.Do(WalkAction.Press(Command.Random)))))!;
        JsonObject recording = document["recording"]!.AsObject();
        Assert.True(recording.Remove("anyClass"));
        Assert.True(recording["journey"]!.AsObject().Remove("fromClasses") && recording["journey"]!.AsObject().Remove("toClasses"));
        string path = Path.Combine(folder, "old.walk.json");
        File.WriteAllText(path, document.ToJsonString());

        WalkSnapshot start = WalkFile.Load(path).Recording!.Start;

        Assert.False(start.AnyClass);
        Assert.All([start.Journey!.ClassesFrom, start.Journey.ClassesTo], classes => Assert.Same(start.Classes, classes));
    }

    [Theory]
    [InlineData("version", "2", "version 2 where 1 was expected")]
    [InlineData("kind", "\"film\"", "kind is 'film'; expected 'recording' or 'journey'")]
    [InlineData("surprise", "1", "unknown key 'surprise' in $")]
    [InlineData("recording", "null", "missing key 'recording' in $")]
    [InlineData("generator.model", "\"abc\"", "generator.model is not a SHA-256 of 64 hexadecimal digits")]
    [InlineData("recording.steps", "-1", "recording.steps is -1; expected 0 to 10368000")]
    [InlineData("recording.stepsPerSecond", "60", "recording.stepsPerSecond is 60; expected 120")]
    [InlineData("recording.model.zDim", "99", "recording.model.directions[0].vector has 100 numbers; expected 99")]
    [InlineData("recording.model.zDim", "2000000000", "recording.model.zDim is 2000000000; expected 1 to 65536")]
    [InlineData("recording.axes", "[0,1,6]", "recording.axes[2] is 6; expected 0 to 5")]
    [InlineData("recording.place", "9999", "recording.place is 9999; expected 0 to")]
    [InlineData("recording.places.0", "{}", "recording.places[0] has neither 'seed' nor 'z'")]
    [InlineData("recording.pace", "1e30", "recording.pace is 1E+30; expected -100 to 100")]
    [InlineData("recording.events.0.do", "\"fly\"", "recording.events[0].do is 'fly'; expected one of steer, press")]
    [InlineData("recording.events.0.step", "100000", "recording.events[0].step is 100000; expected 0 to")]
    [InlineData("recording.events.0.text", "\"x\"", "has no 'text'")]
    [InlineData("recording.headings", "[]", "the length of recording.headings is 0; expected 3 to 3")]
    public void What_is_wrong_is_said_with_the_key_and_what_was_expected(string key, string value, string expected)
    {
        JsonNode document = JsonNode.Parse(Json.Value)!;
        Put(document, key, JsonNode.Parse(value));
        string said = Refused(document.ToJsonString());
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.StartsWith("'x.walk.json' is not a walk of this program: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_and_repeated_keys_are_named()
    {
        JsonNode document = JsonNode.Parse(Json.Value)!;
        document["recording"]!.AsObject().Remove("draws");
        Assert.Contains("missing key 'draws' in $.recording", Refused(document.ToJsonString()), StringComparison.Ordinal);
        Assert.Contains("'version'", Refused(Json.Value.Replace("{\"version\":1,", "{\"version\":1,\"version\":1,", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_file_that_asks_for_much_memory_is_refused()
    {
        JsonNode document = JsonNode.Parse(Json.Value)!;
        JsonObject recording = document["recording"]!.AsObject();
        recording["model"] = JsonNode.Parse("""{"zDim":65536,"truncation":1,"firstSeed":0,"directions":[]}""");
        recording["places"] = new JsonArray([.. Enumerable.Range(0, 2000).Select(seed => JsonNode.Parse($$"""{"seed":{{seed}}}"""))]);
        Assert.Contains("the length of recording.places is 2000; expected 0 to 512", Refused(document.ToJsonString()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_or_cannot_be_written_is_said_in_words()
    {
        Assert.Contains("there is no walk", Assert.Throws<BadDataException>(() => WalkFile.Load(Path.Combine(folder, "no.walk.json"))).Message, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "file"), "");
        Assert.Throws<DiskException>(() => WalkFile.Save(Path.Combine(folder, "file", "x.walk.json"), RecordedWalk.Play(8, [])));
        Assert.Throws<BadDataException>(() => WalkFile.Load(folder));
    }

    [Fact]
    public void A_write_that_ends_halfway_leaves_the_file_before_it()
    {
        string path = Path.Combine(folder, "a.walk.json");
        WalkFile.Save(path, RecordedWalk.Play(8, []));
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException("killed");
        }));
        Assert.Equal(Json.Value, WalkFile.Serialize(WalkFile.Load(path).Recording!));
    }

    [Fact]
    public void Thousands_of_damaged_files_are_refused_in_words_or_play()
    {
        byte[] whole = Encoding.UTF8.GetBytes(WalkFile.Serialize(Small()));
        Random random = new(1);
        int refused = 0;
        for (int round = 0; round < 3000; round++)
        {
            byte[] damaged = [.. whole];
            for (int hit = random.Next(1, 4); hit > 0; hit--)
            {
                damaged = Damage(damaged, random);
            }

            try
            {
                WalkReplay replay = new(WalkFile.Parse(Encoding.UTF8.GetString(damaged), "x.walk.json").Recording!, 60);
                replay.At(Math.Min(30, replay.FrameCount - 1));
                Assert.All(replay.Simulation.State.Latent(), value => Assert.True(float.IsFinite(value)));
            }
            catch (BadDataException error)
            {
                refused++;
                Assert.Contains("x.walk.json", error.Message, StringComparison.Ordinal);
            }
        }

        Assert.InRange(refused, 1500, 2999);
    }

    private static WalkRecording Small()
    {
        WalkRecording recording = RecordedWalk.Play(8, []);
        WalkModel model = recording.Start.Model with { Directions = [recording.Start.Model.Directions[0]], Gains = [] };
        WalkEvent[] events = [.. recording.Events.ToArray().Where(item => item.Action.Kind is not (WalkActionKind.SetMode or WalkActionKind.Press)).Take(20)];
        return recording with { Start = recording.Start with { Model = model, Axes = AxisTriple.First, History = null, Future = null }, Events = events };
    }

    private static byte[] Damage(byte[] json, Random random)
    {
        int at = random.Next(json.Length);
        switch (random.Next(5))
        {
            case 0:
                json[at] = (byte)random.Next(256);
                return json;
            case 1:
                return json[..at];
            case 2:
                int length = random.Next(1, 30);
                return [.. json[..at], .. json[Math.Min(json.Length, at + length)..]];
            case 3:
                return [.. json[..at], .. json[random.Next(at)..at], .. json[at..]];
            default:
                // A number in place of a number: what a hand that edits the file does.
                int digit = Array.FindIndex(json, at, item => item is >= (byte)'0' and <= (byte)'9');
                string[] numbers = ["-1", "1e999", "2147483648", "0.5", "null", "true", "18446744073709551616", "-1e-30", "1e6"];
                return digit < 0 ? json : [.. json[..digit], .. Encoding.ASCII.GetBytes(numbers[random.Next(numbers.Length)]), .. json[(digit + 1)..]];
        }
    }

    private static string Refused(string json) => Assert.Throws<BadDataException>(() => WalkFile.Parse(json, "x.walk.json")).Message;

    private static void Put(JsonNode document, string key, JsonNode? value)
    {
        string[] parts = key.Split('.');
        JsonNode node = document;
        foreach (string part in parts[..^1])
        {
            node = node is JsonArray array ? array[int.Parse(part, CultureInfo.InvariantCulture)]! : node[part]!;
        }

        if (node is JsonArray list)
        {
            list[int.Parse(parts[^1], CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            node[parts[^1]] = value;
        }
    }
}
