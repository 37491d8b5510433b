namespace LatentWalk.Exporter.Web.Document;

/// <summary>ONNX Runtime Web.</summary>
/// <param name="Version">Of the package.</param>
/// <param name="Bytes">Of each file in runtime/.</param>
internal sealed record PageRuntime(string Version, IReadOnlyDictionary<string, long> Bytes);
