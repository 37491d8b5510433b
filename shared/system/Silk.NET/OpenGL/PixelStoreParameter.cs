namespace Silk.NET.OpenGL;

public enum PixelStoreParameter
{
    UnpackRowLength = 0xCF2,
    UnpackAlignment = 0xCF5,
    PackRowLength = 0xD02,
    PackAlignment = 0xD05,
}
