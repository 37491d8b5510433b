namespace Silk.NET.Windowing;

public struct APIVersion(int majorVersion, int minorVersion)
{
    public int MajorVersion = majorVersion;

    public int MinorVersion = minorVersion;
}
