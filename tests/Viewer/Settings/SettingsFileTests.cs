using LatentWalk.Core.Errors;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Settings;

namespace LatentWalk.Viewer.Tests.Settings;

public sealed class SettingsFileTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void Without_a_file_the_usual_settings_are_used_and_nothing_is_said()
    {
        SettingsFile file = SettingsFile.Load(temp["none/settings.json"]);
        Assert.Equal(ViewerSettings.Default, file.Current);
        Assert.Null(file.Problem);
    }

    [Fact]
    public void What_is_saved_is_read_again_and_folders_are_made()
    {
        ViewerSettings settings = ViewerSettings.Default with
        {
            Filter = PictureFilter.Crt, TextSize = 1.5, ReducedMotion = true, Monitor = 2, Keys = new() { ["Save"] = ["F12", "P"] }, Buttons = new() { ["Save"] = ["X"] },
        };
        string path = temp["deep/down/settings.json"];
        SettingsFile.Load(path).Save(settings);
        SettingsFile again = SettingsFile.Load(path);
        Assert.Null(again.Problem);
        Assert.Equal(settings, again.Current);
        Assert.NotEqual(ViewerSettings.Default, again.Current);
        Assert.Equal(["F12", "P"], again.Current.Keys["Save"]);
    }

    [Theory]
    [InlineData("\"textSize\": 1", "\"textSise\": 1", "unknown key 'textSise' in $")]
    [InlineData("  \"vsync\": true,\n", "", "missing key 'vsync' in $")]
    [InlineData("\"vsync\": true,", "\"vsync\": true, \"vsync\": false,", "'vsync'")]
    [InlineData("\"textSize\": 1", "\"textSize\": 9", "textSize is 9; expected 0.5 to 3")]
    [InlineData("\"version\": 1", "\"version\": 2", "version is 2; this program reads version 1")]
    [InlineData("\"filter\": \"Bicubic\"", "\"filter\": \"Blurry\"", "$.filter")]
    [InlineData("\"keys\": {}", "\"keys\": { \"Save\": [\"W\"], \"Keep\": [\"W\"] }", "'W' is given to both Keep and Save in keys")]
    [InlineData("{\n", "{,\n", "the JSON is not valid")]
    public void A_broken_file_is_named_in_words_left_as_it_is_and_never_written_over(string from, string to, string words)
    {
        string path = temp["settings.json"];
        string good = SettingsFile.Write(ViewerSettings.Default).ReplaceLineEndings("\n");
        string bad = good.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(good, bad);
        File.WriteAllText(path, bad);
        SettingsFile file = SettingsFile.Load(path);
        Assert.Equal(ViewerSettings.Default, file.Current);
        Assert.Contains(words, file.Problem, StringComparison.Ordinal);
        Assert.Contains(path, file.Problem, StringComparison.Ordinal);
        Assert.Contains("put it right, or delete it", file.Problem, StringComparison.Ordinal);
        DiskException refused = Assert.Throws<DiskException>(() => file.Save(ViewerSettings.Default));
        Assert.Contains("used but not kept", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bad, File.ReadAllText(path));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        File.WriteAllText(temp["settings"], "a file where the folder should be");
        DiskException refused = Assert.Throws<DiskException>(() => SettingsFile.Load(temp["settings/settings.json"]).Save(ViewerSettings.Default));
        Assert.Contains(temp["settings"], refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_usual_place_is_in_the_application_data() =>
        Assert.EndsWith(Path.Combine("LatentWalk", "settings.json"), SettingsFile.DefaultPath, StringComparison.Ordinal);
}
