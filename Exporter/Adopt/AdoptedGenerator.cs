using LatentWalk.Core.Onnx;

namespace LatentWalk.Exporter.Adopt;

/// <summary>A foreign generator with this project's account of it.</summary>
/// <param name="File">The whole new file.</param>
/// <param name="Metadata">What it says about itself.</param>
/// <param name="Notes">What was found out, for the user.</param>
internal sealed record AdoptedGenerator(byte[] File, GeneratorMetadata Metadata, IReadOnlyList<string> Notes);
