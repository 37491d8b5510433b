namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>The colours that faces are painted with.</summary>
internal static class Palette
{
    internal static readonly Colour Lash = Colour.Hex(0x33222E);
    internal static readonly Colour Mouth = Colour.Hex(0xA8333F);
    internal static readonly Colour Tongue = Colour.Hex(0xF08A85);
    internal static readonly Colour Blush = Colour.Hex(0xF4736E);

    private static readonly HairTone[] Hair =
    [
        Tone(0x45404F, 0x2B2734, 0x7E7A96, 0x17141D),
        Tone(0x875638, 0x623A26, 0xB98459, 0x35190F),
        Tone(0xF6D272, 0xDBA548, 0xFFF3BD, 0x8A5A20),
        Tone(0xEC8F43, 0xC86525, 0xFFC488, 0x73300F),
        Tone(0xCB4145, 0x98262E, 0xF48478, 0x4E0D17),
        Tone(0xF7A3C0, 0xDB749D, 0xFFD9E6, 0x8A3459),
        Tone(0x9069BA, 0x684497, 0xC3A9E6, 0x37205C),
        Tone(0x4669BC, 0x2D478C, 0x86A7EA, 0x17234F),
        Tone(0x7ACFE0, 0x4AA4BD, 0xC6F3F7, 0x1F586F),
        Tone(0x78B765, 0x4F8E4B, 0xB3E09A, 0x22492A),
        Tone(0xB9C0D2, 0x8890AA, 0xEBEFF8, 0x474D66),
        Tone(0xF3F1F5, 0xCAC6D8, 0xFFFFFF, 0x77708C),
    ];

    private static readonly (Colour Base, Colour Shade, Colour Line)[] Skin =
    [
        (Colour.Hex(0xFFEEE4), Colour.Hex(0xF5CDBD), Colour.Hex(0x8E4F4B)),
        (Colour.Hex(0xFFE6D6), Colour.Hex(0xF6C2A9), Colour.Hex(0x8A4740)),
        (Colour.Hex(0xFDDCC2), Colour.Hex(0xEFB596), Colour.Hex(0x7F4034)),
        (Colour.Hex(0xEDBD96), Colour.Hex(0xD0946C), Colour.Hex(0x6B3524)),
        (Colour.Hex(0xC08A62), Colour.Hex(0x9A6441), Colour.Hex(0x4F2818)),
        (Colour.Hex(0x93654A), Colour.Hex(0x6F4630), Colour.Hex(0x361B10)),
    ];

    private static readonly (Colour Dark, Colour Mid, Colour Light)[] Eyes =
    [
        (Colour.Hex(0x1B2F6B), Colour.Hex(0x2F6BCB), Colour.Hex(0x8FD3FF)),
        (Colour.Hex(0x17434A), Colour.Hex(0x2A9C98), Colour.Hex(0x9BF0DC)),
        (Colour.Hex(0x1C4A2A), Colour.Hex(0x3E9B49), Colour.Hex(0xB4EE93)),
        (Colour.Hex(0x442216), Colour.Hex(0x8F5630), Colour.Hex(0xE3AC6E)),
        (Colour.Hex(0x6B3A0C), Colour.Hex(0xD18A1C), Colour.Hex(0xFFE17D)),
        (Colour.Hex(0x5A0F1F), Colour.Hex(0xC42F3D), Colour.Hex(0xFF9A87)),
        (Colour.Hex(0x6B1F4E), Colour.Hex(0xD3569B), Colour.Hex(0xFFB8DD)),
        (Colour.Hex(0x3A1F6B), Colour.Hex(0x7C4CC4), Colour.Hex(0xCFAEFF)),
        (Colour.Hex(0x2F3442), Colour.Hex(0x6C7688), Colour.Hex(0xC8D2DE)),
    ];

    private static readonly Colour[] Grounds =
    [
        Colour.Hex(0xF6F1E7), Colour.Hex(0xDDEBF7), Colour.Hex(0xFBE0E4), Colour.Hex(0xE3F2DF), Colour.Hex(0xEDE2F6),
        Colour.Hex(0xFFF0C9), Colour.Hex(0xCFE8EA), Colour.Hex(0xD5D8E2), Colour.Hex(0xA9C6E8), Colour.Hex(0xF7C9A9),
        Colour.Hex(0x9FD3C0), Colour.Hex(0x6F7896),
    ];

    private static readonly (Colour Base, Colour Trim)[] Clothes =
    [
        (Colour.Hex(0xFAFAFC), Colour.Hex(0x35477F)), (Colour.Hex(0x39466F), Colour.Hex(0xF3F3F6)),
        (Colour.Hex(0xB8434E), Colour.Hex(0xF7E9DE)), (Colour.Hex(0x4E5A5F), Colour.Hex(0xE7C264)),
        (Colour.Hex(0xF2C6D2), Colour.Hex(0xB4506F)), (Colour.Hex(0x8FBFA2), Colour.Hex(0xFDF6E0)),
        (Colour.Hex(0xE9DCC2), Colour.Hex(0x7A5B45)), (Colour.Hex(0x2E2B36), Colour.Hex(0xC84B55)),
    ];

    private static readonly Colour[] Accents =
    [
        Colour.Hex(0xE2455B), Colour.Hex(0xF2B632), Colour.Hex(0x3D7FD1), Colour.Hex(0x58B368), Colour.Hex(0xA45CC0),
        Colour.Hex(0xFF8FB3), Colour.Hex(0xF8F5F0), Colour.Hex(0x353347),
    ];

    internal static int SkinCount => Skin.Length;

    internal static int EyeCount => Eyes.Length;

    internal static int GroundCount => Grounds.Length;

    internal static int ClothesCount => Clothes.Length;

    internal static int AccentCount => Accents.Length;

    internal static HairTone HairOf(HairColour colour) => Hair[(int)colour];

    internal static (Colour Base, Colour Shade, Colour Line) SkinOf(int index) => Skin[index];

    internal static (Colour Dark, Colour Mid, Colour Light) EyesOf(int index) => Eyes[index];

    internal static Colour GroundOf(int index) => Grounds[index];

    internal static (Colour Base, Colour Trim) ClothesOf(int index) => Clothes[index];

    internal static Colour AccentOf(int index) => Accents[index];

    private static HairTone Tone(uint main, uint shade, uint light, uint line) =>
        new(Colour.Hex(main), Colour.Hex(shade), Colour.Hex(light), Colour.Hex(line));
}
