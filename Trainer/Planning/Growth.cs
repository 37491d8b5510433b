namespace LatentWalk.Trainer.Planning;

/// <summary>What each picture of a batch costs beside what is there anyway: a straight line through two trials.</summary>
internal sealed record Growth(PlanTrial From, double BytesPerPicture, double SecondsPerPicture)
{
    public static Growth Between(PlanTrial small, PlanTrial large)
    {
        double pictures = large.Batch - small.Batch;
        return new Growth(small, Math.Max(0, (large.PeakBytes - small.PeakBytes) / pictures), Math.Max(0, (large.StepSeconds - small.StepSeconds) / pictures));
    }

    public long BytesOf(int pictures) => (long)(From.PeakBytes + (BytesPerPicture * (pictures - From.Batch)));

    public double SecondsOf(int pictures) => From.StepSeconds + (SecondsPerPicture * (pictures - From.Batch));

    /// <summary>How many pictures so much memory holds; as many as one likes if they cost nothing.</summary>
    public double PicturesIn(double bytes) => From.Batch + ((bytes - From.PeakBytes) / BytesPerPicture);

    /// <summary>How many pictures a step of that length takes in.</summary>
    public double PicturesWithin(double seconds) => From.Batch + ((seconds - From.StepSeconds) / SecondsPerPicture);
}
