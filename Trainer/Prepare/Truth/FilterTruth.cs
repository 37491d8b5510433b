namespace LatentWalk.Trainer.Prepare.Truth;

/// <summary>How one filter did.</summary>
/// <param name="LeftOut">Pictures that it left out, of those the truth names.</param>
/// <param name="Rightly">Of those, the ones that should go, for whatever reason.</param>
/// <param name="Meant">Pictures that should go for what this filter looks at.</param>
/// <param name="Caught">Of those, the ones that it left out.</param>
/// <param name="CaughtByOthers">Of those, the ones that another filter left out, for most come to one that stands before.</param>
internal sealed record FilterTruth(int LeftOut, int Rightly, int Meant, int Caught, int CaughtByOthers)
{
    /// <summary>Of what it left out, the part that should go; null when it left out nothing.</summary>
    public double? Precision => LeftOut == 0 ? null : (double)Rightly / LeftOut;

    /// <summary>Of what should go for its reason, the part that went; null when there is none.</summary>
    public double? Recall => Meant == 0 ? null : (double)(Caught + CaughtByOthers) / Meant;
}
