namespace LatentWalk.StandIns.Tests.Surface;

public static class MadeUpExtensions
{
    public static MadeUp Twice(this MadeUp source, int times = 2) => times > 0 ? source : new MadeUp();
}
