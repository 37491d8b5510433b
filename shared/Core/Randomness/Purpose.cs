namespace LatentWalk.Core.Randomness;

/// <summary>
/// What random numbers are for: part of the generator's counter, so two uses never share numbers. The values are part
/// of the file formats (a seed means the same picture for ever): append, never renumber.
/// </summary>
public enum Purpose : uint
{
    Latent = 0,
    DataOrder = 1,
    Mirror = 2,
    Crop = 3,
    Initialise = 4,
    LabelNoise = 5,
    Dropout = 6,
    Interpolation = 7,
    Sample = 8,
    Probe = 9,
    Paint = 10,
    Walk = 11,
    Class = 12,
    PaintMecha = 13,
    Augment = 14,
    Quality = 15,
    Reconstruction = 16,
}
