namespace LatentWalk.Core.Onnx;

/// <summary>The names at a generator file's boundary.</summary>
public static class OnnxNames
{
    public const string Latent = "z";
    public const string Condition = "c";
    public const string Image = "image";
    public const string Batch = "batch";

    public const string ProducerName = "Latent Walk";
    public const string Author = "model_author";
    public const string License = "model_license";
}
