namespace LatentWalk.Exporter.Render;

/// <summary>What becomes of the pictures.</summary>
internal enum RenderKind
{
    /// <summary>Stills as a PNG each; what moves as films.</summary>
    Plain,

    /// <summary>All on one sheet for people to look at.</summary>
    Sheet,

    /// <summary>All on sheets for a game engine, with a description of what is where.</summary>
    Sprites,
}
