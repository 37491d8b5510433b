namespace LatentWalk.Imaging.Tests;

public sealed class OrientationTests
{
    /// <summary>Where the drawing's upper left corner (yellow) goes, by EXIF 2.32, tag 0x0112.</summary>
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 0, 1)]
    public void An_EXIF_orientation_turns_the_picture_upright(int orientation, int right, int bottom)
    {
        using TemporaryFolder folder = new();
        string jpeg = folder.Put("turned.jpg", JpegWithOrientation(orientation, littleEndian: orientation % 2 == 0));
        string png = folder.Put("turned.png", PngWithOrientation(orientation));

        foreach (string path in new[] { jpeg, png })
        {
            const int Size = 24;
            byte[] rgb = PictureFile.Load(path, Size, Fit.Pad);
            bool turned = orientation >= 5;
            (int left, int top) = turned ? (4, 0) : (0, 4);
            int x = right == 0 ? left + 2 : Size - 1 - left - 2;
            int y = bottom == 0 ? top + 2 : Size - 1 - top - 2;
            int at = 3 * ((y * Size) + x);
            Assert.True(rgb[at] > 200 && rgb[at + 1] > 200 && rgb[at + 2] < 60, $"{path}: ({x}, {y}) is {rgb[at]} {rgb[at + 1]} {rgb[at + 2]}");

            // The bar that padding adds stands left and right of a turned picture, above and below one that is not.
            int bar = turned ? 3 * (Size * Size / 2) : 3 * (Size / 2);
            Assert.Equal([255, 255, 255], rgb.AsSpan(bar, 3).ToArray());
        }
    }

    private static byte[] Exif(int orientation, bool littleEndian) => littleEndian
        ? [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0]
        : [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static byte[] JpegWithOrientation(int orientation, bool littleEndian)
    {
        byte[] plain = SamplePictures.Bytes("baseline.jpg");
        byte[] exif = [.. "Exif\0\0"u8, .. Exif(orientation, littleEndian)];
        return [.. plain.AsSpan(0, 2), 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. plain.AsSpan(2)];
    }

    private static byte[] PngWithOrientation(int orientation)
    {
        byte[] plain = SamplePictures.Bytes("rgb8.png");
        return PngChunks.InsertAfterHeader(plain, "eXIf", Exif(orientation, littleEndian: false));
    }
}
