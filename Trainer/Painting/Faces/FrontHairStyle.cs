namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>How the hair falls over the forehead.</summary>
internal enum FrontHairStyle
{
    Choppy,
    StraightCut,
    CentreParting,
    SideSwept,
    CentreLock,
    SweptBack,
    Rounded,
    OverOneEye,
}
