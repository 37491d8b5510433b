namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>The colours that robots are painted with.</summary>
internal static class Palette
{
    internal static readonly Colour Night = Colour.Hex(0x1B1A2A);
    internal static readonly Colour Steel = Colour.Hex(0x8D95A5);
    internal static readonly Colour Gun = Colour.Hex(0x4B505E);

    private static readonly Scheme[][] Schemes =
    [
        [
            Scheme.Of(0xEEF0F5, 0x2C58B4, 0xD4383F, 0xF5C636, 0x565C6C, 0x7CF2C0),
            Scheme.Of(0xF2F1F0, 0x2A3570, 0xE0522F, 0xF5C636, 0x5A5E69, 0xF8E36B),
            Scheme.Of(0xDCE3EC, 0x2E83A4, 0xD4383F, 0xF0D25A, 0x4E5866, 0x8BF0F2),
        ],
        [
            Scheme.Of(0x5B9A52, 0x3B6B41, 0x2F4A38, 0xD9C158, 0x41464D, 0xFF6FA6),
            Scheme.Of(0x8B9A50, 0x5F6E38, 0x454B35, 0xD8D3BC, 0x45453F, 0xFF6B5E),
            Scheme.Of(0x3F8A76, 0x2A5F56, 0x28403F, 0xD9C158, 0x40474B, 0xFF8AB4),
        ],
        [
            Scheme.Of(0xD8453F, 0x8E2431, 0x3A2C36, 0xF0BE4A, 0x4C4650, 0xFFE06B),
            Scheme.Of(0xE4766B, 0xA83A43, 0x4A2E3A, 0xF4E3C6, 0x514A55, 0x8FF7D0),
            Scheme.Of(0xA52A38, 0x5A1C2B, 0xE2DCD6, 0xE9B548, 0x443E48, 0xFFD04A),
        ],
        [
            Scheme.Of(0x4A7FD6, 0x2A4A94, 0xE6EAF2, 0xF0A93C, 0x4A5060, 0xFF8E6B),
            Scheme.Of(0x6FA8E4, 0x3F6DB0, 0x2B3A5E, 0xF2F4F8, 0x4C5566, 0xFFD766),
            Scheme.Of(0x3C5FA8, 0x24396F, 0xC9D2E2, 0xE2574C, 0x454B5A, 0x9CF07A),
        ],
        [
            Scheme.Of(0xD3B071, 0x93714A, 0x6A5138, 0xEFE7CF, 0x4C4640, 0x77E6FF),
            Scheme.Of(0xBFA98C, 0x7D6A58, 0xA8532F, 0xE8DDC2, 0x4A4540, 0xFF9C4A),
            Scheme.Of(0xE0A55A, 0xA2642F, 0x5B4636, 0xF2E6C8, 0x4C4640, 0x86F0A8),
        ],
        [
            Scheme.Of(0x5C5E70, 0x3B3C4C, 0xBE3340, 0xE0B94C, 0x747988, 0xFF5252),
            Scheme.Of(0x4C5170, 0x343850, 0x6B4BA8, 0xC9CCD8, 0x6D7284, 0xC98BFF),
            Scheme.Of(0x65686F, 0x44464D, 0xD97B2A, 0xD9D2C2, 0x777A82, 0xFFB347),
        ],
        [
            Scheme.Of(0x8B62C8, 0x57398F, 0xE0D9F0, 0xF3CB5E, 0x4D4660, 0x8CFFB4),
            Scheme.Of(0xB48FD8, 0x7450A8, 0x3F2F63, 0xF5EFD9, 0x544C66, 0xFFE66B),
            Scheme.Of(0x6A4A9E, 0x402A6A, 0xD85C93, 0xE8C65A, 0x484258, 0xFF8FD0),
        ],
        [
            Scheme.Of(0xF4C84F, 0xC6902A, 0xF6F2E6, 0x3D67BE, 0x5E5142, 0x57D6FF),
            Scheme.Of(0xF6F0DE, 0xE0AE3E, 0x7E5A2A, 0xD8454A, 0x5C5448, 0x6BE8FF),
            Scheme.Of(0xE8B13A, 0x8F6420, 0x35406B, 0xFBF3DC, 0x584C40, 0xA6FF7C),
        ],
    ];

    private static readonly Colour[] Grounds =
    [
        Colour.Hex(0xBFC1C5), Colour.Hex(0xB3B6BB), Colour.Hex(0xC9CACC), Colour.Hex(0xB9B9BB), Colour.Hex(0xC3C7CB),
    ];

    /// <summary>Of each faction.</summary>
    internal const int SchemeCount = 3;

    internal static int GroundCount => Grounds.Length;

    internal static Scheme SchemeOf(Faction faction, int index) => Schemes[(int)faction][index];

    internal static Colour GroundOf(int index) => Grounds[index];
}
