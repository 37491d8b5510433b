using LatentWalk.Imaging;
using LatentWalk.Tests.Display;
using LatentWalk.Viewer.Tests.Graphics;
using Xunit;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>The program as a user meets it: started by its command, driven by real keys and a real drop, judged by what its window shows.</summary>
public sealed class RealWindowTests
{
    [DisplayFact]
    public void A_key_changes_the_picture_and_a_saved_picture_dropped_on_the_window_brings_it_back()
    {
        using var folder = new TempFolder();
        using var viewer = new RunningViewer(TestGenerator.Shared, folder["out"]);
        Screenshot first = viewer.Still();
        Artifact.Write("Window-first", first.Rgba, first.Width, first.Height);

        viewer.Display.Xdotool("key", "p");
        viewer.WaitFor("the saved picture", () => Directory.Exists(folder["out"]) && Directory.GetFiles(folder["out"], "*.png").Length == 1);
        viewer.WaitFor("the message about it to go", () => viewer.Still().DifferenceTo(first) == 0);
        string saved = Directory.GetFiles(folder["out"], "*.png").Single();
        Assert.NotNull(PngFile.ReadLatent(saved));

        viewer.Display.Xdotool("key", "space");
        viewer.WaitFor("another picture", () => viewer.Still().DifferenceTo(first) > 30);
        Screenshot elsewhere = viewer.Still();
        Artifact.Write("Window-elsewhere", elsewhere.Rgba, elsewhere.Width, elsewhere.Height);

        string renamed = folder["顔 ü 100%.png"];
        File.Move(saved, renamed);
        viewer.Drop(renamed);
        viewer.WaitFor("the first picture", () => viewer.Still().DifferenceTo(elsewhere) > 30);
        viewer.WaitFor("the message about it to go", () => viewer.Still().DifferenceTo(first) <= 1);
        Screenshot back = viewer.Still();
        Artifact.Write("Window-back", back.Rgba, back.Width, back.Height);
        Assert.InRange(back.DifferenceTo(first), 0, 1);
    }
}
