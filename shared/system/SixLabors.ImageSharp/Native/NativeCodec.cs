namespace SixLabors.ImageSharp.Native;

internal static class NativeCodec
{
    /// <summary>Says which package is missing instead of failing with a loader's message.</summary>
    public static T Call<T>(string format, string package, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (DllNotFoundException exception)
        {
            throw new NotSupportedException($"{format} needs a library that is not installed; on Debian: apt-get install {package}.", exception);
        }
    }
}
