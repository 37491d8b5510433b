namespace Silk.NET.OpenGL;

public enum PixelStoreParameter
{
    UnpackAlignment = 0xCF5,
    PackAlignment = 0xD05,
}
