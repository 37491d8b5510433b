using System.Runtime.InteropServices;
using LatentWalk.Core.Networks;
using LatentWalk.Exporter.Tests.Node;
using LatentWalk.Imaging;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Card;

/// <summary>A card's Python runs as it stands, and draws what the file draws here.</summary>
public sealed class CardSnippetTests : TempFolder
{
    [NodeFact]
    public void The_Python_of_a_float_file_runs() => Run(SmallGenerator.Spec, "my faces.onnx");

    [NodeFact]
    public void The_Python_of_a_file_with_classes_runs() => Run(SmallGenerator.Spec with { Classes = 3 }, "g.onnx", "--precision", "fp16");

    [NodeFact]
    public void The_Python_of_an_rgba8_file_runs() => Run(SmallGenerator.Spec with { Classes = 2 }, "g.onnx", "--pixels", "rgba8");

    [NodeFact]
    public void The_Python_of_a_grey_file_runs() => Run(SmallGenerator.Spec with { Channels = 1 }, "g.onnx");

    private void Run(GeneratorSpec spec, string name, params string[] variant)
    {
        if (!Python.Has("numpy") || !Python.Has("PIL"))
        {
            Assert.Fail("python3 has no numpy or no PIL (Debian: apt-get install python3-numpy python3-pil)");
        }

        var export = ExporterRun.Of(["export", TestCheckpoint.WriteRun(At("run"), spec), "-o", At(name), "--card", .. variant]);
        Assert.True(export.Code == 0, export.Output);
        string card = File.ReadAllText(Path.ChangeExtension(At(name), ".md"));
        File.WriteAllText(At("card.py"), card.Split("```python\n")[1].Split("```")[0]);

        // A Python with an onnxruntime of its own uses that.
        Python.Run(
            """
            import os, sys
            os.chdir(sys.argv[1])
            sys.path.append(sys.argv[2])
            exec(open("card.py").read())
            z.tofile("z")
            if "c" in globals():
                c.tofile("c")
            """, At("."), Path.Combine(NodeProgram.Folder!, "..", "Card"));

        float[] z = Floats("z"), c = spec.Classes > 0 ? Floats("c") : [];
        Assert.Equal((4 * spec.ZDim, 4 * spec.Classes), (z.Length, c.Length));
        using var session = Sessions.Open(At(name));
        var expected = new byte[4 * spec.Resolution * spec.Resolution * 4];
        session.Run(z, c, 4, expected);
        var (picture, width, height) = PngFile.Read(At("picture.png"));
        Assert.Equal((spec.Resolution, spec.Resolution), (width, height));
        int worst = picture.Zip(expected).Max(pair => Math.Abs(pair.First - pair.Second));
        Assert.True(worst <= 1, $"the picture of the card's Python is {worst} levels off");
    }

    private float[] Floats(string name) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(At(name))).ToArray();
}
