using LatentWalk.Inference;

namespace LatentWalk.Exporter.Card;

/// <summary>How a generator is used from Python, whole and ready to run beside the file.</summary>
internal static class CardSnippet
{
    public static string Python(string file, GeneratorInfo info)
    {
        bool bytes = info.Metadata?.Range == Core.Onnx.PixelRange.Levels;
        string classes = info.Classes == 0 ? "" : $"\nc = np.eye({info.Classes}, dtype=np.float32)[np.arange(4) % {info.Classes}]           # one class each";
        string inputs = info.Classes == 0 ? """{"z": z}""" : """{"z": z, "c": c}""";
        string shape = bytes ? $"[4, {info.Height}, {info.Width}, 4], RGBA" : $"[4, {info.Channels}, {info.Height}, {info.Width}] in [-1, 1]";
        string pixels = bytes ? "image" : "((image.transpose(0, 2, 3, 1) + 1) * 127.5).round().clip(0, 255).astype(np.uint8)";
        string picture = !bytes && info.Channels == 1 ? "pixels[0, :, :, 0]" : "pixels[0]";
        return $$"""
            import numpy as np
            import onnxruntime as ort
            from PIL import Image

            session = ort.InferenceSession({{Quoted(file)}}, providers=["CPUExecutionProvider"])
            z = np.random.default_rng(1).standard_normal((4, {{info.ZDim}}), dtype=np.float32){{classes}}
            image = session.run(["image"], {{inputs}})[0]   # {{shape}}
            pixels = {{pixels}}
            Image.fromarray({{picture}}).save("picture.png")
            """;
    }

    // Python's strings take JSON's escapes.
    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text, CardJson.Default.String);
}
