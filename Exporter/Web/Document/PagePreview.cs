namespace LatentWalk.Exporter.Web.Document;

/// <summary>The picture that is there before the generator is.</summary>
/// <param name="File">Its name.</param>
/// <param name="Seed">Whose picture it is, in digits: JavaScript's numbers do not hold every seed.</param>
internal sealed record PagePreview(string File, string Seed);
