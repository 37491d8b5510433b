using LatentWalk.Core.Onnx;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Card;

/// <summary>What a card is about.</summary>
/// <param name="File">The generator file's name, without a folder.</param>
/// <param name="Bytes">Of the file.</param>
/// <param name="Info">As it was opened.</param>
/// <param name="Run">What its run says; null where the checkpoint lay by itself.</param>
/// <param name="Sheet">The picture's name, without a folder.</param>
/// <param name="Seeds">What the picture shows.</param>
internal sealed record CardSubject(string File, long Bytes, GeneratorInfo Info, RunRecord? Run, string Sheet, string Seeds)
{
    public GeneratorMetadata Metadata => Info.Metadata!;
}
