using LatentWalk.Trainer.Painting.Faces;
using LatentWalk.Trainer.Painting.Mecha;

namespace LatentWalk.Trainer.Painting;

/// <summary>One sort of picture that can be painted.</summary>
/// <param name="Name">As --kind has it.</param>
/// <param name="One">What the files' names begin with.</param>
/// <param name="UsualSize">Side in pixels.</param>
/// <param name="Attributes">What the labels tell of each; the first is its class.</param>
/// <param name="Paint">Paints number i of a seed, a function of the two: uint8 RGBA, [side, side, 4], alpha 255.</param>
internal sealed record PaintedKind(string Name, string One, int UsualSize, IReadOnlyList<PaintedAttribute> Attributes, PaintedKind.Painter Paint)
{
    /// <param name="values">Takes the value of each attribute.</param>
    internal delegate byte[] Painter(ulong seed, long index, Canvas canvas, Span<byte> values);

    internal static PaintedKind Faces { get; } = new("faces", "face", 64, FaceLabels.Attributes, (seed, index, canvas, values) =>
    {
        FaceTraits traits = Painting.Faces.TraitDraw.Draw(seed, index);
        FaceLabels.Write(traits, values);
        return FacePainter.Paint(traits, canvas);
    });

    internal static PaintedKind Mecha { get; } = new("mecha", "mecha", 128, MechaLabels.Attributes, (seed, index, canvas, values) =>
    {
        MechaTraits traits = Painting.Mecha.TraitDraw.Draw(seed, index);
        MechaLabels.Write(traits, values);
        return MechaPainter.Paint(traits, canvas);
    });

    internal static IReadOnlyList<PaintedKind> All { get; } = [Faces, Mecha];

    internal string PictureName(int index) => $"{One}-{index:D5}.png";
}
