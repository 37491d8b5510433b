using System.Text.Json;
using LatentWalk.Trainer.Tests.Prepare;

namespace LatentWalk.Trainer.Tests.Verbs;

public sealed class PrepareVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PrepareVerbTests()
    {
        MessyFolder.Write(_folder["in"], 4);
        File.WriteAllText(_folder["in/page.jpg"], "<html>");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_prints_one_JSON_object_and_talks_on_standard_error()
    {
        using TrainerProcess process = TrainerProcess.Run("prepare", _folder["in"], "-o", _folder["a.lwset"], "--size", "32", "--mirror", "--skip", "photo,blur", "--json");
        Assert.True(process.ExitCode == 0, process.Error);
        using JsonDocument summary = JsonDocument.Parse(process.Output);
        JsonElement root = summary.RootElement;
        Assert.Equal((8, 4, 1), (root.GetProperty("count").GetInt32(), root.GetProperty("kept").GetInt32(), root.GetProperty("refused").GetProperty("decode").GetInt32()));
        Assert.Equal(["blur", "photo"], root.GetProperty("skipped").EnumerateArray().Select(step => step.GetString()));
        Assert.Contains("8 pictures of 32×32", process.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Exit_codes_tell_bad_data_from_bad_usage()
    {
        using TrainerProcess nothing = TrainerProcess.Run("prepare", _folder["in"], "-o", _folder["a.lwset"], "--min-side", "1000");
        Assert.True(nothing.ExitCode == 3, nothing.Error);
        using TrainerProcess absent = TrainerProcess.Run("prepare", _folder["no"], "-o", _folder["a.lwset"]);
        Assert.True(absent.ExitCode == 3, absent.Error);
        using TrainerProcess usage = TrainerProcess.Run("prepare", _folder["in"], "-o", _folder["a.lwset"], "--skip", "decode");
        Assert.True(usage.ExitCode == 2, usage.Error);
        Assert.Contains("there is no step of that name that can be left out", usage.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["a.lwset"]));
    }

    [Fact]
    public void Doctor_says_what_a_folder_is_like_and_writes_nothing()
    {
        using TrainerProcess process = TrainerProcess.Run("doctor", _folder["in"]);
        Assert.True(process.ExitCode == 0, process.Error);
        Assert.Contains("Would be kept         4 of 5", process.Output, StringComparison.Ordinal);
        Assert.Contains("Left out: decode      1; first page.jpg", process.Output, StringComparison.Ordinal);
        Assert.Equal([_folder["in"]], Directory.GetFileSystemEntries(_folder.Path));
    }
}
